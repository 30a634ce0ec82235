// What the answer rests on: how far it moves when one assumption is moved over what its evidence leaves open.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/comparison.hpp"

namespace headroom {

// A number with its 95 % interval, from `half_width` below to above; NaN below three futures.
struct Estimate {
    double mean;
    double half_width;
};

// One end of an assumption's range. All in unmet hours per 100 planned: what the first alternative then
// leaves, and what the others leave more than it. Each is the comparison's own mean and, added to it, the
// mean change in the futures lived with the assumption moved: both their uncertainties are in the interval.
struct AssumptionEnd {
    double value;
    Estimate first;
    std::vector<Estimate> differences;  // of the second alternative, the third, ...
};

// An assumption, and what the answer would be at either end of its range.
struct AssumptionEffect {
    std::string key;
    std::string name;
    std::string basis;  // of its range
    double used;        // in the comparison
    int futures;        // lived at each end
    AssumptionEnd low, high;
    double
        movement;  // the largest change of a difference (of the level, where there is one alternative only)
};

// Of the assumptions lived longest, those that move the answer most, the most first.
std::vector<AssumptionEffect> assumptions_that_matter(const StudyResults& results, std::size_t most = 5);

// How many assumptions were tried.
std::size_t assumptions_tried(const StudyResults& results);

// Where the answer would turn over: a sentence for every end at which an alternative that is told to leave
// more need unmet than the first leaves less, or the other way round, for all of its interval.
std::vector<std::string> turning_sentences(const std::vector<AssumptionEffect>& effects,
                                           const Comparison& comparison);

// What the ranges of an answer hold: "chance alone", or with it what is not known of a fitted authority.
std::string what_ranges_hold(const StudyResults& results);

// What may move the answer further than chance: the first of those sentences, or that hours are uncertain.
std::string beyond_chance(const StudyResults& results, const Comparison& comparison);

}  // namespace headroom
