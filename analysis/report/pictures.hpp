// The charts of the report, each with the table behind it.
#pragma once

#include <string>

#include "analysis/statistics/comparison.hpp"

namespace headroom {

// The three shortfalls of every alternative, stacked.
std::string shortfalls_picture(const Comparison& comparison, const std::string& origin);

// One measure month by month, all alternatives in one picture.
struct MonthlyPicture {
    Measure measure;
    std::string_view title;
    int decimals;
    bool from_zero;
};
std::string monthly_picture(const StudyResults& results, const MonthlyPicture& picture,
                            const std::string& origin);

}  // namespace headroom
