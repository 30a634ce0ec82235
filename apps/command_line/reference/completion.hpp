#pragma once

#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom completion`: prints what bash needs to complete commands, their options and the names of
// authorities.
ExitCode completion();

}  // namespace headroom
