// A family's path: assessment step by step, what it decides, the stages after it, and closing.
#include <algorithm>

#include "sim/authority/others.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

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
Minutes step_due(const Family& family, int step) {
    const Minutes target = target_of(family);
    switch (step) {
        case first_visit: return std::min(target - working_days(4), family.stage_since + working_days(8));
        case checks: return std::min(target - working_days(3), family.stage_since + working_days(11));
        case second_visit: return target - working_days(3);
        default: return target - working_days(0.5);
    }
}

void release_step(World& world, std::uint32_t id, int step) {
    Family& family = world.state.families[id];
    Lane& lane = world.lane(id, Work::main);
    lane.step = static_cast<std::uint32_t>(step) & 7u;
    const Settings& s = world.settings();
    if (family.is(reassessing)) {
        const Minutes due = family.reassessed_from + working_days(family.target_days);
        const double whole =
            2 * s.hours_assessment_visit + s.hours_assessment_checks + s.hours_assessment_write_up;
        release(world, id, Work::main, due,
                task_minutes(world, id, Work::main, whole * 60 * s.reassessment_share, due));
        return;
    }
    const Minutes due = step_due(family, step);
    const std::uint32_t ordinal_due =
        static_cast<std::uint32_t>(due) + static_cast<std::uint32_t>(step) * 7919u;
    const int minutes =
        task_minutes(world, id, Work::main, step_hours(s, step) * 60, static_cast<Minutes>(ordinal_due));
    if (minutes < 1) {
        assessment_step_done(world, id, step);
        return;
    }
    release(world, id, Work::main, due, minutes);
}

void wait_for(World& world, std::uint32_t id, int next_step, Minutes until) {
    Family& family = world.state.families[id];
    world.lane(id, Work::main).step = static_cast<std::uint32_t>(next_step) & 7u;
    family.main_timer = std::max(until, world.state.now + 1);
    world.schedule(family.main_timer, EventKind::main_timer, id);
}

constexpr double most_target_days = 90;

// Local targets of 10, 20, 30 or 45 working days (the last one is 45 by law, and a place may set itself
// less); work is aimed at a day in the ten (or fifteen) before it.
void draw_target(World& world, Family& family, const Draw& draw) {
    const Settings& s = world.settings();
    const double u = draw.uniform(0) * 100;
    const double spread = draw.uniform(1);
    const double to_10 = s.assessment_target_10_percent;
    const double to_20 = to_10 + s.assessment_target_20_percent;
    const double to_30 = to_20 + s.assessment_target_30_percent;
    double days = s.assessment_target_last_days - 6 * spread;
    if (u < to_10) {
        days = 10 - 7 * spread;
    } else if (u < to_20) {
        days = 20 - 9 * spread;
    } else if (u < to_30) {
        days = 30 - 9 * spread;
    }
    days = std::min(days * world.state.surroundings.assessment_days, most_target_days);
    family.target_days = whole_part<std::uint8_t>(days + 0.5);
}

std::uint32_t course_ordinal(const Family& family) {
    return static_cast<std::uint32_t>(family.episode) * 64u + family.plan * 4u +
           (family.is(reassessing) ? 1u : 0u);
}

