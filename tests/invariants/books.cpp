// Under every way of running an authority, the books balance at every hour.
#include "tests/catch.hpp"
#include "tests/invariants/ways.hpp"

namespace headroom {
namespace {

// Reckoned here from the bottom up, not with the model's own counters.
struct Reckoned {
    int held = 0, waiting = 0, open_families = 0;
    std::int64_t outstanding = 0;  // minutes of tasks released and not done

    explicit Reckoned(const State& state) {
        for (std::size_t row = 0; row < state.families.size(); ++row) {
            const Family& family = state.families[row];
            if (family.place == Place::nowhere) continue;
            ++open_families;
            held += family.place == Place::held ? family.children : 0;
            waiting += family.unallocated() ? family.children : 0;
            for (std::size_t work = 0; work < lanes_per_family; ++work) {
                const Lane& lane = state.lanes[row * lanes_per_family + work];
                outstanding += lane.open > 0 ? lane.planned() : 0;
            }
        }
    }
};

// Short of Catch's own macros until something is wrong, because it is asked a million times.
bool families_balance(const State& state, const Reckoned& found) {
    int caseloads = 0, lists = 0, in_teams = 0, families_in_hands = 0;
    for (const Worker& worker : state.workers) caseloads += worker.children;
    for (const auto& held : state.held) families_in_hands += static_cast<int>(held.size());
    for (const Team& team : state.teams) {
        in_teams += static_cast<int>(team.children_held);
        lists += static_cast<int>(team.children_waiting);
        families_in_hands += static_cast<int>(team.waiting.size());
    }
    for (const Family& family : state.families)
        families_in_hands += family.place == Place::front_door || family.place == Place::with_others;
    return found.held == caseloads && found.held == in_teams && found.waiting == lists &&
           found.waiting == state.children_unallocated && found.open_families == families_in_hands &&
           found.open_families == state.families_open;
}

// Every post is filled, covered, both while an agency worker serves notice, or vacant; nobody works in none.
bool posts_balance(const State& state) {
    int workers = 0, in_posts = 0;
    for (const Worker& worker : state.workers) workers += worker.employed();
    for (std::size_t id = 0; id < state.posts.size(); ++id) {
        const Post& post = state.posts[id];
        in_posts += post.filled + post.covered;
        const bool permanent = state.workers[2 * id].employed(),
                   agency = state.workers[2 * id + 1].employed();
        if (post.filled != permanent || post.covered != agency || (post.temporary && post.filled))
            return false;
    }
    return workers == in_posts;
}

void check_hours(const Series& series) {
    const auto sum = [&](Measure first, int count, int month) {
        double hours = 0;
        for (int i = 0; i < count; ++i) {
            hours += series.at(static_cast<Measure>(static_cast<int>(first) + i), month);
        }
        return hours;
    };
    for (int month = 0; month < series.months(); ++month) {
        const double waiting = series.at(Measure::unmet_hours_waiting, month);
        const double stretched = series.at(Measure::unmet_hours_stretched, month);
        const double turned_away = series.at(Measure::unmet_hours_turned_away, month);
        CHECK(series.at(Measure::unmet_hours, month) == Approx(waiting + stretched + turned_away));
        CHECK(sum(Measure::unmet_hours_assessment, 5, month) == Approx(waiting + stretched + turned_away));
        CHECK(sum(Measure::unmet_hours_low, 4, month) == Approx(waiting + stretched + turned_away));
        CHECK(sum(Measure::planned_hours_assessment, 5, month) ==
              Approx(series.at(Measure::planned_hours, month)));
        CHECK(series.at(Measure::unmet_hours, month) <= series.at(Measure::planned_hours, month));
    }
}

TEST_CASE("families, posts and hours of work balance at every hour of every way of running an authority") {
    const std::vector<std::string> ways = every_way();
    Scenario scenario = small_authority(ways, 14);
    Authority authority = authority_of(scenario);
    for (const std::uint64_t seed : {3u, 4u}) {
        authority.settle(seed, 0);
        for (std::size_t i = 0; i < ways.size(); ++i) {
            INFO("seed " << seed << ", " << ways[i]);
            int out_of_balance = 0;
            const Series& series = watch(authority, scenario.alternatives[i], 6, [&](World& world) {
                check_books(world);
                const State& state = world.state;
                const Reckoned found(state);
                const WorkBooks& books = state.books;
                out_of_balance += !families_balance(state, found) || !posts_balance(state);
                out_of_balance +=
                    books.released != books.delivered + books.missed + books.withdrawn + found.outstanding;
            });
            CHECK(out_of_balance == 0);
            check_hours(series);
        }
    }
}

TEST_CASE("of a few families the books balance after every minute in which something happens") {
    Scenario scenario = small_authority(
        {R"("policy": {"caseload_limit": {"kind": "hard", "children": 6}})",
         R"("policy": {"caseload_limit": {"kind": "hard", "children": 6, "overflow": "manager_held"}})"},
        8);
    Settings& few = scenario.settings;
    few.referrals_per_year = 100;
    few.assessment_open = few.in_need_plans_open = few.protection_plans_open = few.looked_after_open = 10;
    few.in_need_plans_per_year = 29;
    few.looked_after_per_year = 5;
    few.in_post_fte = 8;
    few.vacancies_fte = few.agency_fte = 1;
    few.case_holders_fte = 5;
    for (const Alternative& chosen : scenario.alternatives) {
        Authority authority = authority_of(scenario);
        authority.settle(5, 0);
        authority.begin({&few, chosen.policies, chosen.shocks});
        World& world = authority.world();
        while (world.state.now < world.end && !world.state.queue.empty()) {
            const Minutes next = world.state.queue.top().time();
            if (next >= world.end) break;
            REQUIRE_NOTHROW(authority.run_to(next + 1));
            REQUIRE_NOTHROW(check_books(world));
        }
        CHECK(world.state.families.size() <= 64);  // of more, not all would have been looked at each time
    }
}

}  // namespace
}  // namespace headroom
