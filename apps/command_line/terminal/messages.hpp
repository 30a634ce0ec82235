// Sentences for standard error, so that standard output carries only the answer.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "sim/text/fault.hpp"

namespace headroom {

// "headroom: <sentence>" on standard error.
void say(std::string_view sentence);

// What the system would not do with a file or folder: "Could not read or write x.h5.parts/0-0.part: File too
// large."
std::string sentence_on(const std::filesystem::filesystem_error& fault);

// Every fault of an input as a sentence.
void say_faults(const std::vector<Fault>& faults);

// Whether this is a terminal that obeys escape sequences; TERM=dumb, as in Emacs and some batch systems, says
// that it shows them as they are.
bool obeys_escapes(int descriptor);

// Standard error where a line can be written over itself there, or nullptr.
std::ostream* terminal_for_progress();

}  // namespace headroom
