// The back-test of one authority.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/commands/backtest_rivals.hpp"
#include "sim/commands/backtest_rows.hpp"
#include "sim/fitting/fit_place.hpp"
#include "sim/forecasting/forecast.hpp"

namespace headroom {

// What is fitted to, and which years are forecast.
struct BacktestPlan {
    int march = 2021;  // what was known at its end
    std::vector<int> years = {2022, 2023, 2024};
    FitOptions fit;
};

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
