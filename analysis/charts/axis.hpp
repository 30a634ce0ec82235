#pragma once

#include <span>
#include <string>
#include <vector>

namespace headroom {

// A scale of round numbers (1, 2 or 5 times a power of ten) that holds all the values it was made from.
struct Axis {
    double low = 0, high = 1;
    std::vector<double> ticks;
    int decimals = 0;

    double share_of(double value) const { return (value - low) / (high - low); }
    std::string words(double tick) const;
};

// NaN values do not count; without any value the axis runs from 0 to 1. `about` is the number of ticks wished
// for.
Axis axis_for(std::span<const double> values, int about);

// Where texts of that height should stand so that none covers another, each as near its wish as can be, in
// the order of the wishes and within [top, bottom].
std::vector<double> spread_apart(std::vector<double> wishes, double height, double top, double bottom);

}  // namespace headroom
