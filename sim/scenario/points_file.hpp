// Points of one's own: a CSV file with a line of keys and a line of values for each point.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/factor.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

// The factors that the columns name, listed over the values found, and their values by point.
struct PointsFile {
    std::vector<Factor> factors;
    std::vector<std::vector<double>> rows;
    std::vector<int> lines;  // where each row stands
    std::vector<Fault> faults;
};

// Which columns there may be.
enum class Columns { settings_and_decisions, decisions_only };
PointsFile read_points(const std::string& file, const std::string& text, const Settings& settings,
                       Columns columns);

}  // namespace headroom
