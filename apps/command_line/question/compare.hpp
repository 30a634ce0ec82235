#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom compare`: all alternatives of a question on the same futures; a results file, a report and the
// answer.
ExitCode compare(const RunArguments& arguments);

}  // namespace headroom
