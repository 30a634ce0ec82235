#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/over_futures.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// Bins of a histogram that are shown together: from the first bin to the one before `end`.
struct BinClass {
    std::string words;
    int first, end;
};

// For each class, its share of all that was counted in a future, in percent, over futures. `histogram` is a
// histogram measure of `point`; a future in which nothing was counted does not count.
std::vector<OverFutures> class_percents(const StudyResults& results, int point, Measure histogram,
                                        const std::vector<BinClass>& classes);

}  // namespace headroom
