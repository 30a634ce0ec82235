// Load is shared between teams, a place is kept for who would be overtaken for ever, and nobody is given
// families without end.
#include <algorithm>
#include <map>
#include <set>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// A place that a team keeps, and for whom.
struct Kept {
    std::uint32_t family = no_family, entity = 0, worker = 0;
};

Kept kept_by(const World& world, const Team& team) {
    if (team.kept_for == no_family) return {};
    return {team.kept_for, world.state.families[team.kept_for].entity, team.kept_worker};
}

// Families that a worker holds and did not hold at the last look.
class NewcomersOf {
public:
    std::vector<std::uint32_t> of(const State& state, std::uint32_t worker) const {
        std::vector<std::uint32_t> fresh;
        for (const std::uint32_t id : state.held[worker]) {
            const auto seen = held_.find(worker);
            if (seen == held_.end() || seen->second.count(state.families[id].entity) == 0)
                fresh.push_back(state.families[id].entity);
        }
        return fresh;
    }
    void look(const State& state) {
        held_.clear();
        for (std::uint32_t worker = 0; worker < state.workers.size(); ++worker) {
            for (const std::uint32_t id : state.held[worker]) held_[worker].insert(state.families[id].entity);
        }
    }

private:
    std::map<std::uint32_t, std::set<std::uint32_t>> held_;
};

}  // namespace

TEST_CASE("a team far above the others of its kind gives families up to them, each with a change of worker") {
    Settings apart = small_authority(40000);
    apart.turnover_percent = 30;
    apart.load_sharing_above_percent = 1000;
    Settings sharing = apart;
    sharing.load_sharing_above_percent = 10;
    const Lived lived = live({Way{apart}, Way{sharing}}, {10, 4, 4});
    CHECK(lived.mean(0, Measure::children_shared_out) == 0);
    CHECK(lived.mean(1, Measure::children_shared_out) > 10);
    CHECK(lived.surely_more(1, Measure::worker_changes) > sure);
}

TEST_CASE("in a week a team gives up no more than the overload, at most a family for every two posts") {
    const Way way{small_authority(40000)};
    Inside inside(way, {1, 1, 2});
    int tried = 0;
    inside.watch([&](World& world) {
        if (tried > 0 || world.state.month != 0) return;
        for (std::uint32_t id = 0; id < world.state.teams.size(); ++id) {
            Team& team = world.state.teams[id];
            const auto alike = std::count_if(world.state.teams.begin(), world.state.teams.end(),
                                             [&](const Team& other) { return other.kind == team.kind; });
            if (team.kind == TeamKind::front_door || alike < 2 || !manager_is_here(world, id)) continue;
            ++tried;
            const auto families = [&] {
                std::size_t held = 0;
                for (const std::uint16_t post : team.posts)
                    held += world.state.held[2u * post].size() + world.state.held[2u * post + 1].size();
                return held;
            };
            const std::uint32_t held = team.children_held;
            for (Team& each : world.state.teams) each.standing.latest = 5000;
            share_load(world);
            CHECK(team.children_held == held);
            team.standing.latest = 20000;
            const std::size_t before = families();
            share_load(world);
            CHECK(team.children_held < held);
            CHECK(before - families() <= team.posts.size() / 2 + 1);
            return;
        }
    });
    CHECK(tried == 1);
}

TEST_CASE("the place kept for a family that waited for weeks is given to nobody else, and to it at last") {
    Way way = limited_to(without_answers(small_authority(8000)), 13);
    way.policy().caseload_limit.exempt_stages = 0;
    way.settings.weeks_until_place_is_kept = 4;
    Inside inside(way, {18, 1, 1});
    std::vector<Kept> before;
    NewcomersOf newcomers;
    int days_kept = 0, given_to_it = 0, given_to_another = 0;
    inside.watch([&](World& world) {
        std::vector<Kept> now;
        for (std::size_t team = 0; team < world.state.teams.size(); ++team) {
            now.push_back(kept_by(world, world.state.teams[team]));
            if (before.size() <= team || before[team].family == no_family) continue;
            ++days_kept;
            // Once it has a worker, that one or another, the place is free.
            const Family& kept_for = world.state.families[before[team].family];
            const bool waits = kept_for.unallocated() && kept_for.entity == before[team].entity;
            if (!waits) given_to_it += kept_for.worker == before[team].worker;
            if (waits)
                given_to_another += static_cast<int>(newcomers.of(world.state, before[team].worker).size());
        }
        newcomers.look(world.state);
        before = now;
        for (const Kept& kept : now) {
            if (kept.family == no_family) continue;
            const Family& family = world.state.families[kept.family];
            CHECK(world.state.now - family.unallocated_since >= working_days(19));
        }
    });
    CHECK(days_kept > 100);
    CHECK(given_to_it > 0);
    CHECK(given_to_another == 0);
}

