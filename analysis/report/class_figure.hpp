#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/statistics/histogram_classes.hpp"

namespace headroom {

// A histogram measure shown in classes, one picture an alternative, with its table.
struct ClassFigure {
    std::string_view id, title, reading, unit, class_unit;
    Measure histogram;
    std::vector<BinClass> classes;
};
std::string class_figure(const StudyResults& results, const ClassFigure& figure, const std::string& origin);

}  // namespace headroom
