#include "analysis/words/authority_words.hpp"

namespace headroom {

std::string authority_heading(std::string_view authority) {
    if (authority == "typical") return "Typical authority";
    return authority == "teaching team" ? "Teaching team" : std::string(authority);
}

std::string authority_as_subject(std::string_view authority) {
    if (authority == "typical") return "The typical authority";
    return authority == "teaching team" ? "The teaching team" : std::string(authority);
}

std::string authority_described(std::string_view authority) {
    if (authority == "typical") return "a typical authority (England scaled to 62,500 children)";
    if (authority == "teaching team")
        return "England, scaled to one made-up team for 4,600 children (the teaching team)";
    return std::string(authority);
}

}  // namespace headroom
