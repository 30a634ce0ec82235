#pragma once

#include <string>
#include <vector>

#include "analysis/charts/svg.hpp"
#include "analysis/statistics/monthly.hpp"
#include "sim/engine/date.hpp"

namespace headroom {

// One alternative's line with the band around it.
struct BandLine {
    std::string name;
    MonthlyBand band;
};

// A measure over the months, all alternatives in one picture.
struct BandChart {
    Spoken spoken;
    std::string unit;
    Date start;
    bool from_zero;      // of a measure for which nothing is a meaningful level
    std::string origin;  // inputs, seed, version and date, written beneath
    std::vector<BandLine> lines;
};

std::string svg_of(const BandChart& chart);

}  // namespace headroom
