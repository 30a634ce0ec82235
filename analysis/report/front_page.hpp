#pragma once

#include <string>

#include "analysis/statistics/comparison.hpp"

namespace headroom {

// The first page, one side of A4 that stands alone: the answer in one sentence, how sure, at what cost, for
// whom it gets worse, and the three shortfalls, workforce and cost of the alternatives side by side.
std::string front_page(const StudyResults& results, const Comparison& comparison, const std::string& origin);

}  // namespace headroom
