#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/futures/replication.hpp"
#include "sim/futures/study_results.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// What a results file says of where it comes from, whatever was lived: no points, series or failures.
StudyResults origin_of(const Scenario& scenario, std::string created_by);

// Everything the results file holds, from what was asked and what came of it. The replications are in order
// of number, without gaps.
StudyResults results_of(const Scenario& scenario, std::vector<Replication> replications,
                        std::string created_by);

// What a page of these results is dated by itself: the day of the commit that made them. Empty where this
// Headroom is of another commit, or of none that is known.
std::string_view date_of(const StudyResults& results);

}  // namespace headroom
