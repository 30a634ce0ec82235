// Sentences for standard error, so that standard output carries only the answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/fault.hpp"

namespace headroom {

// "headroom: <sentence>" on standard error.
void say(std::string_view sentence);

// Every fault of an input as a sentence.
void say_faults(const std::vector<Fault>& faults);

// "1 future", "2 futures".
std::string counted(long number, std::string_view one, std::string_view many);

// A text as JSON writes it, in double quotes.
std::string in_json(const std::string& text);

// A word as a shell takes it unchanged.
std::string shell_word(const std::string& word);

}  // namespace headroom
