#pragma once

#include <string>

#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom schema`: the JSON Schema of a question, for editors and other programs.
ExitCode schema(const std::string& kind);

}  // namespace headroom
