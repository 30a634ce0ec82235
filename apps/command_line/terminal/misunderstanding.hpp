// Command lines that cannot be understood, told in sentences in place of what CLI11 says.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace headroom {

// A sentence for the user.
struct Misunderstanding {
    std::string sentence;
};

// Throws a Misunderstanding, with the nearest command, unless the word is one or an option.
void ensure_command_is_known(const std::string& word, const CLI::App& program);

Misunderstanding misunderstood(const CLI::ParseError& fault, const CLI::App& program);

}  // namespace headroom
