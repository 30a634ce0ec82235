#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Joins the shards of a study into one results file, byte for byte the one that a single process writes.
// Throws a SurroundingsFault or std::filesystem::filesystem_error.
ExitCode merge(const MergeArguments& arguments);

}  // namespace headroom
