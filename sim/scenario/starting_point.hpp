#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/scenario/reader.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/text/findings.hpp"

namespace headroom {

// Where a question's authority stands: its name, settings and caveats into the scenario. The command line's
// authority comes before the question's; own figures are looked for beside the question's file.
void find_starting_point(const nlohmann::json& authority, const Choices& choices, Scenario& scenario,
                         Findings& findings);

}  // namespace headroom
