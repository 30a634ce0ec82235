// A family's path: assessment step by step, what it decides, the stages after it, and closing.
#include <algorithm>

#include "sim/authority/others.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/families/draw_ordinals.hpp"
#include "sim/families/statutory_days.hpp"

namespace headroom {

namespace {

// The hours of one assessment step, one child.
double step_hours(const Settings& s, int step) {
    switch (step) {
        case first_visit:
        case second_visit: return s.hours_assessment_visit;
        case checks: return s.hours_assessment_checks;
        case write_up: return s.hours_assessment_write_up;
        case summary: return s.hours_closing;
        default: return s.hours_screening;
    }
}

Minutes target_of(const Family& family) {
    return family.stage_since + working_days(family.target_days);
}

// When the step should be done, for the diary: the internal target, not the statutory clock.
Minutes step_due(const DueTimes& due, const Family& family, int step) {
    const Minutes target = target_of(family);
    switch (step) {
        case first_visit:
            return std::min(target - due.first_visit_lead, family.stage_since + due.first_visit);
        case checks: return std::min(target - due.second_visit_lead, family.stage_since + due.checks);
        case second_visit: return target - due.second_visit_lead;
        default: return target - working_days(0.5);
    }
}

void release_step(World& world, std::uint32_t id, int step) {
    Family& family = world.state.families[id];
    Lane& lane = world.lane(id, Work::main);
    lane.set_step(step);
    const Settings& s = world.settings();
    if (family.is(reassessing)) {
        const Minutes due = family.reassessed_from + working_days(family.target_days);
        const double whole =
            2 * s.hours_assessment_visit + s.hours_assessment_checks + s.hours_assessment_write_up;
        release(world, id, Work::main, due,
                task_minutes(world, id, Work::main, whole * 60 * s.reassessment_share, due));
        return;
    }
    const Minutes due = step_due(world.rules->due, family, step);
    const int minutes =
        task_minutes(world, id, Work::main, step_hours(s, step) * 60, step_hours_ordinal(due, step));
    if (minutes < 1) {
        assessment_step_done(world, id, step);
        return;
    }
    release(world, id, Work::main, due, minutes);
}

void wait_for(World& world, std::uint32_t id, int next_step, Minutes until) {
    Family& family = world.state.families[id];
    world.lane(id, Work::main).set_step(next_step);
    family.main_timer = std::max(until, world.state.now + 1);
    world.schedule(family.main_timer, EventKind::main_timer, id);
}

// A target is kept in one byte; twice the statutory limit is beyond any that a year makes of it.
constexpr double most_target_days = 2 * assessment_days;

// Local targets of 10, 20, 30 or 45 working days (the last one is 45 by law, and a place may set itself
// less); work is aimed at a day in the week or two before it.
void draw_target(World& world, Family& family, const Draw& draw) {
    const Settings& s = world.settings();
    const double u = draw.uniform(0) * 100;
    const double spread = draw.uniform(1);
    const double to_10 = s.assessment_target_10_percent;
    const double to_20 = to_10 + s.assessment_target_20_percent;
    const double to_30 = to_20 + s.assessment_target_30_percent;
    double days = s.assessment_target_last_days - s.assessment_target_last_spread_days * spread;
    if (u < to_10) {
        days = short_target_days - s.assessment_target_10_spread_days * spread;
    } else if (u < to_20) {
        days = middle_target_days - s.assessment_target_20_spread_days * spread;
    } else if (u < to_30) {
        days = long_target_days - s.assessment_target_30_spread_days * spread;
    }
    days = std::min(days * world.state.surroundings.assessment_days, most_target_days);
    family.target_days = whole_part<std::uint8_t>(days + 0.5);
}

// Some families cannot be met, and some reports do not come, whatever the load: lateness that no one's hours
// would cure. In its absence timeliness could be brought to its published level by want of hours alone, and
// then fell with load two to four times as steeply as published.
Minutes held_up_until(const World& world, const Family& family) {
    const Settings& s = world.settings();
    const Draw draw = world.draw(family.entity, holding_up, assessment_ordinal(family));
    if (!draw.happens(0, s.assessment_held_up_percent / 100)) return world.state.now;
    const Lognormal wait =
        Lognormal::from_median_sigma(s.assessment_held_up_days, s.assessment_held_up_log_sd);
    const double days = std::min(wait.at(draw.normal(1)), s.assessment_held_up_most_days);
    return family.stage_since + working_days(days);
}

// When the slowest of the partners asked has replied; silence ends after some weeks, or when the target is
// near.
Minutes partners_have_replied(const World& world, const Family& family) {
    const Settings& s = world.settings();
    const Minutes now = world.state.now;
    const Draw draw = world.draw(family.entity, partner_reply, assessment_ordinal(family));
    double days =
        Lognormal::from_median_sigma(s.partner_reply_days, s.partner_reply_log_sd).at(draw.normal(0));
    if (draw.happens(1, s.partner_silent_percent / 100)) days = s.partner_silent_days;
    days *= world.state.surroundings.partners;
    if (s.hours_assessment_checks <= 0) days = 0;  // nobody is asked
    // A reply known to be late is waited for beyond the service's own target, up to the statutory clock.
    Minutes latest = target_of(family) - world.rules->due.partner_lead;
    if (world.state.surroundings.partners > 1) latest = family.stage_since + world.rules->due.partners_late;
    return std::min(now + working_days(days), std::max(now + 1, latest));
}

// A need for care is kept short of what is never.
constexpr Minutes longest_care = never / 4;

}  // namespace

// Children by stage, but for those with only a closing summary left.
void count_stage(World& world, const Family& family, int sign) {
    if (family.is(closing)) return;
    world.state.children_by_stage[static_cast<int>(family.stage)] += sign * family.children;
}

void start_assessment(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    count_stage(world, family, -1);
    family.stage = Stage::assessment;
    count_stage(world, family, +1);
    family.stage_since = world.state.now;
    family.unmark(reassessing);
    draw_target(world, family, world.draw(family.entity, assessment_course, assessment_ordinal(family)));
    seek_worker(world, id, WaitReason::awaiting_manager);
    release_step(world, id, first_visit);
}

void assessment_step_done(World& world, std::uint32_t id, int step) {
    Family& family = world.state.families[id];
    const Settings& s = world.settings();
    const Minutes now = world.state.now;
    if (step == screen) {
        leave_place(world, id);
        screening_done(world, id);
    } else if (step == first_visit) {
        release_step(world, id, checks);
        // What the first visit finds may call for an enquiry.
        const double chance = world.rules->pathway.enquiry_in_assessment[static_cast<int>(family.severity)];
        const Draw found = world.draw(family.entity, assessment_course, first_visit_ordinal(family));
        if (!family.is(enquiry_open) && !family.is(enquired) &&
            enquiry_is_called_for(world, id, found.uniform(0), chance))
            start_enquiry(world, id);
    } else if (step == checks) {
        const Minutes until = std::max(partners_have_replied(world, family), held_up_until(world, family));
        wait_for(world, id, second_visit, until);
    } else if (step == second_visit) {
        const Draw draw = world.draw(family.entity, assessment_course, second_visit_ordinal(family));
        const Minutes lead = working_days(1 + draw.uniform(0) * (s.write_up_lead_days - 1));
        // Without hours to write up there is nothing to put off.
        if (s.hours_assessment_write_up > 0 && target_of(family) - lead > now) {
            wait_for(world, id, write_up, target_of(family) - lead);
        } else {
            release_step(world, id, write_up);
        }
    } else if (step == write_up) {
        const int minutes = whole_part<int>(s.hours_sign_off * 60 * world.state.surroundings.sign_off + 0.5);
        if (minutes < 1) {
            assessment_signed_off(world, id);
        } else {
            const DueTimes& times = world.rules->due;
            const Minutes due =
                family.is(reassessing) ? now + times.update_sign_off : step_due(times, family, write_up);
            release(world, id, Work::sign_off, due, minutes);
        }
    } else if (step == summary) {
        close_family(world, id);
    }
}

void main_timer(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    if (family.place == Place::nowhere || family.main_timer != world.state.now) return;
    family.main_timer = never;
    if (family.stage == Stage::brief_help && !family.is(reassessing)) {
        release(world, id, Work::visit, world.state.now + world.rules->due.brief_visit,
                task_minutes(world, id, Work::visit, world.settings().hours_per_visit_brief_help * 60,
                             world.state.now));
        return;
    }
    release_step(world, id, static_cast<int>(world.lane(id, Work::main).step));
}

void assessment_signed_off(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Minutes began = family.is(reassessing) ? family.reassessed_from : family.referred_at;
    const int days = (world.state.now - began) / minutes_per_working_day;
    world.count(Measure::assessments_completed, family.children);
    if (days <= assessment_days) world.count(Measure::assessments_within_45, family.children);
    if (world.measuring()) world.series.add_to_bin(Measure::assessment_days_histogram, days, family.children);
    if (family.is(reassessing)) {
        family.unmark(reassessing);
        if (family.stage == Stage::brief_help && world.lane(id, Work::visit).open == 0) {
            wait_for(world, id, first_visit,
                     world.state.now + working_days(world.settings().brief_help_days_between_visits));
        }
        return;
    }
    if (family.is(enquiry_open)) {
        family.mark(enquired);
        return;  // the enquiry decides when it ends
    }
    decide_assessment(world, id);
}

// What an assessment without a protection plan decides.
void decide_assessment(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Pathway& path = world.rules->pathway;
    const int severity = static_cast<int>(family.severity);
    const double u = world.draw(family.entity, assessment_outcome, family.episode).uniform(0);
    const Readiness ready = readiness(world, family);
    // From the least help to the most, so that load moves those at the margin from one to the next.
    const Surroundings& around = world.state.surroundings;
    const double care = std::min(1.0, path.care_at_assessment[severity] * around.care);
    const double planned = std::min(path.in_need_plan[severity] * around.in_need, 1 - care);
    const double not_in_need = path.not_in_need[severity] *
                               world.rules->not_in_need_in_month[world.month_index()] * around.not_in_need;
    if (u < std::min(not_in_need * ready.not_in_need, 1 - care - planned)) {
        world.count(Measure::assessed_not_in_need, family.children);
        if (u >= not_in_need) {
            family.mark(closed_early);
            turn_away(world, id, TurnedAway::not_in_need, hours_of_brief_help(world, family));
        }
        close_family(world, id);
        return;
    }
    family.mark(in_need_episode);
    if (u >= 1 - care) {
        begin_stage(world, id, Stage::looked_after);
    } else if (u >= 1 - care - planned * ready.stepping_up) {
        begin_stage(world, id, Stage::child_in_need);
    } else {
        if (u >= 1 - care - planned) {
            const double plan = hours_of_plan(world, family, Stage::child_in_need);
            turn_away(world, id, TurnedAway::no_plan, plan - hours_of_brief_help(world, family));
        }
        begin_stage(world, id, Stage::brief_help);
    }
}

// The middle of the four, for which medians of needs hold: another would only move the fitted medians.
constexpr double middle_severity = (severity_count - 1) / 2.0;

void draw_need(World& world, Family& family) {
    const Settings& s = world.settings();
    const bool protection = family.stage == Stage::child_protection;
    const double median = protection ? s.protection_need_contacts : s.in_need_need_contacts;
    const double sigma = protection ? s.protection_need_log_sd : s.in_need_need_log_sd;
    const double steps = static_cast<double>(family.severity) - middle_severity;
    const double z = world.draw(family.entity, plan_need, family.plan).normal(0);
    family.need = static_cast<float>(median * exponential_of(sigma * z + s.severity_need_exponent * steps));
}

// Work that goes on from one stage into the next has that stage's urgency, or its diary would pass it over.
static void rank_anew(World& world, std::uint32_t id) {
    for (const Work work : {Work::main, Work::sign_off, Work::handover}) {
        const Lane& lane = world.lane(id, work);
        if (lane.open > 0 && !lane.in_work) route(world, id, work);
    }
}

// How long care is needed, its first visit and liaison, and whether it is by order.
static void begin_care(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Settings& s = world.settings();
    const Minutes now = world.state.now;
    const Draw draw = world.draw(family.entity, care_stay, family.plan);
    const bool brief = draw.happens(0, s.looked_after_short_percent / 100);
    const double months =
        (brief ? s.looked_after_short_months : s.looked_after_long_months) * draw.exponential(1);
    family.exit_at = now + std::min(world.rules->work.months(months), longest_care);
    double agreed = s.section_20_percent;
    if (world.policy->practice.section_20_percent >= 0) agreed = world.policy->practice.section_20_percent;
    start_repeating(world, id, Work::visit, now + working_days(first_care_visit_days));
    start_repeating(world, id, Work::liaison, now + world.rules->due.first_care_liaison);
    if (!draw.happens(2, agreed / 100)) start_court(world, id);
}

void begin_stage(World& world, std::uint32_t id, Stage stage) {
    Family& family = world.state.families[id];
    const Minutes now = world.state.now;
    add_load(world, id, -1);
    for (const Work work : {Work::visit, Work::liaison, Work::review, Work::court}) withdraw(world, id, work);
    if (!family.is(reassessing)) {
        withdraw(world, id, Work::main);
        withdraw(world, id, Work::sign_off);
        family.main_timer = never;
    }
    if (stage == Stage::looked_after) end_enquiry(world, id);
    family.unmark(review_prepared);
    family.unmark(in_court);
    count_stage(world, family, -1);
    family.unmark(closing);
    family.unmark(light_help);
    family.stage = stage;
    count_stage(world, family, +1);
    family.stage_since = now;
    family.review = 0;
    family.progress = 0;
    family.need = 0;
    family.mark(in_need_episode);
    add_load(world, id, +1);
    may_go_to_others(world, id);
    const DueTimes& due = world.rules->due;
    switch (stage) {
        case Stage::brief_help:
            world.count(Measure::brief_help_started, family.children);
            begin_light_help(world, family);
            release(
                world, id, Work::visit, now + due.first_brief_visit,
                task_minutes(world, id, Work::visit, world.settings().hours_per_visit_brief_help * 60, now));
            break;
        case Stage::child_in_need:
            world.count(Measure::in_need_plans_started, family.children);
            ++family.plan;
            draw_need(world, family);
            start_repeating(world, id, Work::visit, now + due.first_in_need_visit);
            start_repeating(world, id, Work::liaison, now + due.first_in_need_liaison);
            break;
        case Stage::child_protection:
            world.count(Measure::protection_plans_started, family.children);
            if (family.is(had_plan)) world.count(Measure::second_plans, family.children);
            family.mark(had_plan);
            ++family.plan;
            draw_need(world, family);
            start_repeating(world, id, Work::visit, now + due.first_protection_visit);
            start_repeating(world, id, Work::liaison, now + working_days(core_group_days));
            break;
        case Stage::looked_after:
            world.count(Measure::looked_after_started, family.children);
            ++family.plan;
            begin_care(world, id);
            break;
        case Stage::screening:
        case Stage::assessment:
        case Stage::closed: break;
    }
    if (stage != Stage::brief_help) schedule_first_review(world, id);
    // The family stays with its worker unless the stage belongs to another kind of team, or the worker is
    // newly qualified and the work is protection or court.
    const Team& team = world.state.teams[family.team];
    const bool by_learner =
        family.place == Place::held && world.state.workers[family.worker].role == Role::newly_qualified;
    const bool beyond_learner = by_learner && (stage == Stage::child_protection || family.is(in_court));
    if (family.place == Place::with_others) return;
    if (team.kind != team_kind_for(world, stage) || beyond_learner) {
        const std::uint32_t before = family.team;
        leave_place(world, id);
        family.change = ChangeCause::transfer;
        seek_worker(world, id, WaitReason::awaiting_manager);
        if (world.policy->allocation.every_working_days <= 0) allocate_team(world, before);
    } else if (family.place == Place::nowhere || family.place == Place::front_door) {
        seek_worker(world, id, WaitReason::awaiting_manager);
    } else {
        wait_anew(world, id);
    }
    rank_anew(world, id);
}

// Proceedings: court work every so many working days until the final order. They last evenly from a shortest
// to as far beyond the mean.
void start_court(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Draw draw = world.draw(family.entity, care_end, family.plan);
    const double shortest = world.settings().proceedings_shortest_share;
    const double weeks =
        world.settings().proceedings_weeks * (shortest + 2 * (1 - shortest) * draw.uniform(0));
    family.mark(in_court);
    start_repeating(world, id, Work::court, world.state.now + world.rules->due.court);
    family.enquiry_timer = world.state.now + working_days(weeks * working_days_in_year / weeks_in_year);
    world.schedule(family.enquiry_timer, EventKind::enquiry_timer, id);
}

}  // namespace headroom
