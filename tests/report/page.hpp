// Looking things up in a page, for the tests of the report.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

inline int times(const std::string& text, std::string_view piece) {
    int count = 0;
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
    return count;
}

// Everything that stands between an opening and the next closing.
inline std::vector<std::string> pieces(const std::string& text, std::string_view opening,
                                       std::string_view closing) {
    std::vector<std::string> found;
    for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
        const auto from = at + opening.size();
        found.push_back(text.substr(from, text.find(closing, from) - from));
    }
    return found;
}

}  // namespace headroom
