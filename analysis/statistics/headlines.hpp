// Which measures the answer shows; the terminal, the report and JSON share this one list.
#pragma once

#include <span>
#include <string_view>

#include "analysis/statistics/measure_names.hpp"
#include "analysis/statistics/over_futures.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// What stands together in the answer, always side by side.
enum class Group { shortfalls, children, workforce, cost };

std::string_view heading_of(Group group);

// One line of the answer. Values are shown times `scale`, with so many decimals. Differences below `smallest`
// (in the measure's own unit), or below `smallest_share` of the first alternative's mean, are not worth
// acting on: a judgement, stated wherever verdicts are.
struct Headline {
    Measure measure;
    Group group;
    double scale;
    int decimals;
    double smallest;
    double smallest_share = 0;

    // Its words in the answer; of a measure that is no line of it, its own name.
    std::string_view label() const {
        const std::string_view row = called(measure).row;
        return row.empty() ? row_of(measure).name : row;
    }

    // The same with the smallest difference as it is beside a first alternative of this mean.
    Headline beside(double first_mean) const;

    // For so many alternatives beside the first, judged together.
    Judgement judgement(int alternatives, std::span<const int> worlds) const {
        return {row_of(measure).better, smallest, alternatives, worlds};
    }
};

std::span<const Headline> headlines();

}  // namespace headroom
