// What a printed answer says, wherever its lines are broken.
#pragma once

#include <string>
#include <string_view>

namespace headroom {

inline std::string on_one_line(std::string text) {
    for (const std::string_view line_end : {"\n  ", "\n"}) {
        for (std::size_t at = 0; (at = text.find(line_end, at)) != text.npos;)
            text.replace(at, line_end.size(), " ");
    }
    return text;
}

inline bool says(const std::string& text, const std::string& words) {
    return on_one_line(text).find(words) != std::string::npos;
}

}  // namespace headroom
