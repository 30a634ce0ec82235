// Futures of a fitted authority may differ in how many teams there are.
#include <cmath>

#include "sim/futures/results_of.hpp"
#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE(
    "a future with fewer teams than another keeps its values, and has none for the teams it did not have") {
    Scenario scenario;
    scenario.months = 3;
    scenario.replications = 2;
    scenario.alternatives = {{"As now", {}, {}, {}}};
    std::vector<Replication> lived(2);
    for (std::uint32_t number = 0; number < 2; ++number) {
        const int teams = number == 0 ? 2 : 4;
        Series series(3, teams);
        series.at(Measure::referrals, 1) = 7 + number;
        for (int team = 0; team < teams; ++team)
            series.team(TeamMeasure::team_unmet_hours, team, 2) = 10 + team;
        lived[number].number = number;
        lived[number].faults = {""};
        lived[number].series.push_back(std::move(series));
    }
    const StudyResults results = results_of(scenario, std::move(lived), "a test");
    CHECK(results.teams == 4);
    for (int future = 0; future < 2; ++future) {
        const Series& series = results.at(0, future);
        CHECK(series.teams() == 4);
        CHECK(series.at(Measure::referrals, 1) == 7 + future);
        const auto hours = series.team(TeamMeasure::team_unmet_hours);
        CHECK(hours[2] == 10);
        CHECK(hours[5] == 11);
        CHECK(std::isnan(hours[11]) == (future == 0));
    }
}
