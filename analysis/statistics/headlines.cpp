#include "analysis/statistics/headlines.hpp"

#include <algorithm>
#include <cmath>

namespace headroom {

namespace {

// The smallest differences are for a typical authority: 0.5 hours of every 100 planned are 40 hours a month,
// a third of one worker's time with families; five children are a third of one worker's caseload; a
// percentage point of visits is nine a month; 0.5 % of staff cost is the pay of about one worker.
constexpr Headline all_headlines[] = {
    {Measure::unmet_per_100_waiting, Group::shortfalls, 1, 1, 0.5},
    {Measure::unmet_per_100_stretched, Group::shortfalls, 1, 1, 0.5},
    {Measure::unmet_per_100_turned_away, Group::shortfalls, 1, 1, 0.5},
    {Measure::unmet_per_100, Group::shortfalls, 1, 1, 0.5},
    {Measure::children_unallocated, Group::children, 1, 0, 5},
    {Measure::wait_days_p90, Group::children, 1, 0, 1},
    {Measure::visits_on_time_percent, Group::children, 1, 1, 1},
    {Measure::assessments_within_45_percent, Group::children, 1, 1, 1},
    {Measure::rereferrals_percent, Group::children, 1, 1, 0.5},
    {Measure::caseload_mean, Group::workforce, 1, 1, 0.2},
    {Measure::caseload_case_weighted, Group::workforce, 1, 1, 0.2},
    {Measure::vacancy_percent, Group::workforce, 1, 1, 0.5},
    {Measure::agency_percent, Group::workforce, 1, 1, 0.5},
    {Measure::turnover_percent, Group::workforce, 1, 1, 0.5},
    {Measure::absence_percent, Group::workforce, 1, 1, 0.2},
    {Measure::strain, Group::workforce, 1, 2, 0.02},
    {Measure::cost, Group::cost, 1e-6, 1, 0, 0.005},
};

}  // namespace

std::string_view heading_of(Group group) {
    switch (group) {
        case Group::shortfalls: return "Need unmet, hours per 100 planned";
        case Group::children: return "Children";
        case Group::workforce: return "Workforce";
        case Group::cost: return "Cost over the whole run";
    }
    return "";
}

Headline Headline::beside(double first_mean) const {
    Headline row = *this;
    if (!std::isfinite(first_mean)) return row;
    row.smallest = std::max(smallest, smallest_share * std::abs(first_mean));
    // A team's cost in whole tens of thousands: otherwise no difference could be seen.
    if (measure == Measure::cost && std::abs(first_mean) < 10e6) row.decimals = 2;
    return row;
}

std::span<const Headline> headlines() {
    return all_headlines;
}

}  // namespace headroom
