// How far an answer moves when one thing at a time is otherwise: a bar to either end, the widest first.
#pragma once

#include <string>
#include <vector>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/svg.hpp"

namespace headroom {

// Where the answer comes to at one end; `half_width` of its interval is NaN where there is none.
struct TornadoEnd {
    std::string words;  // "0.76 instead of 0.66"
    double value, half_width;
};

// One thing that might be otherwise.
struct TornadoRow {
    std::string name;
    std::vector<TornadoEnd> ends;
};

// The rows of one alternative; the charts of several share a scale by `scale`.
struct Tornado {
    Spoken spoken;
    std::string heading;
    std::string unit;
    std::string colour;
    double as_assumed;
    Axis scale;
    std::vector<TornadoRow> rows;
};

std::string svg_of(const Tornado& chart);

}  // namespace headroom
