#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/charts/svg.hpp"
#include "analysis/statistics/over_futures.hpp"

namespace headroom {

// One alternative's bar: parts from left to right, and their sum with its range.
struct StackedBar {
    std::string name;
    std::vector<double> parts;
    OverFutures sum;
};

// What adds up to what, side by side, one bar an alternative with its name above it.
struct StackedBars {
    Spoken spoken;
    std::string heading;  // within the picture; may be empty
    std::string unit;
    std::vector<std::string> part_names;
    std::vector<std::string_view> colours;  // of the parts
    int decimals;
    std::vector<StackedBar> bars;
};

// `width` is that of the picture, in the size of its letters (13).
std::string svg_of(const StackedBars& chart, double width);

}  // namespace headroom
