#include "analysis/statistics/headlines.hpp"

namespace headroom {

namespace {

constexpr Headline all_headlines[] = {
    {Measure::unmet_per_100_waiting, Group::shortfalls, "waiting for a worker", 1, 1, 0.1},
    {Measure::unmet_per_100_stretched, Group::shortfalls, "worker stretched", 1, 1, 0.1},
    {Measure::unmet_per_100_turned_away, Group::shortfalls, "turned away", 1, 1, 0.1},
    {Measure::unmet_per_100, Group::shortfalls, "all three together", 1, 1, 0.1},
    {Measure::children_unallocated, Group::children, "without a worker, mean", 1, 0, 1},
    {Measure::wait_days_p90, Group::children, "9 in 10 wait up to, days", 1, 0, 1},
    {Measure::visits_on_time_percent, Group::children, "visits on time, %", 1, 1, 0.2},
    {Measure::assessments_within_45_percent, Group::children, "assessed in 45 days, %", 1, 1, 0.2},
    {Measure::rereferrals_percent, Group::children, "re-referred in a year, %", 1, 1, 0.2},
    {Measure::caseload_mean, Group::workforce, "mean caseload", 1, 1, 0.1},
    {Measure::caseload_case_weighted, Group::workforce, "average child's caseload", 1, 1, 0.1},
    {Measure::vacancy_percent, Group::workforce, "vacancies, %", 1, 1, 0.2},
    {Measure::agency_percent, Group::workforce, "agency workers, %", 1, 1, 0.2},
    {Measure::turnover_percent, Group::workforce, "turnover, % a year", 1, 1, 0.2},
    {Measure::absence_percent, Group::workforce, "sickness absence, %", 1, 1, 0.1},
    {Measure::strain, Group::workforce, "strain (1 just fits)", 1, 2, 0.01},
    {Measure::cost, Group::cost, "staff, \u00a3 million", 1e-6, 1, 50'000},
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

std::span<const Headline> headlines() {
    return all_headlines;
}

}  // namespace headroom
