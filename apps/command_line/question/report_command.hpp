#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom report`: the report again, from a results file alone.
ExitCode report(const ReadArguments& arguments);

}  // namespace headroom
