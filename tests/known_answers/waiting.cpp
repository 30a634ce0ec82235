// Families wait for a worker with room as Erlang's formula says (M/M/c).
#include "benchmarks/erlang.hpp"
#include "sim/referrals/season.hpp"
#include "tests/known_answers/futures.hpp"

namespace headroom {
namespace {

constexpr int workers = 10;
constexpr int first_month = 4;  // the months before run at the same rate and are left to settle
constexpr int months = 12;

// What theory says of one load, in working days; work is in minutes.
struct Wait {
    double waiting;    // families, on average
    double mean_days;  // of a family's wait, counted in whole days as the measure does

    Wait(double families_a_day, double minutes_of_work) {
        const double load = families_a_day * minutes_of_work / minutes_per_working_day;
        const double delayed = erlang_c(workers, load);
        // Who waits does so for an exponential time of this rate a day.
        const double rate = (workers - load) * minutes_per_working_day / minutes_of_work;
        waiting = delayed * load / (workers - load);
        mean_days = delayed / std::expm1(rate);
    }
};

struct Found {
    std::vector<double> waiting, mean_days;
};

TEST_CASE("the referrals of the waiting question come at the same rate every working day") {
    const Scenario scenario = question_of("waiting.json");
    const Calendar calendar = calendar_of(scenario);
    const Season season(scenario.settings, calendar);
    const double a_day = season.at(working_days(1)) - season.at(0);
    for (int day = 0; day < calendar.month_start(months); ++day) {
        REQUIRE(season.at(working_days(day + 1)) - season.at(working_days(day)) == Approx(a_day));
    }
}

// Three standard errors come to at most this share of the answer, at each load. Waits of more than a day are
// rare.
constexpr double error_of_waiting[] = {0.07, 0.07, 0.09};
constexpr double error_of_days[] = {0.40, 0.25, 0.17};

TEST_CASE("families wait for one of ten workers with room for one as Erlang C says, at three loads") {
    const Scenario scenario = question_of("waiting.json");
    std::vector<Found> found(scenario.alternatives.size());
    live(scenario, [&](std::size_t i, const Series& series) {
        const double allocations = series.over(Measure::allocations, first_month, months);
        found[i].waiting.push_back(series.over(Measure::children_unallocated, first_month, months));
        found[i].mean_days.push_back(series.over(Measure::wait_days_total, first_month, months) /
                                     allocations);
    });
    for (std::size_t i = 0; i < found.size(); ++i) {
        INFO(scenario.alternatives[i].name);
        const Settings& settings = scenario.alternatives[i].settings;
        const double a_day = settings.referrals_per_year / working_days_between(scenario, 0, months);
        const double work = mean_kept_minutes(settings.hours_per_visit_brief_help * 60);
        const Wait theory(a_day, work);
        CHECK(estimate_of(found[i].waiting) == known_answer(theory.waiting, error_of_waiting[i]));
        CHECK(estimate_of(found[i].mean_days) == known_answer(theory.mean_days, error_of_days[i]));
    }
}

}  // namespace
}  // namespace headroom
