// The books of a future: parts add up to wholes, in every month, whatever is decided and whatever happens.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

using Parts = std::initializer_list<Measure>;

// As now, and every way in which work is relocated or work and staff are disturbed.
std::vector<Way> many_ways() {
    Settings small = small_authority();
    small.posts_to_load = 0;
    std::vector<Way> ways = {Way{small}, limited_to(small, 10)};
    ways.push_back(decided(small, [](Policy& policy) {
        policy.caseload_limit.rule = HardLimit{12};
        policy.caseload_limit.overflow = Overflow::duty;
        policy.practice.early_closure = 1;
        policy.practice.raised_threshold_percent = 30;
        policy.posts.add = 3;
    }));
    ways.push_back(decided(small, [](Policy& policy) {
        policy.agency.phase_out_months = 6;
        policy.retention.pay_supplement_percent = 10;
        policy.practice.patch_teams = 1;
        policy.posts.add = -2;
    }));
    ways.push_back(struck(small, {ShockKind::it_outage, 1, 12, 200}));
    ways.push_back(struck(small, {ShockKind::manager_leaving, 2, 3, 2}));
    return ways;
}

const std::vector<std::vector<Series>>& futures() {
    static const Lived lived = live(many_ways(), {15, 4});
    return lived.series;
}

// The whole is the sum of its parts in every month of every future.
void check_sum(Measure whole, Parts parts) {
    for (const auto& way : futures()) {
        for (const Series& future : way) {
            for (int month = 0; month < future.months(); ++month) {
                double sum = 0;
                for (const Measure part : parts) sum += future.at(part, month);
                CAPTURE(std::string(row_of(whole).name), month);
                CHECK(sum == Approx(future.at(whole, month)).margin(1e-6));
            }
        }
    }
}

// A part is never more than its whole, nor less than nothing.
void check_part(Measure part, Measure whole) {
    for (const auto& way : futures()) {
        for (const Series& future : way) {
            for (int month = 0; month < future.months(); ++month) {
                CAPTURE(std::string(row_of(part).name), month);
                CHECK(future.at(part, month) >= -1e-9);
                CHECK(future.at(part, month) <= future.at(whole, month) + 1e-6);
            }
        }
    }
}

}  // namespace

TEST_CASE("waiting, stretched and turned away add up to all unmet hours") {
    check_sum(Measure::unmet_hours, {Measure::unmet_hours_waiting, Measure::unmet_hours_stretched,
                                     Measure::unmet_hours_turned_away});
}

TEST_CASE("unmet hours by stage and by severity both add up to all, those turned away among them") {
    for (const auto& way : futures()) {
        for (const Series& future : way) {
            for (int month = 0; month < future.months(); ++month) {
                const double unmet = future.at(Measure::unmet_hours, month);
                double stages = 0, severities = 0, planned = 0;
                for (int k = 0; k < 5; ++k) {
                    const int first = static_cast<int>(Measure::unmet_hours_assessment);
                    stages += future.at(static_cast<Measure>(first + k), month);
                    const int plan = static_cast<int>(Measure::planned_hours_assessment);
                    planned += future.at(static_cast<Measure>(plan + k), month);
                }
                for (int k = 0; k < severity_count; ++k) {
                    const int first = static_cast<int>(Measure::unmet_hours_low);
                    severities += future.at(static_cast<Measure>(first + k), month);
                }
                CHECK(stages == Approx(unmet).margin(1e-6));
                CHECK(severities == Approx(unmet).margin(1e-6));
                CHECK(planned == Approx(future.at(Measure::planned_hours, month)).margin(1e-6));
            }
        }
    }
}

TEST_CASE("hours left unmet are never more than were planned") {
    check_part(Measure::unmet_hours, Measure::planned_hours);
    check_part(Measure::unmet_hours_assessment, Measure::planned_hours_assessment);
    check_part(Measure::unmet_hours_brief_help, Measure::planned_hours_brief_help);
    check_part(Measure::unmet_hours_child_in_need, Measure::planned_hours_child_in_need);
    check_part(Measure::unmet_hours_child_protection, Measure::planned_hours_child_protection);
    check_part(Measure::unmet_hours_looked_after, Measure::planned_hours_looked_after);
}

TEST_CASE("teams' planned and unmet hours add up to those of families who are open") {
    for (const auto& way : futures()) {
        for (const Series& future : way) {
            for (int month = 0; month < future.months(); ++month) {
                double unmet = 0, planned = 0;
                for (int team = 0; team < future.teams(); ++team) {
                    const std::size_t at = static_cast<std::size_t>(team * future.months() + month);
                    unmet += future.team(TeamMeasure::team_unmet_hours)[at];
                    planned += future.team(TeamMeasure::team_planned_hours)[at];
                }
                const double turned_away = future.at(Measure::unmet_hours_turned_away, month);
                CHECK(unmet + turned_away == Approx(future.at(Measure::unmet_hours, month)).margin(1e-6));
                CHECK(planned + turned_away == Approx(future.at(Measure::planned_hours, month)).margin(1e-6));
            }
        }
    }
}

