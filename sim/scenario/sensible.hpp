#pragma once

#include "sim/scenario/findings.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// Finds what is wrong with a scenario of which every number by itself is right: nobody to hold families,
// shares beyond 100 percent, more posts taken away than there are.
void find_contradictions(const Scenario& scenario, Findings& findings);

}  // namespace headroom
