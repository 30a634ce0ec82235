#pragma once

#include <string>
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

// What adds up to what, side by side, one bar an alternative.
struct StackedBars {
    Spoken spoken;
    std::string unit;
    std::vector<std::string> part_names;
    int decimals;
    std::string origin;  // inputs, seed, version and date, written beneath
    std::vector<StackedBar> bars;
};

std::string svg_of(const StackedBars& chart);

}  // namespace headroom
