#include "sim/places/teaching_team.hpp"

#include <algorithm>
#include <cmath>

#include "sim/authority/authority.hpp"
#include "sim/places/authority_names.hpp"
#include "sim/places/position.hpp"
#include "tests/catch.hpp"
#include "tests/places/published_figures.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

namespace {

#ifdef HEADROOM_CHECKED
// Balancing the books after every event takes long.
constexpr int futures = 1, months = 3;
#else
constexpr int futures = 40, months = 36;
#endif

// What the first futures of the team, as now, came to.
template <class Note>
void watch(int number, Note note) {
    const Scenario scenario = scenario_of(R"({"authority": "teaching team"})");
    Authority authority(scenario.settings, scenario.today, scenario.start, 6, months);
    const Alternative& as_now = scenario.alternatives.front();
    for (int future = 0; future < number; ++future) {
        authority.settle(scenario.seed, static_cast<std::uint32_t>(future));
        note(authority.run({&as_now.settings, as_now.policies, as_now.shocks}));
    }
}

}  // namespace

TEST_CASE("the teaching team is asked for by name, in any case, like an authority") {
    for (const char* written : {"teaching team", "Teaching Team", "teaching-team", "teaching"}) {
        INFO(written);
        const NamedPlace place = find_place(published(), written);
        CHECK(place.code == "teaching team");
        CHECK(place.name == "teaching team");
    }
    CHECK(find_place(published(), "teching team").fault.find("did you mean teaching team?") !=
          std::string::npos);
}

TEST_CASE("a question and the command line take the teaching team, and the answer says what it is") {
    const Scenario unfitted = scenario_of(R"({"authority": "teaching team", "fitted": "unfitted"})");
    CHECK(unfitted.settings == teaching_team_settings());
    const Scenario asked = scenario_of(R"({"authority": "teaching team"})");
    CHECK(asked.authority == "teaching team");
    CHECK(asked.fallbacks == teaching_team_caveats());
    Choices choices;
    choices.authority = "Teaching team";
    const Scenario chosen = scenario_of(R"({"authority": "Leeds"})", choices);
    CHECK(chosen.authority == "teaching team");
    CHECK(chosen.settings == asked.settings);
    CHECK(scenario_of(R"({"authority": "teaching team", "settings": {"in_post_fte": 9}})")
              .settings.in_post_fte == 9);
}

TEST_CASE("every count of children of the teaching team is England's share of it, to the nearest whole one") {
    const Settings england;
    const Settings team = teaching_team_settings();
    const double share = team.children_0_to_17 / england.children_0_to_17;
    CHECK(team.children_0_to_17 == 4600);
    for (const SettingRow* row : position_rows()) {
        if (!is_count(*row) || row->key.ends_with("_fte")) continue;
        INFO(row->key);
        const double value = team.*row->value;
        CHECK(value == std::round(value));
        CHECK(std::abs(value - share * england.*row->value) <= 0.5);
    }
}

TEST_CASE("the teaching team has as many case holders for its children as England, and as many posts empty") {
    const Settings england;
    const Settings team = teaching_team_settings();
    CHECK(team.case_holders_fte / team.children_0_to_17 ==
          Approx(england.case_holders_fte / england.children_0_to_17).epsilon(0.02));
    const auto empty = [](const Settings& of) {
        return of.vacancies_fte / (of.vacancies_fte + of.in_post_fte);
    };
    CHECK(empty(team) == Approx(empty(england)).margin(0.04));  // one of nine is the nearest that is whole
}

TEST_CASE("but for its size, its one team, its cover and its front door the teaching team is England") {
    const Settings england;
    const Settings team = teaching_team_settings();
    for (const SettingRow& row : setting_rows()) {
        const auto rows = position_rows();
        const bool may_differ = row.key == "patch_teams" || row.key == "hours_screening" ||
                                row.key == "agency_covering_vacancies_percent";
        const bool is_position = std::find(rows.begin(), rows.end(), &row) != rows.end();
        if (may_differ || (is_position && is_count(row))) continue;
        INFO(row.key);
        CHECK(team.*row.value == england.*row.value);
    }
    CHECK(team.case_holders_fte <= team.in_post_fte + team.agency_fte);
}

TEST_CASE("the teaching team is one team of about eight with England's caseload and vacancies") {
    double caseload = 0, vacancies = 0, holders = 0;
    watch(futures, [&](const Series& series) {
        REQUIRE(series.teams() == 1);
        caseload += series.over_run(Measure::caseload_mean) / futures;
        vacancies += series.over_run(Measure::vacancy_percent) / futures;
        holders += series.over_run(Measure::case_holders) / futures;
    });
    CHECK(holders > 6);
    CHECK(holders < 10);
    if (months < 36) return;
    CHECK(caseload == Approx(15.2).margin(1.5));   // the census's, of England
    CHECK(vacancies == Approx(14.2).margin(4.0));  // the same
}

TEST_CASE("nobody waits for months only because the teaching team has one manager") {
    watch(futures, [](const Series& series) {
        CHECK(series.over_run(Measure::children_unallocated) < 10);
        CHECK(series.over_run(Measure::in_need_plans_open) > 5);
    });
}

TEST_CASE(
    "a future of the teaching team is short enough to watch: hundreds of events a month, not thousands") {
    watch(1, [](const Series& series) {
        CHECK(series.over_run(Measure::events) > 150 * months);
        CHECK(series.over_run(Measure::events) < 1500 * months);
    });
}

TEST_CASE("the teaching team lives England's fit, its counts as small as the team") {
    const Scenario team = scenario_of(R"({"authority": "teaching team"})"), typical = scenario_of("{}");
    REQUIRE(team.ensemble.has_value());
    const double share = teaching_team_settings().children_0_to_17 / Settings{}.children_0_to_17;
    for (std::size_t i = 0; i < team.ensemble->moved.size(); ++i) {
        const SettingRow& row = *team.ensemble->moved[i];
        CAPTURE(row.key);
        const double of_england = typical.ensemble->members[7][i];
        const bool is_made = row.key == "agency_covering_vacancies_percent";
        const double teams = is_made ? 100 : is_count(row) ? of_england * share : of_england;
        CHECK(team.ensemble->members[7][i] == Approx(teams));
    }
    CHECK(team.fit_figures.empty());
}
