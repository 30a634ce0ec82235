#pragma once

#include <string>

#include "analysis/statistics/over_futures.hpp"
#include "sim/results/study_results.hpp"

namespace headroom {

// Quarters of three months counted from the start of the run; the last may be shorter.
int quarters_of(const StudyResults& results);

// "Apr to Jun 2025"; a quarter of one month is "Apr 2025".
std::string quarter_words(const StudyResults& results, int quarter);

// A monthly measure or ratio over one quarter, over futures: sums, means, peaks and ends as the measure says.
OverFutures over_quarter(const StudyResults& results, int point, Measure measure, int quarter);

}  // namespace headroom
