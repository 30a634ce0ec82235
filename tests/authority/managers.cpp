// What a service is like whose managers are lost: someone acts up, support lapses and plans drift.
#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Shock nobody_manages = {ShockKind::manager_leaving, 0, 12, 100};

// Nothing else than what is asked about answers the loss.
Settings unanswering(double children, double Settings::*strength, double value) {
    Settings settings = without_answers(small_authority(children));
    settings.*strength = value;
    return settings;
}

}  // namespace

TEST_CASE(
    "when no manager is left a senior acts up in each team, and work is allocated and signed all the same") {
    const Way lost = struck(small_authority(20000), nobody_manages);
    Inside inside(lost, {8, 1, 3});
    int acting = 0, seniors = 0;
    const Series& series = inside.watch([&](World& world) {
        for (std::uint32_t team = 0; world.state.month >= 0 && team < world.state.teams.size(); ++team) {
            if (world.state.teams[team].manager_post == nobody) continue;
            const std::uint32_t manager = manager_of(world, team);
            if (manager == nobody) continue;
            CHECK(world.state.workers[manager].role != Role::manager);
            CHECK(world.state.workers[manager].team == team);
            CHECK_FALSE(manager_decides(world, team));
            ++acting;
            seniors += world.state.workers[manager].role == Role::senior;
        }
    });
    CHECK(acting > 200);
    CHECK(seniors > acting / 2);
    for (int month = 2; month < 8; ++month) {
        CHECK(series.at(Measure::assessments_completed, month) > 0);
        CHECK(series.at(Measure::allocations, month) > 0);
    }
    const Lived lived = live({Way{small_authority(20000)}, lost}, {8, 4, 3});
    CHECK(lived.mean(1, Measure::assessments_completed, 2, 8) >
          0.85 * lived.mean(0, Measure::assessments_completed, 2, 8));
}

TEST_CASE("a manager at hand decides, one who is lost, away for long or overspread does not") {
    const Way way{small_authority(20000)};
    Inside inside(way, {1, 1, 1});
    int teams = 0;
    inside.watch([&](World& world) {
        for (std::uint32_t id = 0; id < world.state.teams.size(); ++id) {
            Team& team = world.state.teams[id];
            if (team.manager_post == nobody) continue;
            const std::uint32_t manager = manager_of(world, id);
            if (manager == nobody || manager / 2 != team.manager_post) continue;
            Worker& own = world.state.workers[manager];
            if (!own.present() || own.owed > minutes_per_working_day) continue;
            ++teams;
            CHECK(manager_decides(world, id));
            const Worker kept = own;
            own.owed = 2.1f * minutes_per_working_day;
            CHECK_FALSE(manager_decides(world, id));
            own = kept;
            const Minutes away = team.manager_away_until;
            team.manager_away_until = world.state.now + 1;
            CHECK_FALSE(manager_decides(world, id));
            team.manager_away_until = away;
        }
    });
    CHECK(teams > 10);
}

TEST_CASE("a manager whom a shock took away is not paid while away") {
    const Settings large = without_answers(small_authority(20000));
    const Lived lived = live({Way{large}, struck(large, {ShockKind::manager_leaving, 0, 1, 2})}, {2, 4, 1});
    const double saved =
        lived.in_month(0, Measure::cost_salaries, 0) - lived.in_month(1, Measure::cost_salaries, 0);
    // In the month that follows they are back, and paid.
    const double after =
        lived.in_month(0, Measure::cost_salaries, 1) - lived.in_month(1, Measure::cost_salaries, 1);
    CHECK(saved == Approx(2 * large.salary_manager / 12).epsilon(0.3));
    CHECK(std::abs(after) < 0.5 * saved);
}

