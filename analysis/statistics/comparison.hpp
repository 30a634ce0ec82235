// The answer as numbers: every headline measure of every alternative, and every difference from the first.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/statistics/headlines.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// One alternative: a measure over its futures for every row of the comparison.
struct AlternativeSummary {
    std::string name;
    int failed = 0;  // futures that could not be computed and are left out
    std::vector<OverFutures> measures;
};

// One alternative less the first, for every row of the comparison.
struct DifferenceSummary {
    std::string name;
    std::vector<PairedDifference> measures;
};

// The table that terminal, report and JSON all print.
struct Comparison {
    std::vector<Headline> rows;  // their smallest differences as they are beside the first alternative
    std::vector<AlternativeSummary> alternatives;
    std::vector<DifferenceSummary> differences;  // of the second alternative, the third, ...

    // The row of a measure; it must be one of the rows.
    std::size_t row_of_measure(Measure measure) const;
};

// A measure over the whole run, per future of a point; NaN for failed futures.
std::vector<double> values_over_run(const StudyResults& results, int point, Measure measure);

Comparison compare(const StudyResults& results, std::span<const Headline> rows = headlines());

}  // namespace headroom
