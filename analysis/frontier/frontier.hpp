// Which policies stand out: those that no other betters on every measure at once, and how sure that is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/statistics/intervals.hpp"
#include "sim/futures/study_table.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// What policies are judged on. Differences up to the smallest that anybody would act on count as none: those
// of the answer (`headlines`), beside the first policy's mean; 0 for a measure that is not in it.
struct FrontierMeasure {
    MeasureRow row;
    double smallest = 0;
};

// A mean over worlds and futures with its 95 % interval.
struct PolicyMean {
    double value;
    Interval within;
};

// What may be said of a policy.
enum class Standing { stands_out, cannot_tell, bettered };

// "stands out", "cannot tell", "bettered".
std::string_view words_of(Standing standing);

// One policy beside all others.
struct PolicyStanding {
    std::string name;
    std::vector<PolicyMean> means;  // by measure
    bool is_bettered = false;       // on the means
    double share_of_resamples = 0;  // in which no other betters it; NaN where nothing could be resampled
    double share_of_worlds = 0;     // in which no other betters it, by the means of each world
    std::optional<std::size_t> bettered_by;  // the policy that betters it in most resamples, if any does

    Standing standing() const;
};

// All policies of a study on some measures.
struct Frontier {
    std::vector<FrontierMeasure> measures;
    std::vector<PolicyStanding> policies;
    int worlds = 0;   // in which a future of every policy has a value
    int futures = 0;  // that count: worlds times replications, less the dropped
    int dropped = 0;  // futures left out because one policy has no value on some measure
    int groups = 0;   // worlds that hang together count as one
    int replications = 0;
    int resamples = 0;
};

// A policy betters another that is better on no measure and worse on one (Pareto), by differences that
// matter; which way is better is the measure's own, which must be lower or higher. Tables are of one study,
// over the whole run; a future counts where every policy has a value on every measure, so that all are judged
// on the same worlds and futures. Resamples draw worlds (those that hang together as one) and replications,
// which all worlds share, crosswise, a little more cautious than need be (A. B. Owen, The pigeonhole
// bootstrap, Annals of Applied Statistics 1, 2007). Intervals of means: Student's with Welch and
// Satterthwaite's freedom over the same two.
Frontier frontier_of(const std::vector<StudyTable>& tables);

// Which of two rows of means betters the other: true where `one` does.
bool betters(const std::vector<double>& one, const std::vector<double>& other,
             const std::vector<FrontierMeasure>& measures);

// For people, at most `width` letters wide; for programs.
std::string frontier_text(const std::vector<StudyTable>& tables, const Frontier& frontier, std::size_t width);
std::string frontier_json(const std::vector<StudyTable>& tables, const Frontier& frontier);
std::string frontier_csv(const std::vector<StudyTable>& tables, const Frontier& frontier);

}  // namespace headroom
