#pragma once

#include <filesystem>

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Prints what a finished study came to, policy by policy, and what can be asked of its file; says which
// futures failed and how to live one again.
ExitCode answer_study(const std::filesystem::path& file, const RunArguments& arguments);

}  // namespace headroom
