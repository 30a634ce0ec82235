#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Which factors of a study matter for each measure asked, on standard output.
ExitCode sensitivity(const SensitivityArguments& arguments);

}  // namespace headroom
