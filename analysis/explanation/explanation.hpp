// Where a month's number comes from, as printed: reasons by share, families and workers with their timelines.
#pragma once

#include <optional>
#include <string>

#include "sim/futures/study_results.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// What is asked, and how much is told.
struct WhyQuestion {
    Measure measure = Measure::children_unallocated;
    int month = 0;  // from 0
    int limit = 5;  // families, and workers
    std::size_t width = 100;
};

// The results are those of the one future that the log tells. The measure must be explainable.
std::string explanation_text(const StudyResults& results, const EventLog& log, const WhyQuestion& question);

// The month in which most of it stands in the file, worst for children or workers: the fewest where more is
// better.
int worst_month(const StudyResults& results, Measure measure);

// The alternative whose mean over futures is worst, in a month or over the whole run.
int worst_alternative(const StudyResults& results, Measure measure, std::optional<int> month);

// The future of an alternative whose value of a month is nearest to the mean over futures; without a month,
// over the whole run. Nothing where all have failed.
std::optional<int> future_nearest_mean(const StudyResults& results, int point, Measure measure,
                                       std::optional<int> month);

}  // namespace headroom
