#pragma once

#include <string>

#include "sim/futures/study_results.hpp"
#include "sim/study/worlds.hpp"

namespace headroom {

// All that a study's results file holds but its series and failures.
StudyResults origin_of(const Worlds& worlds, std::string created_by);

// Why futures that are there cannot stand in a study that is asked for, such as "its seed is 3, not 1"; ""
// where they can. How many replications there are is no reason.
std::string what_differs(const StudyResults& there, const StudyResults& asked);

}  // namespace headroom
