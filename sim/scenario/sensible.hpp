#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/text/findings.hpp"

namespace headroom {

// Finds what is wrong with a scenario of which every number by itself is right: nobody to hold families,
// shares beyond 100 percent, more posts taken away than there are. The first `written` alternatives stand in
// the question's list, in its order; the rest are made by its steps.
void find_contradictions(const Scenario& scenario, std::size_t written, Findings& findings);

}  // namespace headroom
