#pragma once

#include <string>
#include <vector>

#include "sim/results/study_results.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/study/replication.hpp"

namespace headroom {

// What a results file says of where it comes from, whatever was lived: no points, series or failures.
StudyResults origin_of(const Scenario& scenario, std::string created_by);

// Everything the results file holds, from what was asked and what came of it. The replications are in order
// of number, without gaps.
StudyResults results_of(const Scenario& scenario, std::vector<Replication> replications,
                        std::string created_by);

}  // namespace headroom
