// Choices as they are typed, and the way back: a results file names the command that made it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/choices.hpp"

namespace headroom {

// What to type for the choices, each option with a blank before it, in the order of the table of options.
std::string typed(const Choices& choices);

// One word of a command, or an option with its value. Both stand as a shell takes them, in quotes where they
// need some.
struct TypedWord {
    std::string option;  // "--months"; empty: a word by itself
    std::string value;   // empty: an option that has none

    friend bool operator==(const TypedWord&, const TypedWord&) = default;
};

// The words of a command: "headroom", "compare", the file, then its options.
std::vector<TypedWord> typed_words(std::string_view command);

}  // namespace headroom
