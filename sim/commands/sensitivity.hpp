#pragma once

#include "sim/commands/arguments.hpp"
#include "sim/commands/exit_code.hpp"

namespace headroom {

// Which factors of a study matter for each measure asked, on standard output.
ExitCode sensitivity(const SensitivityArguments& arguments);

}  // namespace headroom
