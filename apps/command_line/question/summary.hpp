#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom summary`: the answer again, from a results file.
ExitCode summary(const ReadArguments& arguments);

}  // namespace headroom
