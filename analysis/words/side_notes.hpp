#pragma once

#include <string>
#include <vector>

#include "sim/futures/study_results.hpp"

namespace headroom {

// What the tables do not show but the alternatives did, a sentence each and only where there is any: children
// without a worker whose plan duty or a manager carries out, workers above the limit in force, hours that
// inspectors took.
std::vector<std::string> side_notes(const StudyResults& results);

}  // namespace headroom
