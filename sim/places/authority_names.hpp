// Which authority a user means by the name they typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/places/figures.hpp"

namespace headroom {

// What a name led to: the code of one place, or why not. The two that no table holds have their name as code:
// "typical" and "teaching team".
struct NamedPlace {
    std::optional<std::string> code;
    std::string fault;      // a sentence a user can act on; empty where a place was found
    std::string name = {};  // what questions and answers call it

    explicit operator bool() const { return code.has_value(); }
};

// Takes a full name, a code, a unique beginning of a name or of a word in it, "typical" or "teaching team",
// in any case; punctuation and words such as "City of", "and", "Council" do not count. Either member of a
// joint workforce return leads to it.
NamedPlace find_place(const PublishedFigures& published, std::string_view asked);

// Every authority whose name, region or code holds the text, in any case; all of them for no text.
std::vector<const PublishedPlace*> authorities_matching(const PublishedFigures& published,
                                                        std::string_view text);

}  // namespace headroom