// Some families cannot be met, and some reports do not come, whatever the load: lateness that no one's hours
// would cure. In its absence timeliness could be brought to its published level by want of hours alone, and
// then fell with load two to four times as steeply as published.
Minutes held_up_until(const World& world, const Family& family) {
    const Settings& s = world.settings();
    const Draw draw = world.draw(family.entity, holding_up, course_ordinal(family));
    if (!draw.happens(0, s.assessment_held_up_percent / 100)) return world.state.now;
    const double days = Lognormal::from_median_sigma(s.assessment_held_up_days, 0.35).at(draw.normal(1));
    return family.stage_since + working_days(std::min(days, 250.0));
}

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
    draw_target(world, family, world.draw(family.entity, assessment_course, course_ordinal(family)));
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
        const Draw found = world.draw(family.entity, assessment_course, course_ordinal(family) + 3u);
        if (!family.is(enquiry_open) && !family.is(enquired) &&
            enquiry_is_called_for(world, id, found.uniform(0), chance))
            start_enquiry(world, id);
    } else if (step == checks) {
        // The slowest of the partners asked; silence ends after 15 working days, or when the target is near.
        const Draw draw = world.draw(family.entity, partner_reply, course_ordinal(family));
        double days =
            Lognormal::from_median_sigma(s.partner_reply_days, s.partner_reply_log_sd).at(draw.normal(0));
        if (draw.happens(1, s.partner_silent_percent / 100)) days = 15;
        days *= world.state.surroundings.partners;
        if (s.hours_assessment_checks <= 0) days = 0;  // nobody is asked
        // A reply known to be late is waited for beyond the service's own target, up to the statutory clock.
        Minutes latest = target_of(family) - working_days(5);
        if (world.state.surroundings.partners > 1) latest = family.stage_since + working_days(40);
        Minutes until = std::min(now + working_days(days), std::max(now + 1, latest));
        until = std::max(until, held_up_until(world, family));
        wait_for(world, id, second_visit, until);
    } else if (step == second_visit) {
        const Draw draw = world.draw(family.entity, assessment_course, course_ordinal(family) + 2u);
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
            const Minutes due = family.is(reassessing) ? now + working_days(5) : step_due(family, write_up);
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
        release(world, id, Work::visit, world.state.now + working_days(10),
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
    if (days <= 45) world.count(Measure::assessments_within_45, family.children);
    if (world.measuring()) {
        world.series.at(Measure::assessment_days_histogram, std::clamp(days, 0, 99)) += family.children;
    }
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

void draw_need(World& world, Family& family) {
    const Settings& s = world.settings();
    const bool protection = family.stage == Stage::child_protection;
    const double median = protection ? s.protection_need_contacts : s.in_need_need_contacts;
    const double sigma = protection ? s.protection_need_log_sd : s.in_need_need_log_sd;
    const double steps = static_cast<double>(family.severity) - 1.5;
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
    const Minutes soon = now + working_days(5);
    switch (stage) {
        case Stage::brief_help:
            world.count(Measure::brief_help_started, family.children);
            begin_light_help(world, family);
            release(
                world, id, Work::visit, now + working_days(5),
                task_minutes(world, id, Work::visit, world.settings().hours_per_visit_brief_help * 60, now));
            break;
        case Stage::child_in_need:
            world.count(Measure::in_need_plans_started, family.children);
            ++family.plan;
            draw_need(world, family);
            start_repeating(world, id, Work::visit, now + working_days(10));
            start_repeating(world, id, Work::liaison, now + working_days(15));
            break;
        case Stage::child_protection:
            world.count(Measure::protection_plans_started, family.children);
            if (family.is(had_plan)) world.count(Measure::second_plans, family.children);
            family.mark(had_plan);
            ++family.plan;
            draw_need(world, family);
            start_repeating(world, id, Work::visit, soon);
            start_repeating(world, id, Work::liaison, now + working_days(10));
            break;
        case Stage::looked_after: {
            world.count(Measure::looked_after_started, family.children);
            ++family.plan;
            const Settings& s = world.settings();
            const Draw draw = world.draw(family.entity, care_stay, family.plan);
            const bool brief = draw.happens(0, s.looked_after_short_percent / 100);
            const double months =
                (brief ? s.looked_after_short_months : s.looked_after_long_months) * draw.exponential(1);
            family.exit_at = now + std::min(world.rules->work.months(months), never / 4);
            double agreed = s.section_20_percent;
            if (world.policy->practice.section_20_percent >= 0)
                agreed = world.policy->practice.section_20_percent;
            start_repeating(world, id, Work::visit, soon);
            start_repeating(world, id, Work::liaison, now + working_days(15));
            if (!draw.happens(2, agreed / 100)) start_court(world, id);
            break;
        }
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

// Proceedings: court work every ten working days until the final order.
void start_court(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Draw draw = world.draw(family.entity, care_end, family.plan);
    const double weeks = world.settings().proceedings_weeks * (0.6 + 0.8 * draw.uniform(0));
    family.mark(in_court);
    start_repeating(world, id, Work::court, world.state.now + working_days(10));
    family.enquiry_timer = world.state.now + working_days(weeks * 253 / 52);
    world.schedule(family.enquiry_timer, EventKind::enquiry_timer, id);
}

}  // namespace headroom
