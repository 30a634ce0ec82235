// Section 47 enquiries and the conferences they lead to, and what breaks out in between.
#include <algorithm>

#include "sim/authority/others.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"
#include "sim/families/statutory_days.hpp"

namespace headroom {

namespace {

// A crisis comes at any time before the next tick, just short of it.
constexpr Minutes before_next_tick = working_days(working_days_in_four_weeks - 0.1);

void release_enquiry(World& world, std::uint32_t id, int step, Minutes due, double hours) {
    world.lane(id, Work::enquiry).set_step(step);
    const int minutes = task_minutes(world, id, Work::enquiry, hours * 60, due);
    if (minutes < 1) {
        enquiry_step_done(world, id, step);
        return;
    }
    release(world, id, Work::enquiry, due, minutes);
}

void wait_until(World& world, std::uint32_t id, int step, Minutes until) {
    world.lane(id, Work::enquiry).set_step(step);
    Family& family = world.state.families[id];
    family.enquiry_timer = std::max(until, world.state.now + 1);
    world.schedule(family.enquiry_timer, EventKind::enquiry_timer, id);
}

// Conferences are booked for the last of their 15 days, some put off because a partner or the chair cannot
// come.
Minutes booked_for(const World& world, const Family& family) {
    const Settings& s = world.settings();
    const Draw draw = world.draw(family.entity, conference_timing, enquiry_ordinal(family));
    double days = conference_days - s.conference_booked_early_days * draw.exponential(0);
    const Surroundings& around = world.state.surroundings;
    const double put_off = s.conference_partners_late_percent / 100 * around.partners *
                           world.rules->put_off_in_month[world.month_index()] * around.conference_waits;
    if (draw.happens(1, put_off)) {
        days = conference_days + 1 + s.conference_put_off_days * draw.exponential(2);
    }
    return family.enquiry_since +
           working_days(std::clamp(days, s.conference_earliest_days, s.conference_latest_days));
}

void report_decides(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Draw draw = world.draw(family.entity, enquiry_outcome, enquiry_ordinal(family));
    double chance = world.rules->pathway.conference[static_cast<int>(family.severity)] *
                    world.state.surroundings.conferences;
    const double most = world.settings().fork_chance_most_percent / 100;
    if (family.is(had_plan)) chance = std::min(most, chance * world.settings().prior_plan_weight);
    const double usual = chance;
    chance = std::min(most, chance * readiness(world, family).stepping_up);
    if (family.stage != Stage::child_protection && draw.happens(0, usual) && !draw.happens(0, chance)) {
        const double more = hours_of_plan(world, family, Stage::child_protection) -
                            hours_of_plan(world, family, Stage::child_in_need);
        turn_away(world, id, TurnedAway::no_conference, world.rules->pathway.plan_at_conference * more);
    }
    if (family.stage == Stage::child_protection || !draw.happens(0, chance)) {
        const bool decides = family.stage == Stage::assessment && family.is(enquired);
        end_enquiry(world, id);
        if (decides) decide_assessment(world, id);
        return;
    }
    if (draw.happens(1, world.rules->pathway.plan_at_conference * world.state.surroundings.plans))
        family.mark(outcome_plan);
    const Minutes booked = booked_for(world, family);
    family.exit_at = booked;
    release_enquiry(world, id, conference_report, booked - working_days(1),
                    world.settings().hours_conference);
}

void hold_conference(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const int days = (world.state.now - family.enquiry_since) / minutes_per_working_day;
    world.count(Measure::conferences_held, family.children);
    if (days <= conference_days) world.count(Measure::conferences_within_15, family.children);
    if (world.measuring()) world.series.add_to_bin(Measure::conference_days_histogram, days, family.children);
    const bool plan = family.is(outcome_plan);
    const bool assessing = family.stage == Stage::assessment;
    // The conference closes the assessment, where it was not signed off before.
    if (assessing && !family.is(enquired)) assessment_signed_off(world, id);
    end_enquiry(world, id);
    family.exit_at = never;
    if (plan) {
        if (family.stage == Stage::child_in_need) world.count(Measure::in_need_plans_ended, family.children);
        begin_stage(world, id, Stage::child_protection);
    } else if (assessing) {
        begin_stage(world, id, Stage::child_in_need);
    }
}

double crises_a_year(const Settings& s, Stage stage) {
    switch (stage) {
        case Stage::assessment: return s.crisis_per_year_assessment;
        case Stage::brief_help: return s.crisis_per_year_brief_help;
        case Stage::child_in_need: return s.crisis_per_year_child_in_need;
        case Stage::child_protection: return s.crisis_per_year_child_protection;
        case Stage::looked_after: return s.crisis_per_year_looked_after;
        case Stage::screening:
        case Stage::closed: return 0;
    }
    return 0;
}

}  // namespace

// With more on than usual fewer are called, and what an enquiry would have taken is turned away.
bool enquiry_is_called_for(World& world, std::uint32_t id, double uniform, double usual) {
    const Family& family = world.state.families[id];
    const double chance = usual * world.state.surroundings.caution;
    if (uniform < chance * readiness(world, family).stepping_up) return true;
    if (uniform < chance) turn_away(world, id, TurnedAway::no_enquiry, hours_of_enquiry(world, family));
    return false;
}

void update_assessment(World& world, std::uint32_t id, double uniform) {
    Family& family = world.state.families[id];
    if (family.stage == Stage::assessment || family.is(reassessing) || family.is(closing)) return;
    family.mark(reassessing);
    family.reassessed_from = world.state.now;
    const Settings& s = world.settings();
    const double spread = std::max(0.0, s.update_target_high_days - s.update_target_low_days);
    family.target_days = whole_part<std::uint8_t>(s.update_target_low_days + spread * uniform);
    world.lane(id, Work::main).step = write_up;
    const Minutes write_up_at = working_days(family.target_days) - world.rules->due.update_write_up;
    family.main_timer = world.state.now + std::max(1, write_up_at);
    world.schedule(family.main_timer, EventKind::main_timer, id);
}

void start_enquiry(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    if (family.is(enquiry_open)) return;
    come_from_others(world, id);
    const Minutes now = world.state.now;
    family.mark(enquiry_open);
    family.unmark(enquired);
    family.enquiry_since = now;
    world.count(Measure::s47_enquiries, family.children);
    // An open family's enquiry brings an update of its assessment.
    update_assessment(world, id,
                      world.draw(family.entity, assessment_course, enquiry_ordinal(family)).uniform(0));
    release_enquiry(world, id, strategy, now + working_days(1), world.settings().hours_strategy_discussion);
}

void end_enquiry(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    if (!family.is(enquiry_open)) return;
    withdraw(world, id, Work::enquiry);
    family.enquiry_timer = never;
    family.unmark(enquiry_open);
    family.unmark(outcome_plan);
}

void enquiry_step_done(World& world, std::uint32_t id, int step) {
    Family& family = world.state.families[id];
    const Settings& s = world.settings();
    if (step == strategy) {
        release_enquiry(world, id, enquiries, family.enquiry_since + world.rules->due.enquiry_visits,
                        s.hours_enquiry_visits);
    } else if (step == enquiries) {
        const Draw draw = world.draw(family.entity, partner_reply, enquiry_reply_ordinal(family));
        const Lognormal reply = Lognormal::from_median_sigma(s.partner_reply_days * s.enquiry_reply_share,
                                                             s.partner_reply_log_sd);
        const Surroundings& around = world.state.surroundings;
        const double waits = around.partners * around.conference_waits;
        const double days = std::min(reply.at(draw.normal(0)) * waits, s.enquiry_reply_most_days);
        wait_until(world, id, report, world.state.now + working_days(days));
    } else if (step == report) {
        report_decides(world, id);
    } else if (step == conference_report) {
        // A report not ready in time puts the conference off by some days.
        const Minutes booked = family.exit_at;
        const Minutes put_off =
            working_days(s.conference_report_late_days * world.state.surroundings.conference_waits);
        wait_until(world, id, conference, world.state.now <= booked ? booked : world.state.now + put_off);
    }
}

// An enquiry waits no longer for partners, a conference meets, or care proceedings end.
void enquiry_timer(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    if (family.place == Place::nowhere || family.enquiry_timer != world.state.now) return;
    family.enquiry_timer = never;
    if (family.is(in_court) && !family.is(enquiry_open)) {
        withdraw(world, id, Work::court);
        family.unmark(in_court);
        return;
    }
    const int step = static_cast<int>(world.lane(id, Work::enquiry).step);
    if (step == report) {
        release_enquiry(world, id, report, family.enquiry_since + world.rules->due.enquiry_report,
                        world.settings().hours_enquiry_report);
    } else if (step == conference) {
        hold_conference(world, id);
    }
}

// Every twenty working days: does a crisis or an enquiry come up? Unserved need makes both likelier.
void family_tick(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Minutes now = world.state.now;
    if (family.place == Place::nowhere || family.next_tick != now) return;
    family.next_tick = now + tick_interval;
    if (family.next_tick < world.end) {
        world.state.queue.push(
            make_event(family.next_tick, static_cast<unsigned>(EventKind::family_tick), id));
    }
    const Settings& s = world.settings();
    const Draw draw = world.draw(family.entity, crisis_chance, tick_ordinal(family));
    ++family.tick;
    if (family.is(closing) || family.stage == Stage::screening) return;
    const Pathway& path = world.rules->pathway;
    const int severity = static_cast<int>(family.severity);
    const bool unserved = family.unallocated() || family.is(overdue_visit);
    const double more = unserved ? s.unserved_hazard : 1;
    const double part = static_cast<double>(working_days_in_four_weeks) / working_days_in_year;
    const bool crisis = draw.happens(0, crises_a_year(s, family.stage) * part * more);
    double enquiries = 0;
    if (family.stage == Stage::child_in_need || family.stage == Stage::brief_help) {
        enquiries = path.enquiries_per_year_open * path.enquiry_open_weight[severity] * part;
    }
    if (crisis) {
        const Minutes when = now + 1 + full_minutes(draw.uniform(2) * before_next_tick);
        world.schedule(when, EventKind::crisis, id);
    }
    if (!family.is(enquiry_open) && enquiry_is_called_for(world, id, draw.uniform(1), enquiries * more)) {
        if (unserved) world.count(Measure::escalations_unserved, family.children);
        start_enquiry(world, id);
    }
}

void crisis_breaks_out(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    if (family.place == Place::nowhere || family.place == Place::with_others) return;
    if (family.is(closing) || family.stage == Stage::screening) return;
    if (family.unallocated() || family.is(overdue_visit))
        world.count(Measure::escalations_unserved, family.children);
    const Minutes due = world.state.now + working_days(1);
    const int minutes = task_minutes(world, id, Work::crisis, world.settings().hours_crisis * 60, due);
    if (minutes < 1) return;
    Lane& lane = world.lane(id, Work::crisis);
    if (lane.open == 0) {
        release(world, id, Work::crisis, due, minutes);
    } else if (!lane.in_work) {
        lengthen(world, lane, minutes);
    }
}

}  // namespace headroom
