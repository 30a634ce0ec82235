// The back-test of one authority.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/scoring/backtest_rows.hpp"
#include "apps/command_line/places/backtest_rivals.hpp"
#include "sim/fitting/fit_place.hpp"
#include "sim/forecasting/backtest_plan.hpp"
#include "sim/forecasting/forecast.hpp"

namespace headroom {

// Everything that the back-test of any authority needs, worked out once.
class Backtest {
public:
    explicit Backtest(const BacktestPlan& plan);

    // The authorities that had published enough by then, by name, and the names of those that had not.
    std::vector<std::string> codes() const;
    std::vector<std::string> left_out() const;
    std::optional<KnownPlace> place(std::string_view code) const { return known_.place(code); }
    const PublishedFigures& today() const { return today_; }
    // The names of figures that nobody had published by then, of those that are scored.
    std::vector<std::string> unpublished() const;

    // Fits the place and runs it on, and lays every forecast beside what was published.
    std::vector<ForecastRow> rows(const KnownPlace& place, const ForEach& for_each,
                                  const FitProgress& progress) const;

private:
    void add_rivals(const ForecastRow& of, std::vector<ForecastRow>& rows) const;

    BacktestPlan plan_;
    PublishedFigures today_;
    Panel panel_;
    KnownFigures known_;
    std::map<const FitTarget*, FigureRivals> rivals_;
};

// How many futures the back-test of one authority lives.
int futures_of_backtest(const FitOptions& options);

}  // namespace headroom
