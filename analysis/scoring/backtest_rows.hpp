// What a back-test found, one row for each forecast, and how it is kept in a file.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/scoring/ensemble_scores.hpp"
#include "sim/fitting/fit_target.hpp"

namespace headroom {

// Who forecast: the model without and with the referrals that came, last year's figure, and the weights of
// what lasts.
enum class Forecaster { model, model_with_referrals, last_year, weights };
inline constexpr std::array forecasters = {Forecaster::model, Forecaster::model_with_referrals,
                                           Forecaster::last_year, Forecaster::weights};
std::string_view name_of(Forecaster forecaster);

// One forecast of one figure beside what was published. Its error and CRPS are in the figure's unit, or for
// what is measured as a share in percent of what was published; its ranges in the figure's unit.
struct ForecastRow {
    std::string authority;
    std::string code;
    const FitTarget* target;
    int year;
    Forecaster forecaster;
    bool was_fitted;  // the figure was published by then, by anyone
    double published;
    double middle;
    ForecastScore score;
};

// "% of itself", or the figure's unit.
std::string error_unit(const FitTarget& target);

// How every table of a back-test begins, by which it is known.
std::string_view backtest_columns();

// The rows as CSV, under the columns. Numbers read back to the last bit.
std::string rows_text(const std::vector<ForecastRow>& rows);

// Rows of such a text. One that cannot be read ends it, and what it held is done again.
std::vector<ForecastRow> rows_from(std::string_view text);

}  // namespace headroom
