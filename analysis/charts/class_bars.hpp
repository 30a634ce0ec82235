#pragma once

#include <string>
#include <vector>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/svg.hpp"

namespace headroom {

// The share of one class, such as workers with 11 to 15 children, and between which values 8 futures in 10
// lie (NaN where there are too few futures to say).
struct ClassShare {
    double share, low, high;
};

// How something is spread over classes: one small picture an alternative, all on one scale, with the first
// alternative's outline in the others.
struct ClassBars {
    std::string id;  // of the pictures, followed by their letters
    std::string title;
    std::string unit;        // of the heights
    std::string class_unit;  // of the classes
    std::string origin;
    std::vector<std::string> classes;
    std::vector<std::string> names;
    std::vector<std::vector<ClassShare>> shares;  // by name, then class
};

// One SVG a name.
std::vector<std::string> svgs_of(const ClassBars& chart);

}  // namespace headroom
