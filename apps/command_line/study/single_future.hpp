#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"
#include "sim/study/worlds.hpp"

namespace headroom {

// Lives one future of one point again, to look at a failure, and prints its measures; writes no file.
ExitCode live_single_future(const Worlds& worlds, const StudyArguments& arguments);

}  // namespace headroom