TEST_CASE("where supervision lapses more workers leave, unless that is switched off") {
    Settings deaf = unanswering(40000, &Settings::supervision_to_leaving, 0);
    deaf.turnover_percent = 40;
    Settings hurt = deaf;
    hurt.supervision_to_leaving = 1;
    const Lived lived = live({struck(deaf, nobody_manages), struck(hurt, nobody_manages)}, {12, 8, 4});
    CHECK(lived.surely_more(1, Measure::leavers, 3, 12) > sure);
}

TEST_CASE("where supervision lapses workers are sick more often, unless that is switched off") {
    const Settings deaf = unanswering(40000, &Settings::supervision_to_sickness, 0);
    const Settings hurt = unanswering(40000, &Settings::supervision_to_sickness, 0.7);
    const Lived lived = live({struck(deaf, nobody_manages), struck(hurt, nobody_manages)}, {12, 10, 4});
    CHECK(lived.surely_more(1, Measure::sick_days, 3, 12) > sure);
}

TEST_CASE("where supervision is as usual it moves leaving and sickness little, either way") {
    const Settings deaf = unanswering(40000, &Settings::supervision_to_leaving, 0);
    Settings hurt = unanswering(40000, &Settings::supervision_to_leaving, 1);
    hurt.supervision_to_sickness = 0.7;
    const Lived lived = live({Way{deaf}, Way{hurt}}, {12, 8, 4});
    CHECK(lived.mean(1, Measure::leavers) == Approx(lived.mean(0, Measure::leavers)).epsilon(0.2));
    CHECK(lived.mean(1, Measure::sick_days) == Approx(lived.mean(0, Measure::sick_days)).epsilon(0.15));
}

TEST_CASE("without a manager who decides plans drift: fewer end at reviews") {
    const Settings firm = unanswering(40000, &Settings::drift_without_manager_percent, 0);
    const Settings drifting = unanswering(40000, &Settings::drift_without_manager_percent, 60);
    const Lived lived = live({struck(firm, nobody_manages), struck(drifting, nobody_manages)}, {10, 6, 4});
    CHECK(lived.surely_more(1, Measure::protection_plans_ended, 0, 6) < -sure);
    CHECK(lived.surely_more(1, Measure::in_need_plans_ended, 0, 6) < -sure);
    CHECK(lived.surely_more(1, Measure::children_open, 4, 10) > sure);
}

TEST_CASE("a manager stands in for one team more, whoever else is gone, and the rest have somebody act up") {
    const Settings large = small_authority(62500);
    for (const double gone : {3.0, 8.0, 12.0}) {
        const Way way = struck(large, {ShockKind::manager_leaving, 0, 12, gone});
        Inside inside(way, {3, 1, 2});
        int acting = 0, most = 0;
        inside.watch([&](World& world) {
            std::vector<int> teams_of(world.state.workers.size());
            for (std::uint32_t team = 0; team < world.state.teams.size(); ++team) {
                const std::uint32_t manager = manager_of(world, team);
                if (manager == nobody) continue;
                const bool manages = world.state.workers[manager].role == Role::manager;
                if (manages) most = std::max(most, ++teams_of[manager]);
                acting += !manages;
            }
        });
        CHECK(most == 2);
        if (gone > 8) CHECK(acting > 0);
    }
}

TEST_CASE(
    "the fewer managers are left the less supervision is held, and losing some is no worse than losing all") {
    const Settings large = small_authority(62500);
    std::vector<Way> ways = {Way{large}};
    for (const double gone : {4.0, 12.0, 100.0})
        ways.push_back(struck(large, {ShockKind::manager_leaving, 0, 12, gone}));
    const Lived lived = live(ways, {12, 6, 3});
    for (std::size_t way = 1; way < ways.size(); ++way) {
        CHECK(lived.mean(way, Measure::supervision_percent) <
              lived.mean(way - 1, Measure::supervision_percent));
        CHECK(lived.mean(way, Measure::assessments_within_45_percent) <
              lived.mean(way - 1, Measure::assessments_within_45_percent) + 1);
    }
}
