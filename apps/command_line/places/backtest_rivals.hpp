// What the two rivals of the model would have forecast, from the published figures alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/scoring/backtest_rows.hpp"
#include "analysis/scoring/rivals.hpp"
#include "sim/forecasting/panel.hpp"

namespace headroom {

// A forecast with its past errors as its ensemble; without members where there is nothing to go by.
struct RivalForecast {
    double middle;
    std::vector<double> members;
};

// The rivals' forecasts of one figure, from what was known at the end of a March. Counts are worked on as
// logarithms per child.
class FigureRivals {
public:
    FigureRivals(const Panel& panel, const std::vector<std::string>& codes, const FitTarget& target,
                 int march);

    RivalForecast of(std::string_view code, int year, Forecaster rival) const;

private:
    YearlyFigure figure_of(std::string_view code) const;
    double children_of(std::string_view code) const;

    const Panel* panel_;
    const FitTarget* target_;
    int march_;
    int known_;  // the last year of the figure that was known
    FigureOfPlaces figure_;
    Guess by_weights_;
};

}  // namespace headroom