TEST_CASE("every day a child waits has one reason, one severity and one stage") {
    const int reason = static_cast<int>(Measure::unallocated_over_limit);
    const int severity = static_cast<int>(Measure::unallocated_days_low);
    const int stage = static_cast<int>(Measure::unallocated_days_assessment);
    for (const auto& way : futures()) {
        for (const Series& future : way) {
            for (int month = 0; month < future.months(); ++month) {
                double by_reason = 0, by_severity = 0, by_stage = 0;
                for (int k = 0; k < 5; ++k) by_stage += future.at(static_cast<Measure>(stage + k), month);
                for (int k = 0; k < 4; ++k) {
                    by_reason += future.at(static_cast<Measure>(reason + k), month);
                    by_severity += future.at(static_cast<Measure>(severity + k), month);
                }
                CHECK(by_reason == by_severity);
                CHECK(by_stage == by_severity);
                CHECK(future.at(Measure::unallocated_days_on_duty, month) +
                          future.at(Measure::unallocated_days_held_by_manager, month) <=
                      by_stage);
            }
        }
    }
}

TEST_CASE("duty and a manager hold children only where the policy says so, and the longest wait is known") {
    constexpr std::size_t as_now = 0, on_duty = 2;
    double waited_on_duty = 0, longest = 0;
    for (const Series& future : futures()[on_duty]) {
        waited_on_duty += future.over_run(Measure::unallocated_days_on_duty);
        CHECK(future.over_run(Measure::unallocated_days_held_by_manager) == 0);
    }
    CHECK(waited_on_duty > 0);
    for (const Series& future : futures()[as_now])
        CHECK(future.over_run(Measure::unallocated_days_on_duty) == 0);
    for (const Series& future : futures()[1]) {
        for (int month = 0; month < future.months(); ++month) {
            const double wait = future.at(Measure::longest_present_wait, month);
            longest = std::max(longest, wait);
            CHECK((wait <= 63) == (future.at(Measure::waiting_over_3_months, month) == 0));
        }
    }
    CHECK(longest > 0);
}

TEST_CASE("leavers are those who left the sector, for another authority and for an agency") {
    check_sum(Measure::leavers, {Measure::leavers_out_of_sector, Measure::leavers_to_other_authority,
                                 Measure::leavers_to_agency});
}

TEST_CASE("cost is salaries, agency, recruitment and overtime") {
    check_sum(Measure::cost, {Measure::cost_salaries, Measure::cost_agency, Measure::cost_recruitment,
                              Measure::cost_overtime});
}

TEST_CASE("what is on time is part of what was due") {
    check_part(Measure::assessments_within_45, Measure::assessments_completed);
    check_part(Measure::conferences_within_15, Measure::conferences_held);
    check_part(Measure::visits_on_time, Measure::visits_due);
    check_part(Measure::visits_missed, Measure::visits_due);
    check_part(Measure::reviews_on_time, Measure::reviews_due);
    check_part(Measure::rereferrals_within_12_months, Measure::referrals);
    check_part(Measure::second_plans, Measure::protection_plans_started);
    check_part(Measure::supervisions_held, Measure::supervisions_due);
    check_part(Measure::sick_days, Measure::contracted_days);
    check_part(Measure::waiting_over_3_months, Measure::children_unallocated_month_end);
    check_part(Measure::looked_after_three_workers, Measure::looked_after_in_year);
    check_part(Measure::records_behind, Measure::families_with_worker);
    check_part(Measure::children_held, Measure::children_open);
}

TEST_CASE("the posts of the establishment are filled or vacant, and change only as decided") {
    const double added[] = {0, 0, 3, -2, 0, 0};
    std::vector<double> establishment;
    for (std::size_t way = 0; way < futures().size(); ++way) {
        for (std::size_t i = 0; i < futures()[way].size(); ++i) {
            const Series& future = futures()[way][i];
            const auto posts = [&](int month) {
                return future.at(Measure::in_post, month) + future.at(Measure::vacancies, month);
            };
            if (way == 0) establishment.push_back(posts(0));
            CAPTURE(way, i);
            // Part-time posts and notice leave less than a post and a half.
            CHECK(posts(future.months() - 1) == Approx(establishment[i] + added[way]).margin(1.5));
        }
    }
}

TEST_CASE("rates follow from their numbers by the census formulas") {
    for (const auto& way : futures()) {
        for (const Series& future : way) {
            for (int month = 0; month < future.months(); ++month) {
                const double in_post = future.at(Measure::in_post, month);
                const double vacant = future.at(Measure::vacancies, month);
                const double agency = future.at(Measure::agency_workers, month);
                CHECK(future.at(Measure::vacancy_percent, month) ==
                      Approx(100 * vacant / (vacant + in_post)).margin(1e-9));
                CHECK(future.at(Measure::agency_percent, month) ==
                      Approx(100 * agency / (agency + in_post)).margin(1e-9));
            }
        }
    }
}

TEST_CASE("every referral is screened out, assessed or still with the front door") {
    for (const auto& way : futures()) {
        for (const Series& future : way) {
            const double referred = future.over_run(Measure::referrals);
            const double screened = future.over_run(Measure::no_further_action) +
                                    future.over_run(Measure::answered_without_assessment) +
                                    future.over_run(Measure::screened_out_with_need);
            CHECK(screened < 0.5 * referred);
            // What was in assessment at the start, and is at the end, differs by less than two months' work.
            const double assessed = future.over_run(Measure::assessments_completed);
            CHECK(assessed == Approx(referred - screened).margin(0.35 * referred));
        }
    }
}

TEST_CASE("work ever longer than a task can hold leaves the books in balance") {
    Way way{small_authority(4000)};
    way.settings.work_scale = 3;
    way.shocks.push_back({ShockKind::it_outage, 0, 12, 1000});
    Inside inside(way, {12});
    CHECK_NOTHROW(inside.watch([](World& world) { check_books(world); }));
}
