// What a back-test found, in tables and words for a terminal.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analysis/scoring/backtest_rows.hpp"
#include "sim/forecasting/backtest_plan.hpp"

namespace headroom {

// How good each forecaster was at one figure, over the authorities and years that all of them forecast. Where
// the rivals forecast none, the model's own forecasts count.
struct FigureScores {
    const FitTarget* target;
    bool was_fitted;
    std::array<MeanScores, forecasters.size()> by;  // in the order of `forecasters`

    const MeanScores& of(Forecaster forecaster) const { return by[static_cast<std::size_t>(forecaster)]; }
};

// In the order of fit_targets(), without those of which nothing was published.
std::vector<FigureScores> figure_scores(const std::vector<ForecastRow>& rows);

// Of one authority also every figure of every year, published beside forecast.
std::string backtest_answer(const std::vector<ForecastRow>& rows, const BacktestPlan& plan,
                            const std::vector<std::string>& unpublished);

}  // namespace headroom
