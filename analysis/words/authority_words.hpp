// What an answer calls the authority it is about.
#pragma once

#include <string>
#include <string_view>

namespace headroom {

// At the head of a line: "Typical authority", "Teaching team", or the name as published.
std::string authority_heading(std::string_view authority);

// At the start of a sentence: "The typical authority", "The teaching team", or the name as published.
std::string authority_as_subject(std::string_view authority);

// After "the published position of": "a typical authority (England scaled to 62,500 children)".
std::string authority_described(std::string_view authority);

}  // namespace headroom
