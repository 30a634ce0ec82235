// Workers cut the hours of a task when their diary presses, and what is cut is neither delivered nor felt.
#include <set>

#include "tests/authority/inside.hpp"
#include "tests/authority/recorded.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

Settings pressed(double strength) {
    Settings settings = small_authority();
    settings.work_scale *= 1.4;
    settings.hours_to_pressure = strength;
    return settings;
}

// Visits of a run: what each achieved, as a share of what one of its hours in full would have.
struct Achieved {
    double least = 10, most = 0;
    int visits = 0;
};

Achieved achieved_in(const Way& way) {
    Inside inside(way, {6, 1, 3});
    std::vector<Family> before;
    Achieved achieved;
    inside.watch([&](World& world) {
        for (std::size_t id = 0; id < before.size(); ++id) {
            const Family& was = before[id];
            const Family& is = world.state.families[id];
            const bool same = is.place == Place::held && is.entity == was.entity && is.worker == was.worker &&
                              is.stage == was.stage && is.plan == was.plan && was.contacts < 60;
            if (!same || is.contacts != was.contacts + 1) continue;
            const Role role = world.state.workers[is.worker].role;
            if (role == Role::newly_qualified) continue;
            const double share = (is.progress - was.progress) / world.rules->bond[was.contacts];
            achieved.least = std::min(achieved.least, share);
            achieved.most = std::max(achieved.most, share);
            ++achieved.visits;
        }
        before = world.state.families;
    });
    return achieved;
}

// Tasks done by the day they were due that left hours unmet all the same.
int cut_short(const EventLog& log) {
    int tasks = 0;
    for (const LogEntry& entry : log.entries)
        tasks += entry.kind == EntryKind::task_done && entry.time <= entry.refers_to && entry.unmet_hours > 0;
    return tasks;
}

}  // namespace

TEST_CASE(
    "a worker gives what was planned at the usual load, less under pressure, a little more with time to "
    "spare") {
    const Way way{small_authority()};
    Inside inside(way, {1, 1});
    bool seen = false;
    inside.watch([&](World& world) {
        if (seen || world.state.month != 0) return;
        seen = true;
        const Settings& s = world.settings();
        int usual_teams = 0;
        for (const Worker& worker : world.state.workers) {
            if (!worker.employed() || !worker.holds_cases() || worker.base_rate <= 0) continue;
            const double usual = world.state.teams[worker.team].standing.ratio.mean();
            if (usual <= 0) continue;
            ++usual_teams;
            const double week = worker.base_rate * working_days(5);
            CHECK(hours_given(world, worker, usual, 0) == 100);
            CHECK(hours_given(world, worker, usual, 0.2 * week) == 80);
            CHECK(hours_given(world, worker, 1.2 * usual, 0) < 100);
            CHECK(hours_given(world, worker, 20 * usual, 10 * week) ==
                  static_cast<int>(100 * s.hours_least_share));
            CHECK(hours_given(world, worker, 0, 0) == static_cast<int>(100 * s.hours_most_share));
        }
        CHECK(usual_teams > 0);
    });
    CHECK(seen);
}

TEST_CASE("where pressure moves no hours every task has all of its own") {
    const Way way{pressed(0)};
    Inside inside(way, {4, 1, 3});
    inside.watch([](World& world) {
        for (const Worker& worker : world.state.workers) CHECK((worker.giving == 100 && worker.given == 100));
    });
    CHECK(cut_short(Recorded(way).run.log) == 0);
}

TEST_CASE("enquiries, crises, sign-offs and handovers keep their hours whatever the pressure") {
    const Way way{pressed(3)};
    Inside inside(way, {6, 1, 3});
    int kept = 0, cut = 0;
    inside.watch([&](World& world) {
        for (const Worker& worker : world.state.workers) {
            if (worker.task == no_task) continue;
            const bool whole = worker.given == 100;
            if (keeps_its_hours(work_of(worker.task))) {
                CHECK(whole);
                ++kept;
            } else {
                cut += !whole;
            }
        }
    });
    CHECK(kept > 50);
    CHECK(cut > 500);
}

TEST_CASE("what is cut of a visit is contact that the family does not get") {
    const Achieved whole = achieved_in(Way{pressed(0)}), less = achieved_in(Way{pressed(3)});
    CHECK(whole.visits > 100);
    CHECK(whole.least == Approx(1).margin(1e-3));
    CHECK(whole.most == Approx(1).margin(1e-3));
    CHECK(less.least == Approx(Settings{}.hours_least_share).margin(1e-3));
    CHECK(less.most <= Settings{}.hours_most_share + 1e-3);
}

TEST_CASE("hours cut from work that is done in time count as unmet, and as stretched") {
    CHECK(cut_short(Recorded(Way{pressed(1)}).run.log) > 200);
    Settings spare = small_authority();
    spare.hours_least_share = 1;
    CHECK(cut_short(Recorded(Way{spare}).run.log) == 0);
}

TEST_CASE("hours give way before dates do: under pressure more is in time where hours may be cut") {
    const Lived lived = live({Way{pressed(0)}, Way{pressed(1)}}, {10, 12});
    CHECK(lived.surely_more(1, Measure::visits_on_time_percent) > sure);
    CHECK(lived.surely_more(1, Measure::assessments_within_45_percent) > sure);
    CHECK(lived.surely_more(1, Measure::visits_missed) < -sure);
}
