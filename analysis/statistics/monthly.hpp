#pragma once

#include <vector>

#include "sim/futures/study_results.hpp"

namespace headroom {

// One measure of one alternative month by month: the median over futures and the 80 % range around it (NaN
// below three futures).
struct MonthlyBand {
    std::vector<double> median, low, high;
};

// `measure` is a monthly one or a ratio. Failed futures are left out.
MonthlyBand monthly_band(const StudyResults& results, int point, Measure measure);

}  // namespace headroom
