#pragma once

#include "sim/commands/arguments.hpp"
#include "sim/commands/exit_code.hpp"

namespace headroom {

// Which policies of a study or a comparison no other betters, on standard output.
ExitCode frontier(const FrontierArguments& arguments);

}  // namespace headroom
