#pragma once

#include <string>
#include <vector>

#include "analysis/charts/svg.hpp"
#include "analysis/statistics/monthly_fan.hpp"
#include "sim/engine/date.hpp"

namespace headroom {

// A measure over the months in small pictures of one scale: first the medians of all alternatives, then every
// alternative's fan of futures with the median of the first beside it, so that no band hides another.
struct FanChart {
    std::string id;  // of the pictures, followed by their letters
    std::string title;
    std::string unit;
    Date start;
    bool from_zero;  // of a measure for which nothing is a meaningful level
    int decimals;    // of the values in the descriptions
    std::string origin;
    std::vector<std::string> names;
    std::vector<MonthlyFan> fans;  // one a name, all as long
};

// Which 95 % bands reach beyond the scale, which holds the medians and the 80 % bands, and how far; "" where
// none does.
std::string beyond_scale_words(const FanChart& chart);

// One SVG a picture. Of one alternative there is its fan alone.
std::vector<std::string> svgs_of(const FanChart& chart);

}  // namespace headroom
