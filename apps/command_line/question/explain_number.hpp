#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom explain FILE.h5 --why MEASURE`: where a month's number comes from, out of the event log in the
// file; how to make one where the file holds none. Throws a SurroundingsFault for a file that cannot be read.
ExitCode explain_number(const WhyArguments& arguments);

}  // namespace headroom
