// Closing, agency cover and posts answer the load that a service has against its own usual.
#include <algorithm>
#include <set>

#include "tests/authority/inside.hpp"
#include "tests/authority/recorded.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

Settings steady() {
    Settings settings = small_authority();
    settings.demand_shock_log_sd = 0;
    return settings;
}

Way pressed(const Settings& settings) {
    return struck(settings, {ShockKind::referral_surge, 0, 24, 80, 1});
}
Way idle(const Settings& settings) {
    return struck(settings, {ShockKind::referral_surge, 0, 24, -70, 1});
}

std::set<EntryReason> ways_turned_away(const Way& way) {
    const Recorded recorded(way);
    std::set<EntryReason> ways;
    for (const LogEntry& entry : recorded.run.log.entries) {
        if (entry.kind == EntryKind::turned_away) ways.insert(entry.reason);
    }
    return ways;
}

}  // namespace

TEST_CASE(
    "a team with more on than usual turns more away, one with less on helps more, and neither without end") {
    Settings settings = steady();  // where posts and agency cover do not bring load back to the usual
    settings.agency_to_load = settings.posts_to_load = 0;
    for (const double percent : {80.0, -70.0}) {
        const Way way = struck(settings, {ShockKind::referral_surge, 0, 24, percent, 1});
        Inside inside(way, {8, 1, 4});
        int looks = 0, answered = 0;
        inside.watch([&](World& world) {
            const Settings& s = world.settings();
            for (const Team& team : world.state.teams) {
                if (team.kind == TeamKind::front_door || team.standing.pressure.times == 0) continue;
                const bool more = team.standing.latest > team.standing.pressure.mean();
                const Readiness& ready = team.standing.ready;
                CHECK((ready.not_in_need >= 1) == more);
                CHECK((ready.need <= 1) == more);
                CHECK((ready.stepping_up <= 1) == more);
                CHECK(std::abs(std::log(ready.need)) <=
                      s.in_need_closing_to_load * s.load_answered_most + 1e-9);
                ++looks;
                answered += more == (percent > 0);
            }
        });
        CHECK(looks > 100);
        CHECK(answered > 0.7 * looks);
    }
}

TEST_CASE("whom a service turns away for the load it has is counted, at every fork where it does") {
    Settings strong = steady();
    strong.not_in_need_to_load = 1.5;
    strong.stepping_up_to_load = 1.5;
    const std::set<EntryReason> ways = ways_turned_away(pressed(strong));
    for (const EntryReason how : {EntryReason::early_closure, EntryReason::not_in_need, EntryReason::no_plan,
                                  EntryReason::no_enquiry, EntryReason::no_conference})
        CHECK(ways.count(how) == 1);
}

TEST_CASE("where nothing answers load nobody is turned away by it") {
    CHECK(ways_turned_away(pressed(without_answers(steady()))).empty());
    Settings deaf = steady();
    deaf.load_answered_most = 0;
    Settings off = deaf;
    off.not_in_need_to_load = off.stepping_up_to_load = off.in_need_closing_to_load = 0;
    const Lived lived = live({pressed(off), pressed(deaf)}, {8, 2});
    for (std::size_t future = 0; future < 2; ++future)
        CHECK(same_to_the_bit(lived.series[0][future], lived.series[1][future]));
}

TEST_CASE("each answer of closing moves its own: more not in need, plans closed earlier, fewer enquiries") {
    Settings off = steady();
    off.not_in_need_to_load = off.stepping_up_to_load = off.in_need_closing_to_load = 0;
    off.extreme_caseload = 10000;
    Settings not_in_need = off, closing = off, stepping_up = off;
    not_in_need.not_in_need_to_load = 1;
    closing.in_need_closing_to_load = 2;
    stepping_up.stepping_up_to_load = 1.5;
    const Lived lived =
        live({pressed(off), pressed(not_in_need), pressed(closing), pressed(stepping_up)}, {12, 6});
    CHECK(lived.mean(0, Measure::unmet_hours_turned_away) == 0);
    CHECK(lived.mean(0, Measure::early_closures) == 0);
    CHECK(lived.surely_more(1, Measure::assessed_not_in_need) > sure);
    CHECK(lived.mean(1, Measure::early_closures) == 0);
    CHECK(lived.mean(2, Measure::early_closures) > 5);
    CHECK(lived.surely_more(2, Measure::in_need_plans_open, 6, 12) < -2);
    CHECK(lived.surely_more(3, Measure::s47_enquiries) < -sure);
    for (const std::size_t way : {1, 2, 3}) CHECK(lived.mean(way, Measure::unmet_hours_turned_away) > 0);
}

