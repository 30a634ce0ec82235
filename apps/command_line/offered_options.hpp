// What the parser offers, looked at as a whole: so that a rule for all options holds for the next one too.
#pragma once

#include <CLI/CLI.hpp>
#include <vector>

#include "apps/command_line/command_line.hpp"
#include "apps/command_line/terminal/call_files.hpp"

namespace headroom {

// Of one command, in the parser's order.
std::vector<OfferedOption> offered_by(const CLI::App& command);

// The files that were typed for a command: what an option names as FILE or DIR is written, what stands by
// itself is read.
CallFiles files_typed(const CLI::App& command);

// Throws a Misunderstanding where one of its flags is given a value other than true or false, or their like.
void refuse_values_of_flags(const CLI::App& command, const std::vector<std::string>& words);

// Throws a Misunderstanding that names the option or word of the command to which nothing, or nothing but
// blanks, was given. `words` is all that was typed.
void refuse_blank_words(const CLI::App& command, const std::vector<std::string>& words);

}  // namespace headroom
