// What one case manager completes under a hard limit, with an endless waiting list, is what a repairman with
// as many machines as the limit allows gets done.
#include <variant>

#include "tests/known_answers/futures.hpp"

namespace headroom {
namespace {

constexpr int first_month = 2;

// The share of time a repairman has nothing to do, of `machines` that each break down at rate `failing` and
// are mended at rate `mending` (M/M/1//N; D. Gross, J. Shortle, J. Thompson and C. Harris, Fundamentals of
// Queueing Theory, 2008, section 2.7).
double share_idle(int machines, double failing, double mending) {
    double chance = 1, total = 1;
    for (int broken = 1; broken <= machines; ++broken) {
        chance *= (machines - broken + 1) * failing / mending;
        total += chance;
    }
    return 1 / total;
}

// Families closed in a working day (Campello, Ingolfsson and Shumsky 2017).
double completions_a_day(const Settings& settings, int limit) {
    const double ends = settings.brief_help_ends_per_visit_percent / 100;
    const double visits_a_minute = 1 / mean_kept_minutes(settings.hours_per_visit_brief_help * 60);
    // Delays lose what they have beyond a whole minute.
    const double back_a_minute = 1 / (working_days(settings.brief_help_days_between_visits) - 0.5);
    const double busy = 1 - share_idle(limit, back_a_minute, visits_a_minute * (1 - ends));
    return ends * visits_a_minute * busy * minutes_per_working_day;
}

TEST_CASE("a case manager with room for one to forty completes what the closed queue of that size does") {
    const Scenario scenario = question_of("one-case-manager.json");
    const int days = working_days_between(scenario, first_month, scenario.months);
    std::vector<std::vector<double>> found(scenario.alternatives.size());
    double shortest_list = 1e9;
    live(scenario, [&](std::size_t i, const Series& series) {
        found[i].push_back(series.over(Measure::episodes_ended, first_month, scenario.months) / days);
        for (int month = 0; month < scenario.months; ++month) {
            shortest_list = std::min(shortest_list, series.at(Measure::children_unallocated, month));
        }
    });
    CHECK(shortest_list > 10);
    REQUIRE(found.size() == 16);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Policy& policy = scenario.alternatives[i].policies.front().policy;
        const int limit = static_cast<int>(std::get<HardLimit>(policy.caseload_limit.rule).children);
        INFO("room for " << limit);
        const double theory = completions_a_day(scenario.alternatives[i].settings, limit);
        CHECK(estimate_of(found[i]) == known_answer(theory, 0.04));
    }
}

}  // namespace
}  // namespace headroom
