#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/scenario/findings.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// Where a question's authority stands: its name, settings and caveats into the scenario. `chosen` is the
// command line's authority, which comes before the question's; `file` the question, beside which own figures
// are looked for.
void find_starting_point(const nlohmann::json& authority, const std::string& chosen, const std::string& file,
                         Scenario& scenario, Findings& findings);

}  // namespace headroom
