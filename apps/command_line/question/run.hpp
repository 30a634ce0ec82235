#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom run`: one alternative of a question alone, the first where none is named. Files are written only
// where they are named; with --log or --log-csv one future is lived and written down.
ExitCode run(const RunArguments& arguments);

}  // namespace headroom
