// What an authority may decide besides a limit: posts, thresholds, closing early, and the practice of care.
#include <algorithm>
#include <array>

#include "tests/authority/inside.hpp"
#include "tests/authority/recorded.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Settings small = small_authority();

}  // namespace

TEST_CASE("three more posts lower caseloads and unmet hours and cost more, three fewer do the opposite") {
    const Lived lived = live({Way{small}, decided(small, [](Policy& policy) { policy.posts.add = 3; }),
                              decided(small, [](Policy& policy) { policy.posts.add = -3; })},
                             {24, 16});
    CHECK(lived.surely_more(1, Measure::case_holders) > sure);
    CHECK(lived.surely_more(1, Measure::caseload_mean) < -sure);
    CHECK(lived.surely_more(1, Measure::unmet_hours) < -sure);
    CHECK(lived.surely_more(1, Measure::cost) > sure);
    CHECK(lived.surely_more(2, Measure::case_holders) < -sure);
    CHECK(lived.surely_more(2, Measure::caseload_mean) > sure);
    CHECK(lived.surely_more(2, Measure::unmet_hours) > sure);
    CHECK(lived.surely_more(2, Measure::cost) < -sure);
}

TEST_CASE("posts are vacant at first, so that nothing is eased on the day they are decided") {
    const Lived lived =
        live({Way{small}, decided(small, [](Policy& policy) { policy.posts.add = 3; })}, {12, 6});
    CHECK(lived.in_month(1, Measure::vacancies, 0) - lived.in_month(0, Measure::vacancies, 0) ==
          Approx(3).margin(0.5));
    CHECK(lived.in_month(1, Measure::in_post, 0) ==
          Approx(lived.in_month(0, Measure::in_post, 0)).margin(0.4));
}

TEST_CASE("support workers take work from social workers, and cost their salaries") {
    const Lived lived = live(
        {Way{small}, decided(small, [](Policy& policy) { policy.posts.support_workers = 3; })}, {24, 12});
    CHECK(lived.surely_more(1, Measure::unmet_hours_stretched) < -sure);
    CHECK(lived.mean(1, Measure::cost_salaries) - lived.mean(0, Measure::cost_salaries) ==
          Approx(24 * 3 * small.salary_support_worker / 12).epsilon(0.2));
}

TEST_CASE("a raised threshold turns children away, and more referrals are of children turned away before") {
    // Where nothing else turns anyone away.
    const Settings deaf = without_answers(small);
    const Lived lived =
        live({Way{deaf}, decided(deaf, [](Policy& policy) { policy.practice.raised_threshold_percent = 30; }),
              decided(deaf, [](Policy& policy) { policy.practice.raised_threshold_percent = 60; })},
             {24, 10});
    CHECK(lived.mean(0, Measure::unmet_hours_turned_away) == 0);
    CHECK(lived.mean(0, Measure::screened_out_with_need) == 0);
    CHECK(lived.surely_more(1, Measure::unmet_hours_turned_away) > sure);
    CHECK(lived.surely_more(1, Measure::referrals) > sure);
    CHECK(lived.surely_more(1, Measure::rereferrals_within_12_months) > sure);
    CHECK(lived.surely_more(1, Measure::children_open) < -sure);
    CHECK(lived.surely_more(1, Measure::unmet_hours_stretched) < 0);
    CHECK(lived.mean(2, Measure::screened_out_with_need) >
          1.5 * lived.mean(1, Measure::screened_out_with_need));
}

TEST_CASE("closing early lowers who is open and who waits, and turns need away that comes back") {
    Way limited = limited_to(without_answers(small), 12);
    Way closing = limited;
    closing.policy().practice.early_closure = 1;
    const Lived lived = live({limited, closing}, {36, 12});
    CHECK(lived.mean(0, Measure::early_closures) == 0);
    CHECK(lived.surely_more(1, Measure::early_closures) > sure);
    CHECK(lived.surely_more(1, Measure::unmet_hours_turned_away) > sure);
    CHECK(lived.surely_more(1, Measure::children_open) < -sure);
    CHECK(lived.surely_more(1, Measure::children_unallocated) < -sure);
    CHECK(lived.surely_more(1, Measure::referrals) > sure);
}

TEST_CASE("the less of the need must be met, the more is turned away by closing early") {
    const auto closing_at = [](double percent) {
        Way way = limited_to(small, 12);
        way.policy().practice.early_closure = 1;
        way.policy().practice.early_closure_progress_percent = percent;
        return way;
    };
    const Lived lived = live({closing_at(90), closing_at(30)}, {24, 12});
    CHECK(lived.surely_more(1, Measure::unmet_hours_turned_away) > sure);
}

