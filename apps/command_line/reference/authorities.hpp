#pragma once

#include <string>

#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

enum class ListForm { lines, json };

// `headroom authorities`: those with published figures whose name, region or code holds the text; all without
// one.
ExitCode authorities(const std::string& text, ListForm form);

}  // namespace headroom
