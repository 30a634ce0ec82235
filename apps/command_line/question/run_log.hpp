#pragma once

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// `headroom run --log`: lives one future of the scenario's only alternative, writes its results with the
// event log, or the log for vidigi, or both, and prints what became of that future. Throws a
// SurroundingsFault.
ExitCode run_log(const Scenario& scenario, const RunArguments& arguments);

}  // namespace headroom