// What is turned away is the plan's own hours to the review at which it could have ended: no fewer than those
// of one review interval for each family closed before its need was met.
TEST_CASE("a plan closed early leaves unmet what it would have been given until its next review") {
    Way closing = limited_to(without_answers(small), 12);
    closing.policy().practice.early_closure = 1;
    const Recorded recorded(closing);
    const Settings& s = closing.settings;
    int closed = 0;
    for (const LogEntry& entry : recorded.run.log.entries) {
        if (entry.kind != EntryKind::turned_away || entry.reason != EntryReason::early_closure) continue;
        ++closed;
        CHECK(entry.unmet_hours > s.in_need_review_months * s.hours_per_visit_child_in_need * s.work_scale);
    }
    CHECK(closed > 5);
}

TEST_CASE("support workers come as others are hired, save time when they are there, and cost what they are") {
    Way helped = decided(small, [](Policy& policy) { policy.posts.support_workers = 3; });
    Way at_once = helped, useless = helped;
    at_once.settings.weeks_to_hire = 1;
    useless.settings.support_worker_relief = 0;
    const Lived lived = live({Way{small}, helped, at_once, useless}, {24, 10});
    CHECK(lived.surely_more(1, Measure::unmet_hours_stretched, 12, 24) < -sure);
    CHECK(lived.surely_more(2, Measure::unmet_hours_stretched, 0, 4) < -sure);
    // Where they save no time nothing but the cost is changed.
    CHECK(lived.mean(3, Measure::unmet_hours) == lived.mean(0, Measure::unmet_hours));
    const double a_month = 3 * small.salary_support_worker / 12;
    const auto paid = [&](int month) {
        return lived.in_month(3, Measure::cost_salaries, month) -
               lived.in_month(0, Measure::cost_salaries, month);
    };
    CHECK(paid(0) < 0.4 * a_month);
    CHECK(paid(23) == Approx(a_month).epsilon(0.05));
}

TEST_CASE("where nobody waits for a worker closing early closes hardly anyone early") {
    Way closing{small};
    closing.policy().practice.early_closure = 1;
    Way closing_under_limit = limited_to(small, 10);
    closing_under_limit.policy().practice.early_closure = 1;
    const Lived lived = live({closing, closing_under_limit}, {24, 8});
    CHECK(lived.mean(1, Measure::early_closures) > 3 * lived.mean(0, Measure::early_closures));
}

TEST_CASE("a threshold raised when the list overflows screens more out the tighter the limit") {
    Way roomy = limited_to(small, 200), tight = limited_to(small, 8);
    for (Way* way : {&roomy, &tight}) way->policy().caseload_limit.overflow = Overflow::raised_threshold;
    const Lived lived = live({roomy, tight, limited_to(small, 8)}, {24, 10});
    CHECK(lived.surely_more(1, Measure::screened_out_with_need) > sure);
    CHECK(lived.mean(2, Measure::screened_out_with_need) == 0);
    CHECK(lived.mean(1, Measure::children_unallocated) < lived.mean(2, Measure::children_unallocated));
}

TEST_CASE("overflow to duty leaves less unmet than a list, to agency brings in agency workers") {
    std::vector<Way> ways;
    for (const Overflow overflow : {Overflow::waiting_list, Overflow::duty, Overflow::agency}) {
        ways.push_back(limited_to(small, 12));
        ways.back().policy().caseload_limit.overflow = overflow;
    }
    const Lived lived = live(ways, {24, 14});
    CHECK(lived.surely_more(1, Measure::unmet_hours_waiting) < -sure);
    CHECK(lived.surely_more(2, Measure::agency_workers) > sure);
    CHECK(lived.surely_more(2, Measure::children_unallocated) < -sure);
    CHECK(lived.surely_more(2, Measure::cost_agency) > sure);
}

TEST_CASE("allocating every ten days makes everyone wait for the manager's table") {
    const Lived lived =
        live({Way{small}, decided(small, [](Policy& policy) { policy.allocation.every_working_days = 10; })},
             {24, 6});
    CHECK(lived.surely_more(1, Measure::children_unallocated) > sure);
    CHECK(lived.surely_more(1, Measure::unallocated_awaiting_manager) > sure);
}

TEST_CASE("taking turns leaves caseloads less even than giving to the least loaded") {
    const Lived lived =
        live({decided(small, [](Policy& p) { p.allocation.choice = AllocationChoice::least_loaded; }),
              decided(small, [](Policy& p) { p.allocation.choice = AllocationChoice::round_robin; })},
             {24, 10});
    CHECK(lived.surely_more(1, Measure::caseload_p90) > sure);
    CHECK(lived.surely_more(1, Measure::caseload_p10) < 0);
}