TEST_CASE("where patience outlasts the run no place is ever kept") {
    Way way = limited_to(without_answers(small_authority(8000)), 13);
    Inside inside(way, {12, 1, 1});
    inside.watch([](World& world) {
        for (const Team& team : world.state.teams) CHECK(team.kept_for == no_family);
    });
}

TEST_CASE("no worker is given a family beyond the extreme, unless they hold none") {
    Way way{without_answers(small_authority(8000))};
    way.settings.extreme_caseload = 20;
    way.settings.referrals_per_year *= 1.5;
    Inside inside(way, {10, 1, 2});
    std::map<std::uint32_t, std::set<std::uint32_t>> yesterday;
    int given = 0, days = 0;
    inside.watch([&](World& world) {
        ++days;
        for (std::uint32_t id = 0; id < world.state.workers.size(); ++id) {
            const Worker& worker = world.state.workers[id];
            std::set<std::uint32_t> today;
            bool fresh = false;
            for (const std::uint32_t family : world.state.held[id]) {
                today.insert(world.state.families[family].entity);
                fresh = fresh || yesterday[id].count(world.state.families[family].entity) == 0;
            }
            yesterday[id] = today;
            if (days == 1 || !fresh) continue;
            ++given;
            const bool fits = worker.children <= 20 * worker.fte + 1e-6 || worker.families == 1;
            CHECK(fits);
        }
    });
    CHECK(given > 100);
}

TEST_CASE("workers who have come to the extreme are relieved by agency workers and by plans closed earlier") {
    Settings endless = without_answers(small_authority(20000));
    Settings extreme = endless;
    extreme.extreme_caseload = 20;
    const Shock surge = {ShockKind::referral_surge, 0, 24, 60, 1};
    const Lived lived = live({struck(endless, surge), struck(extreme, surge)}, {14, 8, 4});
    CHECK(lived.mean(0, Measure::unallocated_over_limit) == 0);
    CHECK(lived.mean(0, Measure::early_closures) == 0);
    CHECK(lived.mean(1, Measure::unallocated_over_limit) > 0);
    CHECK(lived.mean(1, Measure::early_closures) > 0);
    CHECK(lived.surely_more(1, Measure::agency_workers, 6, 14) > sure);
}

TEST_CASE("some seniors hold a part caseload, the others a full one, and their mean is as set") {
    Way way{small_authority(125000)};
    way.settings.senior_percent = 80;
    Inside inside(way, {1, 1, 1});
    double sum = 0;
    int seniors = 0;
    for (const Worker& worker : inside.settled().workers) {
        if (!worker.employed() || worker.role != Role::senior) continue;
        const float part = static_cast<float>(way.settings.senior_part_caseload_share);
        CHECK((worker.own_share == part || worker.own_share == 1));
        sum += worker.own_share;
        ++seniors;
    }
    REQUIRE(seniors > 60);
    CHECK(sum / seniors == Approx(way.settings.senior_casework_share).margin(0.12));
}

TEST_CASE("enquiries, court, protection and care take longer in generic teams, as nowhere else") {
    const auto unmet = [](double patch, double extra) {
        Way way{without_answers(small_authority(8000))};
        way.settings.patch_teams = patch;
        way.settings.generic_extra_hours_percent = extra;
        return live({way}, {8, 3, 4}).mean(0, Measure::unmet_hours);
    };
    CHECK(unmet(1, 50) > 1.1 * unmet(1, 0));
    CHECK(unmet(0, 50) == unmet(0, 0));
}

TEST_CASE(
    "a kind of teams that stands far above the others is given their vacant posts, unless that is switched "
    "off") {
    const auto posts_of_safeguarding = [](double above) {
        Way way{small_authority(40000)};
        way.settings.posts_moved_above_percent = above;
        Inside inside(way, {4, 1, 2});
        double first = 0, last = 0;
        inside.watch([&](World& world) {
            last = 0;
            for (Team& team : world.state.teams) {
                const bool pressed = team.kind == TeamKind::safeguarding;
                if (pressed) last += static_cast<double>(team.posts.size());
                // As if twice as much lay with them as usual.
                team.standing.latest = team.standing.pressure.mean() * (pressed ? 2 : 1);
            }
            if (first == 0) first = last;
        });
        return last - first;
    };
    CHECK(posts_of_safeguarding(40) >= posts_of_safeguarding(1000) + 2);
}
