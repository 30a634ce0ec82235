// The turn of a month: what is counted at its end, what policy and the year bring at its start.
#include <algorithm>

#include "sim/authority/definitions.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"

namespace headroom {

namespace {

struct Staff {
    double in_post = 0, agency = 0, vacant = 0, holders = 0;
};

void count_posts(World& world, int month, Staff& staff) {
    const State& state = world.state;
    for (const Post& post : state.posts) {
        if (post.filled) staff.in_post += post.fte;
        if (post.covered) staff.agency += post.fte;
        if (!post.filled && !post.temporary && !post.closed) staff.vacant += post.fte;
    }
    Series& series = world.series;
    series.at(Measure::in_post, month) = staff.in_post;
    series.at(Measure::vacancies, month) = staff.vacant;
    series.at(Measure::agency_workers, month) = staff.agency;
    const double funded = staff.vacant + staff.in_post, working = staff.agency + staff.in_post;
    series.at(Measure::vacancy_percent, month) = funded > 0 ? 100 * staff.vacant / funded : 0;
    series.at(Measure::agency_percent, month) = working > 0 ? 100 * staff.agency / working : 0;
}

void count_caseloads(World& world, int month) {
    const State& state = world.state;
    Series& series = world.series;
    constexpr int bin_count = bins_of(Measure::caseload_histogram);
    double bins[bin_count] = {};
    double holders = 0, fte = 0, children = 0, weighted = 0, strain = 0;
    double over_20 = 0, over_25 = 0, over_35 = 0, over_limit = 0;
    for (std::uint32_t id = 0; id < state.workers.size(); ++id) {
        const Worker& worker = state.workers[id];
        if (!worker.employed() || !worker.holds_cases() || worker.children == 0) continue;
        holders += 1;
        fte += worker.fte;
        children += worker.children;
        weighted += worker.children * (worker.children / worker.fte);
        strain += worker.strain;
        over_20 += worker.children > large_caseload;
        over_25 += worker.children > larger_caseload;
        over_35 += worker.children > largest_caseload;
        over_limit += stands_over_limit(world, id);
        bins[std::min<int>(worker.children, bin_count - 1)] += 1;
    }
    for (int bin = 0; bin < bin_count; ++bin) series.at(Measure::caseload_histogram, bin) += bins[bin];
    series.at(Measure::case_holders, month) = fte;
    if (holders == 0) return;
    series.at(Measure::caseload_mean, month) = children / fte;
    series.at(Measure::caseload_case_weighted, month) = children > 0 ? weighted / children : 0;
    series.at(Measure::strain, month) = strain / holders;
    series.at(Measure::workers_over_20_percent, month) = 100 * over_20 / holders;
    series.at(Measure::workers_over_25_percent, month) = 100 * over_25 / holders;
    series.at(Measure::workers_over_35_percent, month) = 100 * over_35 / holders;
    series.at(Measure::workers_over_limit_percent, month) = 100 * over_limit / holders;
    const std::span<const double> counts(bins, bin_count);
    series.at(Measure::caseload_p10, month) = histogram_quantile(counts, 1, lowest_tenth);
    series.at(Measure::caseload_p50, month) = histogram_quantile(counts, 1, half);
    series.at(Measure::caseload_p90, month) = histogram_quantile(counts, 1, but_highest_tenth);
}

// Leeds 2009: 7 of 23 files with a child at risk. Here: an overdue visit, time without a worker, or an
// overdue assessment.
bool file_fails(const World& world, std::uint32_t id) {
    const State& state = world.state;
    const Family& family = state.families[id];
    const Lane& visit = state.lanes[id * lanes_per_family + static_cast<std::uint32_t>(Work::visit)];
    if (visit.open > 0 && oldest_due(world, id, Work::visit) < state.now) return true;
    if (family.is(overdue_visit) || family.is(unallocated_spell)) return true;
    if (family.unallocated() && state.now - family.unallocated_since >= working_days(unallocated_spell_days))
        return true;
    return family.stage == Stage::assessment &&
           state.now - family.referred_at > working_days(assessment_days);
}

void draw_files(World& world, int month) {
    State& state = world.state;
    std::vector<std::uint32_t>& open = state.scratch;
    open.clear();
    double failing = 0;
    for (std::uint32_t id = 0; id < state.families.size(); ++id) {
        const Family& family = state.families[id];
        if (family.place == Place::nowhere || family.place == Place::with_others) continue;
        if (family.stage == Stage::screening) continue;
        open.push_back(id);
        failing += file_fails(world, id);
    }
    if (open.empty()) return;
    world.series.at(Measure::files_failing_percent, month) = 100 * failing / static_cast<double>(open.size());
    KeyedGenerator generator(state.streams, static_cast<std::uint32_t>(month), inspection_sample);
    double found = 0;
    const int sample = std::min<int>(files_of_a_sample, static_cast<int>(open.size()));
    for (int k = 0; k < sample; ++k) {
        const int chosen = k + pick(generator, static_cast<int>(open.size()) - k);
        std::swap(open[static_cast<std::size_t>(k)], open[static_cast<std::size_t>(chosen)]);
        found += file_fails(world, open[static_cast<std::size_t>(k)]);
    }
    world.series.at(Measure::inspector_files_failing, month) = found;
}

// Share of the children of a stage who were seen in the last four weeks.
void count_seen(World& world, int month) {
    double open[stage_count] = {}, seen[stage_count] = {};
    for (const Family& family : world.state.families) {
        if (family.place == Place::nowhere || family.place == Place::with_others) continue;
        if (family.is(closing)) continue;
        open[static_cast<int>(family.stage)] += family.children;
        const bool lately =
            family.last_seen > 0 && world.day_number() - family.last_seen <= working_days_in_four_weeks;
        seen[static_cast<int>(family.stage)] += lately ? family.children : 0;
    }
    const auto note = [&](Measure measure, Stage stage) {
        const int column = static_cast<int>(stage);
        world.series.at(measure, month) = open[column] > 0 ? 100 * seen[column] / open[column] : 0;
    };
    // All other children in need, as the survey of 2020 and 2021 counted them: in assessment and brief help
    // too.
    for (const Stage stage : {Stage::assessment, Stage::brief_help}) {
        open[static_cast<int>(Stage::child_in_need)] += open[static_cast<int>(stage)];
        seen[static_cast<int>(Stage::child_in_need)] += seen[static_cast<int>(stage)];
    }
    note(Measure::seen_in_need_percent, Stage::child_in_need);
    note(Measure::seen_protection_percent, Stage::child_protection);
    note(Measure::seen_looked_after_percent, Stage::looked_after);
}

void count_families(World& world, int month) {
    const State& state = world.state;
    Series& series = world.series;
    double recording = 0, behind = 0, held = 0, over_3_months = 0, looked_after = 0, three_workers = 0;
    Minutes longest_wait = 0;
    // Days behind count from the visit, which the record was due some days after.
    const Minutes behind_after = working_days(record_behind_days) - world.rules->due.recording;
    const Minutes year_ago = state.now - working_days(world.calendar.working_days_per_year());
    for (std::uint32_t id = 0; id < state.families.size(); ++id) {
        const Family& family = state.families[id];
        if (family.place == Place::nowhere) continue;
        const Lane& record = state.lanes[id * lanes_per_family + static_cast<std::uint32_t>(Work::record)];
        if (record.open > 0) recording += record.left() / 60.0;
        if (family.place == Place::held) {
            held += 1;
            behind += record.open > 0 && state.now - record.due > behind_after;
        }
        if (family.unallocated()) {
            const Minutes waited = state.now - family.unallocated_since;
            longest_wait = std::max(longest_wait, waited);
            over_3_months += waited > working_days(working_days_in_quarter) ? family.children : 0;
        }
        if (family.stage == Stage::looked_after && !family.is(closing)) {
            looked_after += family.children;
            const bool three = family.workers_had >= many_workers && family.change_before > year_ago;
            three_workers += three ? family.children : 0;
        }
    }
    series.at(Measure::recording_hours_outstanding, month) = recording;
    series.at(Measure::records_behind, month) = behind;
    series.at(Measure::families_with_worker, month) = held;
    series.at(Measure::waiting_over_3_months, month) = over_3_months;
    series.at(Measure::longest_present_wait, month) = longest_wait / minutes_per_working_day;
    series.at(Measure::looked_after_in_year, month) = looked_after;
    series.at(Measure::looked_after_three_workers, month) = three_workers;
    series.at(Measure::children_unallocated_month_end, month) = state.children_unallocated;
}

void count_teams(World& world, int month) {
    const std::vector<Team>& teams = world.state.teams;
    Series& series = world.series;
    for (int team = 0; team < std::min(series.teams(), static_cast<int>(teams.size())); ++team) {
        const Team& counted = teams[static_cast<std::size_t>(team)];
        series.team(TeamMeasure::team_children_held, team, month) = counted.children_held;
        series.team(TeamMeasure::team_children_unallocated, team, month) = counted.children_waiting;
    }
}

double salary(const Settings& s, const Worker& worker) {
    switch (worker.role) {
        case Role::newly_qualified: return s.salary_newly_qualified;
        case Role::senior: return s.salary_senior;
        case Role::manager: return s.salary_manager;
        case Role::social_worker:
        case Role::agency:
        case Role::other: return s.salary_social_worker;
    }
    return 0;
}

// A manager whom a shock took out of their post is not paid for.
bool lost_to_a_shock(const State& state, std::uint32_t id) {
    const Team& team = state.teams[state.workers[id].team];
    return team.manager_post == id / 2 && team.manager_away_until > state.now;
}

void count_cost(World& world, int month) {
    const Settings& s = world.settings();
    State& state = world.state;
    Series& series = world.series;
    const double supplement = 1 + world.policy->retention.pay_supplement_percent / 100;
    const double part = world.calendar.part_of_month(month);
    double salaries = state.support_workers * s.salary_support_worker / 12 * part;
    double agency = 0;
    for (std::uint32_t id = 0; id < state.workers.size(); ++id) {
        const Worker& worker = state.workers[id];
        if (!worker.employed() || lost_to_a_shock(state, id)) continue;
        const double cost = salary(s, worker) * worker.fte / 12 * part;
        if (id % 2 == 0) {
            salaries += cost * supplement;
        } else {
            agency += cost * (1 + s.agency_premium_percent / 100);
        }
    }
    const double dearer = (s.managed_team_premium_percent - s.agency_premium_percent) / 100;
    agency += state.surroundings.managed_workers * s.salary_social_worker / 12 * part * dearer;
    state.agency_spent_this_year += agency;
    const double overtime = series.at(Measure::overtime_hours, month) * s.overtime_paid_share *
                            s.salary_social_worker / (weeks_in_year * hours_in_week);
    series.at(Measure::cost_salaries, month) = salaries;
    series.at(Measure::cost_agency, month) = agency;
    series.at(Measure::cost_overtime, month) = overtime;
    series.at(Measure::cost, month) =
        salaries + agency + overtime + series.at(Measure::cost_recruitment, month);
}

// Means over the days of the month.
void close_daily_means(World& world, int month) {
    const double days = std::max(1, world.state.days_this_month);
    for (const Measure measure :
         {Measure::children_unallocated, Measure::children_open, Measure::children_in_assessment,
          Measure::in_need_plans_open, Measure::protection_plans_open, Measure::looked_after_open,
          Measure::children_held}) {
        world.series.at(measure, month) /= days;
    }
}

// A change of policy takes effect: teams, posts and everything that reads the policy.
void adopt(World& world, const Policy& policy) {
    if (world.policy->agency.phase_out_months != policy.agency.phase_out_months)
        world.state.phase_out_since = world.state.month;
    const RetentionPolicy& retention = policy.retention;
    world.policy = &policy;
    if (retention.mentoring_senior_posts_percent > 0 || retention.newly_qualified_protection_percent >= 0)
        keep_new_promises(world);
    const double wanted = policy.practice.patch_teams;
    if (wanted < 0) return;
    for (Team& team : world.state.teams) {
        if (team.home_kind == TeamKind::front_door || team.home_kind == TeamKind::patch) continue;
        team.kind = wanted > 0.5 ? TeamKind::patch : team.home_kind;
    }
}

void welcome_cohort(World& world) {
    const int month_of_year = world.calendar.month_of_year(world.state.month);
    constexpr int february = 2, september = 9;
    if (month_of_year != september && month_of_year != february) return;
    const double later = world.settings().newly_qualified_february_percent / 100;
    const double part_of_year = month_of_year == february ? later : 1 - later;
    const RecruitmentPolicy& decided = world.policy->recruitment;
    double number = decided.newly_qualified_per_cohort >= 0
                        ? decided.newly_qualified_per_cohort
                        : world.rules->newly_qualified_per_year * part_of_year;
    number += decided.newly_qualified_more * part_of_year;
    // Of the cohort of a month that is partly over, as much is still to come as of the month.
    number *= world.calendar.part_of_month(world.state.month);
    const double u = world.draw(cohort_of(world.state.month), hiring, cohort_ordinal).uniform(0);
    newly_qualified_arrive(world, whole_part<int>(number + u));
}

// Of children by the share of their hours left unmet, the mean share over the worst-served.
double mean_of_worst(std::span<const double> shares) {
    double children = 0;
    for (const double count : shares) children += count;
    double left = worst_served * children, sum = 0;
    for (int bin = static_cast<int>(shares.size()) - 1; bin >= 0 && left > 0; --bin) {
        const double taken = std::min(left, shares[static_cast<std::size_t>(bin)]);
        sum += taken * (bin + 0.5) * 2;
        left -= taken;
    }
    return children > 0 ? sum / (worst_served * children) : 0;
}

}  // namespace

void close_month(World& world, int month) {
    Staff staff;
    close_daily_means(world, month);
    count_posts(world, month, staff);
    count_caseloads(world, month);
    count_families(world, month);
    count_teams(world, month);
    count_seen(world, month);
    draw_files(world, month);
    world.series.at(Measure::events, month) = static_cast<double>(world.events - world.events_before_month);
    world.events_before_month = world.events;
    count_cost(world, month);
}

// What was put off until this month joins the queue.
void open_drawer(World& world, int month) {
    State& state = world.state;
    state.near_until = world.calendar.month_start(month + 1) * minutes_per_working_day;
    std::vector<Event>& drawer = state.drawers[static_cast<std::size_t>(month + world.settling_months)];
    for (const Event event : drawer) state.queue.push(event);
    drawer.clear();
}

void month_turns(World& world) {
    State& state = world.state;
    const int month = world.calendar.month_of(working_day_at(state.now));
    if (state.month >= 0) close_month(world, state.month);
    state.month = month;
    state.days_this_month = 0;
    open_drawer(world, month);
    if (state.near_until < world.end) {
        // Straight into the queue: it is what opens the drawer.
        state.queue.push(make_event(state.near_until, static_cast<unsigned>(EventKind::month_turns), 0));
    }
    if (month < 0) {
        if (month == -world.settling_months / 2) begin_usual(world);
        return;
    }
    average_load(world);
    if (month % 12 == 0) state.agency_spent_this_year = 0;
    for (const DatedPolicy& dated : world.policies) {
        if (dated.from_month == month) adopt(world, dated.policy);
    }
    feel_shocks(world);
    end_agency_stays(world);
    adjust_posts(world);
    move_posts(world);
    adjust_managers(world);
    hire_support_workers(world);
    adjust_temporary_cover(world);
    welcome_cohort(world);
}

void finish_series(World& world) {
    State& state = world.state;
    Series& series = world.series;
    close_month(world, state.month);
    count_open_at_end(world);
    for (const Family& family : state.families) {
        if (family.place == Place::nowhere) continue;
        if (family.planned_minutes > 0) {
            const double share = 100.0 * family.unmet_minutes / family.planned_minutes;
            series.add_to_bin(Measure::share_of_plan_unmet_histogram, whole_part<int>(share / 2),
                              family.children);
        }
        if (family.unallocated()) note_wait(world, family);
    }
    for (int month = 0; month < world.months; ++month) {
        series.at(Measure::unmet_hours, month) = series.at(Measure::unmet_hours_waiting, month) +
                                                 series.at(Measure::unmet_hours_stretched, month) +
                                                 series.at(Measure::unmet_hours_turned_away, month);
    }
    const auto quantile = [&](Measure histogram, double share) {
        return histogram_quantile(series.of(histogram), row_of(histogram).bin_width, share);
    };
    series.at(Measure::assessment_days_p25) = quantile(Measure::assessment_days_histogram, lower_quarter);
    series.at(Measure::assessment_days_p50) = quantile(Measure::assessment_days_histogram, half);
    series.at(Measure::assessment_days_p75) = quantile(Measure::assessment_days_histogram, upper_quarter);
    series.at(Measure::wait_days_p50) = quantile(Measure::wait_days_histogram, half);
    series.at(Measure::wait_days_p90) = quantile(Measure::wait_days_histogram, but_highest_tenth);
    series.at(Measure::wait_days_p95) = quantile(Measure::wait_days_histogram, but_highest_twentieth);
    const double longest =
        quantile(Measure::wait_days_histogram, 1.0);  // none where nobody was given a worker
    if (!(longest >= 0)) series.at(Measure::wait_days_worst) = longest;
    series.at(Measure::worst_served_share_unmet) =
        mean_of_worst(series.of(Measure::share_of_plan_unmet_histogram));
    series.make_ratios();
}

}  // namespace headroom
