#pragma once

#include "sim/commands/arguments.hpp"
#include "sim/commands/exit_code.hpp"

namespace headroom {

// `headroom run`: the first alternative of a question alone. Files are written only where they are named.
ExitCode run(const RunArguments& arguments);

}  // namespace headroom
