// Runs a place on from what was known of it: one future a member of its fit, and what is published of each
// year after.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/fitting/fit_place.hpp"
#include "sim/forecasting/known_figures.hpp"
#include "sim/forecasting/panel.hpp"

namespace headroom {

// What the forecast knows of the referrals to come: nothing, so that each future has its own, or those that
// came.
enum class KnownDemand : std::uint8_t { unknown, as_it_came };

// One figure of one year, in every member that gave one.
struct ForecastFigure {
    const FitTarget* target;
    int year;
    KnownDemand demand;
    std::vector<double> members;
};

// The figures that can be forecast by year: all that a fit is held to but those of which the model keeps one
// distribution for a whole run.
bool is_by_year(const FitTarget& target);

// As published that year, in the target's unit.
std::optional<double> published_in(const Panel& panel, std::string_view code, const FitTarget& target,
                                   int year);

// The years that a place is run on for: the referrals of each over those it was known by. The panel, which
// must outlive it, says when a figure's year ends.
struct YearsAfter {
    const Panel* panel;
    std::vector<double> referrals;
};

// To the end of that March. A year whose referrals are not published is like the one before.
YearsAfter years_after(const Panel& panel, const KnownPlace& place, int last_march);

// Every figure of those years under both kinds of demand. Each member has chances of its own, which no round
// of the fit has used, and the same under both.
std::vector<ForecastFigure> forecast(const KnownPlace& place, const Fit& fit, const YearsAfter& after,
                                     const ForEach& for_each);

}  // namespace headroom
