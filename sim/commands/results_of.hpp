#pragma once

#include <string>

#include "sim/results/study_results.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/study/assumptions.hpp"
#include "sim/study/study.hpp"

namespace headroom {

// What a results file says of where it comes from, whatever was lived: no points, series or failures.
StudyResults origin_of(const Scenario& scenario, std::string created_by);

// Everything the results file holds, from what was asked and what came of it. Empties the outcome.
StudyResults results_of(const Scenario& scenario, StudyOutcome outcome, std::string created_by);

// What was tried beside the comparison, for the file.
std::vector<MovedAssumption> moved_assumptions_of(const Scenario& scenario, const AssumptionStudy& study);

}  // namespace headroom
