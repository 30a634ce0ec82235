// Which measures the answer shows, in which words; the terminal, the report and JSON share this one list.
#pragma once

#include <span>
#include <string_view>

#include "analysis/statistics/over_futures.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// What stands together in the answer, always side by side.
enum class Group { shortfalls, children, workforce, cost };

std::string_view heading_of(Group group);

// One line of the answer. Values are shown times `scale`, with so many decimals; `smallest` is the smallest
// difference worth acting on, in the measure's own unit, a judgement stated wherever verdicts are.
struct Headline {
    Measure measure;
    Group group;
    std::string_view label;
    double scale;
    int decimals;
    double smallest;

    Judgement judgement() const { return {row_of(measure).better, smallest}; }
};

std::span<const Headline> headlines();

}  // namespace headroom
