// What would turn an answer over, and what its ranges hold, in sentences.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/assumptions.hpp"

namespace headroom {

// Where the answer would turn over: a sentence for every end at which an alternative that is told to leave
// more need unmet than the first leaves less, or the other way round, for all of its interval.
std::vector<std::string> turning_sentences(const std::vector<AssumptionEffect>& effects,
                                           const Comparison& comparison);

// A sentence on what the ranges of an answer hold: chance alone, or with it what is not known of the place.
std::string what_ranges_hold(const StudyResults& results);

// What may turn the answer over: the first of those sentences, or that none is seen to. Without a fit's sets,
// that hours are uncertain. "" where there is nothing to say.
std::string beyond_chance(const StudyResults& results, const Comparison& comparison);

// Both, one after the other.
std::string ranges_and_beyond(const StudyResults& results, const Comparison& comparison);

}  // namespace headroom
