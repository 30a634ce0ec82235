#include "sim/forecasting/forecast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "sim/authority/authority.hpp"
#include "sim/forecasting/drawing_back.hpp"
#include "sim/places/position.hpp"

namespace headroom {

namespace {

constexpr int months_to_settle = 12;
constexpr int months_to_september = 6;  // from the end of March
constexpr std::array demands = {KnownDemand::unknown, KnownDemand::as_it_came};

// The months before the end of one, as long as a fit looks at; what lies before the start is left empty,
// since a fit looks at the last twelve only.
Series months_before(const Series& series, int end) {
    Series part(fitted_months, 0);
    const int before = end - fitted_months;
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind == MeasureKind::whole || row.kind == MeasureKind::histogram) continue;
        for (int month = std::max(0, -before); month < fitted_months; ++month)
            part.at(row.measure, month) = series.at(row.measure, before + month);
    }
    return part;
}

// A surge a year, up or down, the last one going on for the months to September.
std::vector<Shock> as_surges(std::span<const double> referrals) {
    std::vector<Shock> shocks;
    for (std::size_t year = 0; year < referrals.size(); ++year) {
        Shock shock;
        shock.kind = ShockKind::referral_surge;
        shock.from_month = 12.0 * static_cast<double>(year);
        shock.months = 12.0 + (year + 1 == referrals.size() ? months_to_september : 0);
        shock.size = 100 * (referrals[year] - 1);
        shocks.push_back(shock);
    }
    return shocks;
}

// What differs from year to year belongs here: demand's does, unless it is known.
Settings with_the_years(Settings settings, KnownDemand demand) {
    settings.years_differ_percent = 100;
    if (demand == KnownDemand::as_it_came) settings.demand_shock_log_sd = 0;
    return settings;
}

// The figures of every year of one future, target after target.
std::vector<double> figures_by_year(const Series& series, const Panel& panel, int years) {
    std::vector<double> figures;
    for (int year = 1; year <= years; ++year) {
        const Series to_march = months_before(series, 12 * year);
        const Series to_september = months_before(series, 12 * year + months_to_september);
        for (const FitTarget& target : fit_targets()) {
            const bool in_march = panel.year_end(target.figure) == YearEnd::march;
            figures.push_back(target.found(in_march ? to_march : to_september));
        }
    }
    return figures;
}

using MemberFigures = std::array<std::vector<double>, demands.size()>;

// One member's future from the settled state on, under either demand: the same chances in both.
MemberFigures live_member(const KnownPlace& place, const Fit& fit, const YearsAfter& after, int member) {
    const Settings fitted = fit.ensemble.with_member(settings_from_figures(place.figures), member);
    const int years = static_cast<int>(after.referrals.size());
    Authority authority(fitted, Policy{}, {place.march, 4, 1}, months_to_settle,
                        12 * years + months_to_september);
    const int futures_of_fit =
        (fit.options.assimilations + 1) * static_cast<int>(fit.ensemble.members.size());
    authority.settle(fit.options.seed, static_cast<std::uint32_t>(futures_of_fit + member));
    const std::vector<DatedPolicy> as_now(1);
    const std::vector<DrawnBack> ways = drawing_back(place, fit, *after.panel);
    MemberFigures figures;
    for (std::size_t i = 0; i < demands.size(); ++i) {
        const Settings settings = with_the_years(drawn_back(fitted, ways), demands[i]);
        const std::vector<Shock> shocks =
            demands[i] == KnownDemand::as_it_came ? as_surges(after.referrals) : std::vector<Shock>{};
        figures[i] = figures_by_year(authority.run({&settings, as_now, shocks}), *after.panel, years);
    }
    return figures;
}

}  // namespace

bool is_by_year(const FitTarget& target) {
    return target.figure != Figure::assessment_days_lower_quartile &&
           target.figure != Figure::assessment_days_median &&
           target.figure != Figure::assessment_days_upper_quartile;
}

std::optional<double> published_in(const Panel& panel, std::string_view code, const FitTarget& target,
                                   int year) {
    const auto part = panel.at(code, target.figure, year);
    if (!part || target.whole == target.figure) return part;
    const auto whole = panel.at(code, target.whole, year);
    return whole && *whole > 0 ? std::optional(100 * *part / *whole) : std::nullopt;
}

YearsAfter years_after(const Panel& panel, const KnownPlace& place, int last_march) {
    const double known = place.figures[Figure::referrals].value;
    std::vector<double> came;
    for (int year = place.march + 1; year <= last_march; ++year) {
        const auto published = panel.at(place.figures.code(), Figure::referrals, year);
        const double before = came.empty() ? 1 : came.back();
        came.push_back(published && known > 0 ? *published / known : before);
    }
    return {&panel, std::move(came)};
}

std::vector<ForecastFigure> forecast(const KnownPlace& place, const Fit& fit, const YearsAfter& after,
                                     const ForEach& for_each) {
    std::vector<MemberFigures> lived(fit.ensemble.members.size());
    for_each(static_cast<int>(fit.ensemble.members.size()), [&](int member) {
        lived[static_cast<std::size_t>(member)] = live_member(place, fit, after, member);
    });
    std::vector<ForecastFigure> figures;
    for (std::size_t demand = 0; demand < demands.size(); ++demand) {
        for (std::size_t k = 0; k < after.referrals.size() * fit_targets().size(); ++k) {
            const FitTarget& target = fit_targets()[k % fit_targets().size()];
            if (!is_by_year(target)) continue;
            const int year = place.march + 1 + static_cast<int>(k / fit_targets().size());
            ForecastFigure figure{&target, year, demands[demand], {}};
            for (const MemberFigures& member : lived)
                if (std::isfinite(member[demand][k])) figure.members.push_back(member[demand][k]);
            figures.push_back(std::move(figure));
        }
    }
    return figures;
}

}  // namespace headroom
