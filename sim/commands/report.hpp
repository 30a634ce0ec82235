#pragma once

#include "sim/commands/arguments.hpp"
#include "sim/commands/exit_code.hpp"

namespace headroom {

// `headroom report`: the report again, from a results file alone.
ExitCode report(const ReadArguments& arguments);

}  // namespace headroom
