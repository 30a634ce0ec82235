#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Which policies of a study or a comparison no other betters, on standard output.
ExitCode frontier(const FrontierArguments& arguments);

}  // namespace headroom