TEST_CASE("care by agreement spares court work, care by order adds it") {
    const auto agreed = [](double percent) {
        return decided(small, [&](Policy& policy) { policy.practice.section_20_percent = percent; });
    };
    const Lived lived = live({Way{small}, agreed(0), agreed(100)}, {24, 10});
    CHECK(lived.surely_more(1, Measure::planned_hours_looked_after) > sure);
    CHECK(lived.surely_more(2, Measure::planned_hours_looked_after) < -sure);
}

TEST_CASE("patch teams keep a family with its worker from stage to stage") {
    Settings unshared = small;  // sharing out changes workers too, in patch teams more
    unshared.load_sharing_above_percent = 1000;
    const Lived lived = live(
        {Way{unshared}, decided(unshared, [](Policy& policy) { policy.practice.patch_teams = 1; })}, {24, 6});
    CHECK(lived.surely_more(1, Measure::worker_changes) < -sure);
}

TEST_CASE("posts taken away are not the front door's, and posts added go to more than one kind of team") {
    const Settings large = small_authority(62500);
    const auto posts_by_kind = [&](double add) {
        const Way way = decided(large, [&](Policy& policy) { policy.posts.add = add; });
        Inside inside(way, {3, 1, 3}, 1);
        std::array<double, team_kind_count> posts{};
        inside.watch([&](World& world) {
            for (int kind = 0; kind < team_kind_count; ++kind) {
                posts[static_cast<std::size_t>(kind)] = posts_fte(world.state, [&](const Post& post) {
                    return post.kind == PostKind::case_holding && !post.closed && !post.temporary &&
                           world.state.teams[post.team].kind == static_cast<TeamKind>(kind);
                });
            }
        });
        return posts;
    };
    const auto before = posts_by_kind(0), fewer = posts_by_kind(-30), more = posts_by_kind(30);
    int kinds_with_more = 0;
    for (std::size_t kind = 1; kind < team_kind_count; ++kind)
        kinds_with_more += more[kind] > before[kind] + 2;
    CHECK(fewer[0] == before[0]);
    CHECK(kinds_with_more >= 2);
}

TEST_CASE(
    "posts asked for in percent are so many of today's case-holding posts, beside those asked for in "
    "number") {
    const Settings large = small_authority(62500);
    const auto case_holding = [&](double percent, double add) {
        const Way way = decided(large, [&](Policy& policy) {
            policy.posts.add_percent = percent;
            policy.posts.add = add;
        });
        double posts = 0;
        Inside(way, {1, 1, 3}, 1).watch([&](World& world) {
            posts = static_cast<double>(std::ranges::count_if(world.state.posts, [](const Post& post) {
                return post.kind == PostKind::case_holding && !post.closed && !post.temporary;
            }));
        });
        return posts;
    };
    const double now = case_holding(0, 0);
    CHECK(case_holding(10, 0) - now == Approx(0.1 * now).margin(1.5));
    CHECK(case_holding(10, 5) - case_holding(10, 0) == 5);
}

TEST_CASE("a smaller span of managers means more supervision and costs managers, a larger one the opposite") {
    const Settings large = small_authority(62500);
    const auto span = [&](double workers) {
        return decided(large, [&](Policy& policy) { policy.retention.workers_per_manager = workers; });
    };
    const Lived lived = live({Way{large}, span(4), span(20)}, {15, 6, 3});
    CHECK(lived.surely_more(1, Measure::supervision_percent, 9, 15) > sure);
    CHECK(lived.surely_more(2, Measure::supervision_percent, 9, 15) < -sure);
    CHECK(lived.mean(1, Measure::cost, 9, 15) > 1.01 * lived.mean(0, Measure::cost, 9, 15));
    CHECK(lived.mean(2, Measure::cost, 9, 15) < 0.99 * lived.mean(0, Measure::cost, 9, 15));
}

TEST_CASE(
    "seniors who mentor hold less casework, from the day it is decided and as Cornwall was told in 2009") {
    const Settings large = small_authority(20000);
    const Lived lived =
        live({Way{large},
              decided(large, [](Policy& policy) { policy.retention.mentoring_senior_posts_percent = 100; })},
             {12, 8});
    CHECK(lived.surely_more(1, Measure::casework_hours_available) < -sure);
    CHECK(lived.mean(1, Measure::casework_hours_available, 0, 1) <
          0.99 * lived.mean(0, Measure::casework_hours_available, 0, 1));
    CHECK(lived.surely_more(1, Measure::unmet_hours) > sure);
}

TEST_CASE("protection delivered in full reaches the newly qualified who are here already") {
    const Settings large = small_authority(62500);
    const auto protect = [&](double percent) {
        return decided(large, [=](Policy& policy) {
            policy.caseload_limit.rule = HardLimit{18, 6};
            policy.retention.newly_qualified_protection_percent = percent;
        });
    };
    const Lived lived = live({protect(0), protect(100)}, {2, 12});
    CHECK(lived.surely_more(1, Measure::workers_over_limit_percent, 0, 2) > sure);
}
