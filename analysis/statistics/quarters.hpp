#pragma once

#include "analysis/statistics/over_futures.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// Quarters of three months counted from the start of the run; the last may be shorter.
int quarters_of(const StudyResults& results);

// A monthly measure or ratio over one quarter, over futures: sums, means, peaks and ends as the measure says.
OverFutures over_quarter(const StudyResults& results, int point, Measure measure, int quarter);

}  // namespace headroom
