#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/statistics/over_futures.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// Those for whom an alternative may be better or worse, and the number that shows it: a measure over the
// whole run, or `factor` times the ratio of two. Less of it is better.
struct Affected {
    std::string_view who;
    std::string_view what;  // of the number, such as "of 100 planned hours unmet"
    Measure counted;
    Measure out_of;  // Measure::count: nothing, `counted` is taken as it is
    double factor;
    int decimals;
    double smallest;  // the smallest difference worth acting on, a judgement
};
std::span<const Affected> all_affected();

// How they fare under one alternative against the first.
struct Fate {
    const Affected* affected;
    double mean, first;  // over futures; NaN without any
    PairedDifference difference;
};
std::vector<Fate> fates_under(const StudyResults& results, int point);

// Those who fare worse, the worst hit first: by how many times the smallest difference that matters.
std::vector<Fate> worse_off(std::vector<Fate> fates);

}  // namespace headroom
