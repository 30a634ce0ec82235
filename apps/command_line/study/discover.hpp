#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// The conditions under which a policy fails a test, on standard output.
ExitCode discover(const DiscoverArguments& arguments);

}  // namespace headroom
