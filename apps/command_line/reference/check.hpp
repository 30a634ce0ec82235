#pragma once

#include <string>

#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom check FILE`: says everything that is wrong with a question, and runs nothing.
ExitCode check(const std::string& file);

}  // namespace headroom
