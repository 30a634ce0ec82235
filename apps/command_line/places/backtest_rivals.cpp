#include "apps/command_line/places/backtest_rivals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/engine/elementary.hpp"
#include "sim/forecasting/forecast.hpp"
#include "sim/forecasting/known_figures.hpp"

namespace headroom {

namespace {

constexpr int first_year_of_panel = 2012;
constexpr double least_of_a_count = 0.5;  // where the logarithm of a count ends

// Those measured over all authorities where there are such, else those of the years that were known.
LastingWeights weights_for(const FitTarget& target, const FigureOfPlaces& figure, int known) {
    for (const LastingRate& rate : lasting_rates())
        if (rate.figure == target.figure) return {rate.last, rate.three_years};
    return weights_from_the_past(figure, known);
}

}  // namespace

FigureRivals::FigureRivals(const Panel& panel, const std::vector<std::string>& codes, const FitTarget& target,
                           int march)
    : panel_(&panel), target_(&target), march_(march), known_(last_known_year(panel, target.figure, march)) {
    for (const std::string& code : codes) figure_.places.push_back(figure_of(code));
    figure_.england = figure_of(england_code);
    by_weights_ = guess_by_weights(weights_for(target, figure_, known_), figure_.england);
}

double FigureRivals::children_of(std::string_view code) const {
    const auto children = latest_known(*panel_, code, Figure::children_0_17, march_);
    return children ? children->value : std::nan("");
}

// Up to the last year that was known: nothing later is so much as looked at.
YearlyFigure FigureRivals::figure_of(std::string_view code) const {
    YearlyFigure figure{first_year_of_panel, {}};
    for (int year = first_year_of_panel; year <= known_; ++year) {
        const auto value = published_in(*panel_, code, *target_, year);
        const auto children = panel_->at(code, Figure::children_0_17, year);
        double number = value.value_or(std::nan(""));
        if (target_->distance == Distance::share && value)
            number = children ? natural_log(std::max(*value, least_of_a_count) / *children) : std::nan("");
        figure.values.push_back(number);
    }
    return figure;
}

RivalForecast FigureRivals::of(std::string_view code, int year, Forecaster rival) const {
    const Guess guess = rival == Forecaster::weights ? by_weights_ : Guess(guess_last_year);
    const double guessed = guess(figure_of(code), known_);
    const bool is_share = target_->distance == Distance::share;
    const double children = is_share ? children_of(code) : 1;
    // No percentage lies beyond 0 and 100, and no caseload below 0.
    const double most = target_->unit.starts_with('%') ? 100 : std::numeric_limits<double>::infinity();
    const auto in_its_unit = [&](double value) {
        return is_share ? exponential_of(value) * children : std::clamp(value, 0.0, most);
    };
    RivalForecast forecast{in_its_unit(guessed), {}};
    if (!std::isfinite(forecast.middle)) return forecast;
    for (const double error : past_errors(figure_, guess, year - known_, known_))
        forecast.members.push_back(in_its_unit(guessed + error));
    if (forecast.members.empty()) forecast.members.push_back(forecast.middle);
    return forecast;
}

}  // namespace headroom
