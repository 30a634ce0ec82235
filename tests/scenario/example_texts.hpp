// The examples of the page of keys as whole texts.
#pragma once

#include <string>

namespace headroom {

inline bool is_of_study(const std::string& example) {
    return example.starts_with("\"factors\"") || example.starts_with("\"levers\"") ||
           example.starts_with("\"design\"");
}

// A question, or a study, that holds the example.
inline std::string text_with(const std::string& example) {
    if (example.starts_with("\"design\""))
        return "{\"factors\": {\"work_scale\": \"evidence\"}, " + example + "}";
    const bool is_top =
        is_of_study(example) || example.starts_with("\"settings\"") || example.starts_with("\"shocks\"");
    return is_top ? "{" + example + "}" : "{\"today\": {" + example + "}}";
}

}  // namespace headroom
