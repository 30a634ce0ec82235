#pragma once

#include <string>

#include "sim/results/study_results.hpp"
#include "sim/study/worlds.hpp"

namespace headroom {

// All that a study's results file holds but its series and failures.
StudyResults origin_of(const Worlds& worlds, std::string created_by);

// Whether both are of the same study by the same program, so that the futures of one can stand in the other;
// how many replications there are is no difference.
bool are_of_one_study(const StudyResults& a, const StudyResults& b);

}  // namespace headroom
