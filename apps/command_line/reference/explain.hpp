#pragma once

#include <string>

#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// `headroom explain KEY`: what a key of a question, setting, lever, shock or measure means; all of them, a
// line each, without a key.
ExitCode explain(const std::string& key);

// `headroom explain --markdown`: the page scenarios/README.md.
ExitCode explain_as_page();

}  // namespace headroom
