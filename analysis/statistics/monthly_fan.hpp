#pragma once

#include <vector>

#include "sim/futures/study_results.hpp"

namespace headroom {

// Between which values a share of the futures stays, month by month; NaN where there are too few to say.
struct FutureBand {
    int percent;
    std::vector<double> low, high;
};

// One measure of one alternative month by month: the median over futures and bands around it, widest first.
struct MonthlyFan {
    std::vector<double> median;
    std::vector<FutureBand> bands;  // 95, 80 and 50 percent
};

// `measure` is a monthly one or a ratio. Failed futures are left out. A band runs from the k-th lowest to the
// k-th highest of n futures, k = (n + 1) times the share beyond one side, rounded down, so that another
// future falls between them with at least that chance; where k is 0 there is no band (David and Nagaraja,
// Order Statistics, 2003, section 7.3).
MonthlyFan monthly_fan(const StudyResults& results, int point, Measure measure);

}  // namespace headroom
