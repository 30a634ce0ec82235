#pragma once

#include <string>

#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom authorities`: those with published figures whose name, region or code holds the text; all without
// one.
ExitCode authorities(const std::string& text, bool as_json);

}  // namespace headroom
