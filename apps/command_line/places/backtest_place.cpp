#include "apps/command_line/places/backtest_place.hpp"

#include <algorithm>
#include <utility>

#include "sim/fitting/quantile.hpp"

namespace headroom {

namespace {

std::vector<std::string> codes_of(const PublishedFigures& published) {
    std::vector<std::string> codes;
    for (const PublishedPlace& place : published.authorities()) codes.push_back(place.code);
    return codes;
}

// For what is measured as a share, in percent of what was published.
ForecastScore scored(const ForecastRow& row, std::vector<double> members) {
    ForecastScore score = score_of(std::move(members), row.middle, row.published);
    const double least = 0.5;
    const double scale = row.target->distance == Distance::share ? 100 / std::max(row.published, least) : 1;
    score.error *= scale;
    score.crps *= scale;
    return score;
}

double median_of(std::vector<double> members) {
    std::sort(members.begin(), members.end());
    return quantile_of(members, 0.5);
}

bool is_one_of(const std::vector<Figure>& figures, const FitTarget& target) {
    const auto is_there = [&](Figure figure) { return std::ranges::find(figures, figure) != figures.end(); };
    return is_there(target.figure) || is_there(target.whole);
}

}  // namespace

Backtest::Backtest(const BacktestPlan& plan)
    : plan_(plan),
      today_(PublishedFigures::built_in()),
      panel_(Panel::built_in()),
      known_(panel_, today_, plan.march) {
    const std::vector<std::string> all = codes_of(today_);
    for (const FitTarget& target : fit_targets())
        rivals_.emplace(&target, FigureRivals(panel_, all, target, plan.march));
}

std::vector<std::string> Backtest::codes() const {
    std::vector<std::string> codes;
    for (const PublishedPlace& place : today_.authorities())
        if (known_.place(place.code)) codes.push_back(place.code);
    return codes;
}

std::vector<std::string> Backtest::left_out() const {
    std::vector<std::string> names;
    for (const PublishedPlace& place : today_.authorities())
        if (!known_.place(place.code)) names.push_back(place.name);
    return names;
}

std::vector<std::string> Backtest::unpublished() const {
    std::vector<std::string> names;
    for (const FitTarget& target : fit_targets()) {
        const bool is_known = latest_known(panel_, england_code, target.figure, plan_.march) &&
                              latest_known(panel_, england_code, target.whole, plan_.march);
        if (!is_known) names.emplace_back(target.name);
    }
    return names;
}

void Backtest::add_rivals(const ForecastRow& of, std::vector<ForecastRow>& rows) const {
    for (const Forecaster rival : {Forecaster::last_year, Forecaster::weights}) {
        RivalForecast forecast = rivals_.at(of.target).of(of.code, of.year, rival);
        if (forecast.members.empty()) continue;
        ForecastRow row = of;
        row.forecaster = rival;
        row.middle = forecast.middle;
        row.score = scored(row, std::move(forecast.members));
        rows.push_back(std::move(row));
    }
}

std::vector<ForecastRow> Backtest::rows(const KnownPlace& place, const ForEach& for_each,
                                        const FitProgress& progress) const {
    FitOptions options = plan_.fit;
    options.left_out = place.unpublished;
    const Fit fit = fit_place(place, options, for_each, progress);
    const int last = *std::max_element(plan_.years.begin(), plan_.years.end());
    std::vector<ForecastRow> rows;
    for (ForecastFigure& figure : forecast(place, fit, years_after(panel_, place, last), for_each)) {
        const bool is_scored = std::ranges::find(plan_.years, figure.year) != plan_.years.end();
        const auto published = published_in(panel_, place.figures.code(), *figure.target, figure.year);
        if (!is_scored || !published || figure.members.empty()) continue;
        const bool knows = figure.demand == KnownDemand::as_it_came;
        ForecastRow row{fit.name,
                        fit.code,
                        figure.target,
                        figure.year,
                        knows ? Forecaster::model_with_referrals : Forecaster::model,
                        !is_one_of(place.unpublished, *figure.target),
                        *published,
                        median_of(figure.members),
                        {}};
        row.score = scored(row, std::move(figure.members));
        rows.push_back(row);
        if (!knows) add_rivals(row, rows);
    }
    return rows;
}

int futures_of_backtest(const FitOptions& options) {
    return options.members * (options.assimilations + 1 + 2);
}

}  // namespace headroom
