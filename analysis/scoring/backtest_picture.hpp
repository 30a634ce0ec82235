#pragma once

#include <string>
#include <vector>

#include "analysis/scoring/backtest_answer.hpp"

namespace headroom {

// What the picture of a back-test says of where it comes from, by which it is known.
inline constexpr std::string_view backtest_origin = "A back-test by Headroom";

// The CRPS of every forecaster as a share of that of last year's figure, one line for each figure that the
// rivals forecast too. SVG.
std::string backtest_picture(const std::vector<FigureScores>& figures, const BacktestPlan& plan);

}  // namespace headroom
