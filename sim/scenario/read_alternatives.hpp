#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/scenario/scenario.hpp"
#include "sim/text/findings.hpp"

namespace headroom {

// The alternatives of a question whose settings and policy of today stand in the scenario: those written,
// then those that its steps make, or today's policy alone; the one that the others are compared with comes
// first. `against` is the command line's name for it, which comes before the question's "compare_with".
void read_alternatives(const nlohmann::json& question, const std::string& against, Scenario& scenario,
                       Findings& findings);

}  // namespace headroom
