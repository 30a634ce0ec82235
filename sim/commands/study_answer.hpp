#pragma once

#include <filesystem>

#include "sim/commands/arguments.hpp"
#include "sim/commands/exit_code.hpp"

namespace headroom {

// Prints what a finished study came to, policy by policy, and what can be asked of its file; says which
// futures failed and how to live one again.
ExitCode answer_study(const std::filesystem::path& file, const RunArguments& arguments);

}  // namespace headroom
