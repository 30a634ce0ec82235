#pragma once

#include "sim/commands/arguments.hpp"
#include "sim/commands/exit_code.hpp"

namespace headroom {

// The conditions under which a policy fails a test, on standard output.
ExitCode discover(const DiscoverArguments& arguments);

}  // namespace headroom