TEST_CASE("agency workers are sent for when more comes in and let go when less does, within every cap") {
    Settings large = small_authority(40000);
    large.demand_shock_log_sd = large.posts_to_load = 0;
    Settings off = large;
    off.agency_to_load = 0;
    Way capped = pressed(large), none = pressed(large), none_off = pressed(off);
    capped.policy().agency.most_percent = 10;
    none.policy().agency.cover_percent = none_off.policy().agency.cover_percent = 0;
    none.settings.extreme_caseload = none_off.settings.extreme_caseload = 10000;  // which sends for them too
    const Lived lived =
        live({pressed(off), pressed(large), capped, idle(off), idle(large), none, none_off}, {14, 4});
    CHECK(lived.surely_more(1, Measure::agency_workers, 6, 14) > sure);
    for (const Series& future : lived.series[2]) CHECK(future.at(Measure::agency_percent, 13) <= 10.5);
    // Whoever decides to cover no post with agency workers gets none for load either.
    CHECK(lived.in_month(5, Measure::agency_workers, 13) <=
          1.15 * lived.in_month(6, Measure::agency_workers, 13));
    CHECK(lived.mean(4, Measure::agency_workers, 8, 14) <
          0.8 * lived.mean(3, Measure::agency_workers, 8, 14));
}

TEST_CASE("posts are funded as load grows, given up as it falls, and a decided number is not undone") {
    const auto posts_after = [](Way way, double decided, double strength) {
        way.settings.posts_to_load = strength;
        way.policy().posts.add = decided;
        Inside inside(way, {12, 1, 4});
        int posts = 0;
        inside.watch([&](World& world) { posts = world.state.posts_added; });
        return posts;
    };
    Settings large = small_authority(40000);
    large.demand_shock_log_sd = 0;
    CHECK(posts_after(pressed(large), 0, 0) == 0);
    CHECK(posts_after(pressed(large), 0, 1) > 2);
    CHECK(posts_after(idle(large), 0, 1) < -1);
    // As many more, or fewer, as were decided: the load they take off or bring does not undo them.
    const int idle_posts = posts_after(idle(large), 0, 1), pressed_posts = posts_after(pressed(large), 0, 1);
    CHECK(posts_after(idle(large), 4, 1) >= idle_posts + 2);
    CHECK(posts_after(pressed(large), 4, 1) >= pressed_posts + 2);
    CHECK(posts_after(pressed(large), -4, 1) <= pressed_posts - 2);
    CHECK(posts_after(idle(large), -4, 1) < idle_posts);  // where few are vacant that could go
    // One decided post does not keep the others from following the load.
    CHECK(posts_after(idle(large), 1, 1) < 0);
}

TEST_CASE(
    "cover and posts follow load over some months: after one of them a twelfth as much of it in twelve") {
    const auto load_after_a_month = [](double months) {
        Way way = pressed(steady());
        way.settings.load_smoothing_months = months;
        Inside inside(way, {2, 1, 4});
        double load = 0;
        inside.watch([&](World& world) {
            if (world.state.month == 0) load = world.state.load;
        });
        return load;
    };
    const double at_once = load_after_a_month(1);
    CHECK(at_once != 0);
    CHECK(load_after_a_month(12) == Approx(at_once / 12));
}

TEST_CASE(
    "assessments that others hold up are late whatever the load, and the later the longer they are held") {
    Settings never = steady();
    never.assessment_held_up_percent = 0;
    Settings often = never, long_held = never;
    often.assessment_held_up_percent = long_held.assessment_held_up_percent = 40;
    often.assessment_held_up_days = 20;
    long_held.assessment_held_up_days = 70;
    const Lived lived = live({Way{never}, Way{often}, Way{long_held}}, {10, 4, 8});
    const auto in_time = [&](std::size_t way) {
        return lived.mean(way, Measure::assessments_within_45_percent);
    };
    CHECK(in_time(1) < in_time(0));
    CHECK(in_time(2) < in_time(1) - 15);
    CHECK(in_time(2) > 40);
}

TEST_CASE(
    "with every answer switched off, where floors, ceilings and waits of the answers lie moves no bit") {
    const Settings off = without_answers(steady());
    Settings moved = off;
    moved.hours_least_share = 0.3;
    moved.hours_most_share = 1.5;
    moved.load_answered_most = 1;
    moved.load_smoothing_months = 24;
    moved.assessment_held_up_days = 120;
    moved.judgement_referrals_percent = 60;
    moved.judgement_caution_percent = 60;
    const Lived lived = live({pressed(off), pressed(moved)}, {10, 2});
    for (std::size_t future = 0; future < 2; ++future)
        CHECK(same_to_the_bit(lived.series[0][future], lived.series[1][future]));
}

TEST_CASE("the first month is like those after it: what was done before and falls due in it counts") {
    Settings large = small_authority(40000);
    large.demand_shock_log_sd = 0;
    const Lived lived = live({Way{large}}, {15, 6, 12});
    // The months around the same time of the year after.
    const auto like_a_year_later = [&](Measure measure, int months) {
        CAPTURE(row_of(measure).name);
        const double later = lived.mean(0, measure, 11, 14) / months;
        CHECK(lived.in_month(0, measure, 0) == Approx(later).epsilon(0.15));
    };
    for (const Measure sum : {Measure::planned_hours, Measure::unmet_hours, Measure::visits_due,
                              Measure::visits_on_time, Measure::reviews_due})
        like_a_year_later(sum, 3);
    for (const Measure ratio : {Measure::unmet_per_100, Measure::visits_on_time_percent})
        like_a_year_later(ratio, 1);
}
