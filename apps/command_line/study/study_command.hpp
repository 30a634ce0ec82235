#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Lives a study, or a shard of it, and writes its results file. Goes on from what an earlier run finished.
// Throws a SurroundingsFault, OutputBusy or std::filesystem::filesystem_error.
ExitCode study(const StudyArguments& arguments);

}  // namespace headroom
