// What stands in a results file: its dimensions and variables, made from the table of measures.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/engine/date.hpp"

namespace headroom {

// Raised whenever a reader of older files would misread a new one.
constexpr int results_format_version = 1;

// One axis of the file, with its coordinate.
struct Dimension {
    std::string name;
    std::string unit;
    std::string definition;
    std::vector<double> coordinates;
    bool whole_numbers;
};

// One measure in the file: (point, replication) and then its own axes.
struct Variable {
    std::string name;
    std::string unit;
    std::string definition;
    std::string cell_methods;
    std::vector<std::string> axes;  // after point and replication
    std::size_t offset;             // of its values within Series::values()
    std::size_t length;
};

// How many there are of everything the axes count.
struct Extent {
    int points, replications, months, teams;
    Date start;
};

std::vector<Dimension> dimensions_of(const Extent& extent);

// In the order of Series::values(), which they cover without a gap.
std::vector<Variable> variables_of(const Extent& extent);

// "unmet_hours" -> "unmet hours".
std::string spoken(std::string name);

}  // namespace headroom
