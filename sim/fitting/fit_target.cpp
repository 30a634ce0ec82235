#include "sim/fitting/fit_target.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/engine/elementary.hpp"

namespace headroom {

namespace {

constexpr int from = fitted_months - 12, to = fitted_months;

double year(const Series& series, Measure measure) {
    double sum = 0;
    for (int month = from; month < to; ++month) sum += series.at(measure, month);
    return sum;
}

double percent(const Series& series, Measure part, Measure whole) {
    const double all = year(series, whole);
    return all > 0 ? 100 * year(series, part) / all : std::nan("");
}

template <Measure measure>
double in_year(const Series& series) {
    return year(series, measure);
}

template <Measure part, Measure whole>
double percent_of(const Series& series) {
    return percent(series, part, whole);
}

template <Measure measure>
double at_the_end(const Series& series) {
    return series.at(measure, to - 1);
}

template <Measure measure>
double on_average(const Series& series) {
    return series.over(measure, from, to);
}

// Of a histogram of days, one to a bin.
template <int quarter>
double assessment_days(const Series& series) {
    return histogram_quantile(series.of(Measure::assessment_days_histogram), 1, quarter / 4.0);
}

double turnover(const Series& series) {
    const double in_post = year(series, Measure::in_post) / 12;
    return in_post > 0 ? 100 * year(series, Measure::leavers) / in_post : std::nan("");
}

using M = Measure;
using F = Figure;
constexpr Distance share = Distance::share, own = Distance::own_unit;

// Measured as children_together was. Assessments are late together, in the months when much comes at once;
// most absence is short.
constexpr double late_together = 9, workers_together = 1, sick_days_together = 0.05;

// Tolerances: a year's usual change of a figure that nothing was done to, sampling and rounding together.
constexpr std::array targets = {
    FitTarget{"referrals", "a year", F::referrals, F::referrals, share, 0.03, in_year<M::referrals>},
    FitTarget{"no further action", "% of referrals", F::referrals_no_further_action, F::referrals, own, 1,
              percent_of<M::no_further_action, M::referrals>, F::referrals},
    FitTarget{"not in need", "% of referrals", F::referrals_assessed_not_in_need, F::referrals, own, 1.5,
              percent_of<M::assessed_not_in_need, M::referrals>, F::referrals},
    FitTarget{"assessments", "a year", F::assessments, F::assessments, share, 0.04,
              in_year<M::assessments_completed>},
    FitTarget{"section 47 enquiries", "a year", F::s47_enquiries, F::s47_enquiries, share, 0.04,
              in_year<M::s47_enquiries>},
    FitTarget{"conferences", "a year", F::conferences, F::conferences, share, 0.05,
              in_year<M::conferences_held>},
    FitTarget{"protection plans started", "a year", F::protection_plans_started, F::protection_plans_started,
              share, 0.05, in_year<M::protection_plans_started>},
    FitTarget{"in-need plans started", "a year", F::in_need_plans_started, F::in_need_plans_started, share,
              0.04, in_year<M::in_need_plans_started>},
    FitTarget{"became looked after", "a year", F::looked_after_started, F::looked_after_started, share, 0.05,
              in_year<M::looked_after_started>},
    FitTarget{"on protection plans", "children", F::protection_plans_open, F::protection_plans_open, share,
              0.04, at_the_end<M::protection_plans_open>},
    FitTarget{"on in-need plans", "children", F::in_need_plans_open, F::in_need_plans_open, share, 0.04,
              at_the_end<M::in_need_plans_open>},
    FitTarget{"looked after", "children", F::looked_after_open, F::looked_after_open, share, 0.02,
              at_the_end<M::looked_after_open>},
    FitTarget{"caseload", "children", F::caseload, F::caseload, own, 0.6, on_average<M::caseload_mean>},
    FitTarget{"children held", "children", F::cases, F::cases, share, 0.05, on_average<M::children_held>},
    FitTarget{"assessed in 45 days", "%", F::assessments_within_45_days_percent,
              F::assessments_within_45_days_percent, own, 2,
              percent_of<M::assessments_within_45, M::assessments_completed>, F::assessments, late_together},
    FitTarget{"assessments, lower quartile", "days", F::assessment_days_lower_quartile,
              F::assessment_days_lower_quartile, own, 3, assessment_days<1>},
    FitTarget{"assessments, median", "days", F::assessment_days_median, F::assessment_days_median, own, 2,
              assessment_days<2>},
    FitTarget{"assessments, upper quartile", "days", F::assessment_days_upper_quartile,
              F::assessment_days_upper_quartile, own, 3, assessment_days<3>},
    FitTarget{"conferences in 15 days", "%", F::conferences_within_15_days_percent,
              F::conferences_within_15_days_percent, own, 3,
              percent_of<M::conferences_within_15, M::conferences_held>, F::conferences},
    FitTarget{"re-referred in a year", "%", F::rereferrals_percent, F::rereferrals_percent, own, 1.2,
              percent_of<M::rereferrals_within_12_months, M::referrals>, F::referrals},
    FitTarget{"second or later plans", "%", F::second_protection_plans_percent,
              F::second_protection_plans_percent, own, 2.5,
              percent_of<M::second_plans, M::protection_plans_started>, F::protection_plans_started},
    FitTarget{"three or more workers", "%", F::looked_after_three_workers_percent,
              F::looked_after_three_workers_percent, own, 4,
              on_average<M::looked_after_three_workers_percent>, F::looked_after_open},
    FitTarget{"vacancies", "%", F::vacancy_percent, F::vacancy_percent, own, 2,
              on_average<M::vacancy_percent>, F::in_post_fte, workers_together},
    FitTarget{"agency workers", "%", F::agency_percent, F::agency_percent, own, 2,
              on_average<M::agency_percent>, F::in_post_fte, workers_together},
    FitTarget{"turnover", "% a year", F::turnover_percent, F::turnover_percent, own, 2, turnover,
              F::in_post_fte, workers_together},
    FitTarget{"sickness absence", "%", F::absence_percent, F::absence_percent, own, 0.4,
              percent_of<M::sick_days, M::contracted_days>, F::in_post_fte, sick_days_together},
};

constexpr double least_count = 0.5;     // where the logarithm of a count ends
constexpr double weight_of_others = 3;  // times the tolerance of a figure of the region or of England

// Of so many children or workers, in percent squared. A percentage of few is not surer for being 0 or 100.
double variance_of_percentage(double percent, double independent) {
    const double share = std::clamp(percent / 100, 0.05, 0.95);
    return 100 * 100 * share * (1 - share) / std::max(independent, 1.0);
}

// The variance of the chance in a figure, by its distance.
double variance_of_chance(const FitTarget& target, double value, const PlaceFigures& place) {
    if (target.of) return variance_of_percentage(value, place[*target.of].value / target.together);
    return target.distance == Distance::share ? target.together / std::max(value, 1.0) : 0;
}

}  // namespace

std::span<const FitTarget> fit_targets() {
    return targets;
}

double published(const FitTarget& target, const PlaceFigures& place) {
    const double part = place[target.figure].value;
    if (target.whole == target.figure) return part;
    const double whole = place[target.whole].value;
    return whole > 0 ? 100 * part / whole : 0;
}

double compared(const FitTarget& target, double found, double published) {
    const double value = std::isfinite(found) ? found : published;
    return target.distance == Distance::share ? natural_log(std::max(value, least_count)) : value;
}

Observed observed_of(const PlaceFigures& place) {
    Observed observed;
    for (const FitTarget& target : targets) {
        const double value = published(target, place);
        double error =
            std::sqrt(target.tolerance * target.tolerance + variance_of_chance(target, value, place));
        if (place[target.figure].from != FigureValue::From::own) error *= weight_of_others;
        observed.values.push_back(compared(target, value, value));
        observed.errors.push_back(error);
    }
    return observed;
}

}  // namespace headroom
