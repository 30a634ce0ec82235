// What somebody expected of an answer, laid beside what the futures gave.
#pragma once

#include <optional>

#include "analysis/statistics/intervals.hpp"
#include "sim/futures/study_results.hpp"
#include "sim/measures/expectation.hpp"

namespace headroom {

// How far the futures bear a claim out: the whole 95 % interval of the mean lies between its numbers, it lies
// wholly outside them, or there are too few futures yet to say either.
enum class BornOut { yes, not_yet_known, no };

// What an expectation came to, in all futures or in the one that it names.
struct MeasuredExpectation {
    int futures = 0;       // in which it could be measured
    double mean;           // of the measure, or of the paired differences; NaN without futures
    Interval mean_within;  // 95 %, Student; NaN below fewest_futures
    BornOut born_out = BornOut::not_yet_known;
    bool is_between = false;  // whether the mean lies between the expected numbers, both included
};

// Over the months that the expectation names. Nothing where the results have no such alternative, month or
// future, as when they answer another question or are not all there yet.
std::optional<MeasuredExpectation> measured(const StudyResults& results, const Expectation& expected);

}  // namespace headroom
