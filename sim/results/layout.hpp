// What stands in a results file: its dimensions and variables, made from the table of measures.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/date.hpp"
#include "sim/futures/study_results.hpp"

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
    int points, replications, months;
    int period_months;  // 1: by month; 0: one value for the whole run
    int teams;
    Date start;

    int periods() const { return period_months == 0 ? 1 : (months + period_months - 1) / period_months; }
};

Extent extent_of(const StudyResults& results);

// "month", "quarter", "year"; "" where one value stands for the whole run.
std::string_view period_axis(int period_months);

std::vector<Dimension> dimensions_of(const Extent& extent);

// In the order of Series::values(), which they cover without a gap.
std::vector<Variable> variables_of(const Extent& extent);

// "unmet_hours" -> "unmet hours".
std::string spoken(std::string name);

}  // namespace headroom
