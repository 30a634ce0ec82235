#pragma once

#include "sim/commands/arguments.hpp"
#include "sim/commands/exit_code.hpp"

namespace headroom {

// `headroom summary`: the answer again, from a results file.
ExitCode summary(const ReadArguments& arguments);

}  // namespace headroom
