// Reviews: the only doors out of a plan.
#include <algorithm>
#include <variant>

#include "sim/authority/others.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/families/draw_ordinals.hpp"
#include "sim/families/statutory_days.hpp"

namespace headroom {

namespace {

double review_hours(const Settings& s, Stage stage) {
    switch (stage) {
        case Stage::child_in_need: return s.hours_review_child_in_need;
        case Stage::child_protection: return s.hours_review_child_protection;
        case Stage::looked_after: return s.hours_review_looked_after;
        case Stage::screening:
        case Stage::assessment:
        case Stage::brief_help:
        case Stage::closed: return 0;
    }
    return 0;
}

// Months from this review (or the start of the plan, at review 0) to the next.
double months_to_next(const World& world, const Family& family) {
    const Settings& s = world.settings();
    const Draw draw = world.draw(family.entity, review_timing, review_ordinal(family));
    const double u = draw.uniform(0);
    if (family.stage == Stage::child_protection) {
        double low = s.protection_later_review_low_months, high = s.protection_review_high_months;
        if (family.review == 0) {
            low = s.protection_first_review_low_months;
            high = s.protection_first_review_high_months;
        } else if (family.review == 1) {
            low = s.protection_second_review_low_months;
        }
        return low + std::max(0.0, high - low) * u;
    }
    if (family.stage == Stage::child_in_need) {
        const double high = s.in_need_review_months;
        const double low =
            family.review == 0 ? s.in_need_first_review_low_months : high - s.in_need_review_spread_months;
        return low + std::max(0.0, high - low) * u;
    }
    if (family.review == 0) return first_care_review_months;
    return family.review == 1 ? second_care_review_months - s.care_second_review_spread_months * u
                              : later_care_review_months - s.care_later_review_spread_months * u;
}

void next_review(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const double months = months_to_next(world, family);
    schedule_review(world, id, world.state.now + std::max(1, world.rules->work.months(months)));
}

void count_ended_protection(World& world, const Family& family) {
    world.count(Measure::protection_plans_ended, family.children);
    if (!world.measuring()) return;
    const double months =
        static_cast<double>(world.state.now - family.stage_since) / world.rules->work.month();
    world.series.add_to_bin(Measure::protection_plan_months_histogram, whole_part<int>(months),
                            family.children);
}

void end_protection(World& world, std::uint32_t id, double u) {
    count_ended_protection(world, world.state.families[id]);
    if (u < world.settings().step_down_percent / 100) {
        begin_stage(world, id, Stage::child_in_need);
    } else {
        begin_closing(world, id);
    }
}

// Others do not answer the load of the teams here.
double need_asked_for(const World& world, const Family& family) {
    return family.place == Place::with_others ? 1 : readiness(world, family).need;
}

bool protection_may_end(const World& world, const Family& family, double u) {
    const Settings& s = world.settings();
    if (s.protection_ends_by_progress > 0.5) return family.progress >= family.need;
    const double percents[] = {
        s.protection_end_at_first_review_percent, s.protection_end_at_second_review_percent,
        s.protection_end_at_third_review_percent, s.protection_end_at_later_review_percent};
    return u * 100 < percents[std::min<std::size_t>(family.review, std::size(percents) - 1)];
}

// With the lever on a team with a waiting list closes at reviews with the need partly met; without a limit,
// one whose workers have come to the extreme.
bool closes_early(const World& world, const Family& family) {
    const PracticePolicy& practice = world.policy->practice;
    const Team& team = world.state.teams[family.team];
    const bool by_decision = practice.early_closure > 0.5 && has_waiting_list(world, team);
    const bool at_the_extreme = std::holds_alternative<NoLimit>(world.policy->caseload_limit.rule) &&
                                children_over_limit(world, team) > 0;
    return (by_decision || at_the_extreme) && family.place != Place::with_others &&
           family.progress >= family.need * practice.early_closure_progress_percent / 100;
}

void close_early(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    turn_away(world, id, TurnedAway::early_closure, hours_to_meet_need(world, family));
    family.mark(closed_early);
    world.count(Measure::early_closures, family.children);
}

// Without the team's own manager at hand some decisions to end a plan are put off to the next review.
bool drifts(const World& world, const Family& family, const Draw& draw) {
    const double percent = world.settings().drift_without_manager_percent;
    return draw.happens(3, percent / 100) && !manager_decides(world, family.team);
}

void leave_care(World& world, std::uint32_t id, double u) {
    Family& family = world.state.families[id];
    const Settings& s = world.settings();
    world.count(Measure::looked_after_ceased, family.children);
    const double home = s.home_with_support_percent / 100;
    if (u < home) {
        begin_stage(world, id, Stage::child_in_need);
        return;
    }
    if (u < home + s.adulthood_percent / 100) family.mark(adult_at_exit);
    begin_closing(world, id);
}

// A plan that goes on: in some authorities its review brings an update of the assessment.
void review_goes_on(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const double percent = world.settings().assessed_again_at_review_percent;
    if (percent > 0 && family.stage != Stage::looked_after && family.place != Place::with_others) {
        const Draw draw = world.draw(family.entity, update_at_review, review_ordinal(family));
        if (draw.happens(0, percent / 100)) update_assessment(world, id, draw.uniform(1));
    }
    if (family.review < most_reviews) ++family.review;
    next_review(world, id);
}

void hold_review(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    if (family.place == Place::with_others) note_contact_of_others(world, family);
    family.unmark(review_prepared);
    const Pathway& path = world.rules->pathway;
    const int severity = static_cast<int>(family.severity);
    const Draw draw = world.draw(family.entity, review_outcome, review_ordinal(family));
    const bool enquiring = family.is(enquiry_open);
    if (family.stage == Stage::child_protection) {
        const bool drift = drifts(world, family, draw);
        const bool ends = protection_may_end(world, family, draw.uniform(0)) && !drift;
        if (!ends &&
            draw.happens(1, path.care_at_protection_review[severity] * world.state.surroundings.care)) {
            count_ended_protection(world, family);
            begin_stage(world, id, Stage::looked_after);
            return;
        }
        if (ends || (!drift && closes_early(world, family))) {
            if (!ends) close_early(world, id);
            end_protection(world, id, draw.uniform(2));
            return;
        }
    } else if (family.stage == Stage::child_in_need) {
        const bool met = family.progress >= family.need;
        const bool drift = drifts(world, family, draw);
        const bool ends =
            family.progress >= family.need * need_asked_for(world, family) && !enquiring && !drift;
        if (!ends && draw.happens(1, path.care_at_in_need_review[severity] * world.state.surroundings.care)) {
            world.count(Measure::in_need_plans_ended, family.children);
            begin_stage(world, id, Stage::looked_after);
            return;
        }
        if (ends || (!enquiring && !drift && closes_early(world, family))) {
            if (!met) close_early(world, id);
            world.count(Measure::in_need_plans_ended, family.children);
            begin_closing(world, id);
            return;
        }
    } else if (family.stage == Stage::looked_after && world.state.now >= family.exit_at) {
        leave_care(world, id, draw.uniform(0));
        return;
    }
    review_goes_on(world, id);
}

}  // namespace

void schedule_first_review(World& world, std::uint32_t id) {
    next_review(world, id);
}

void schedule_review(World& world, std::uint32_t id, Minutes due) {
    Lane& lane = world.lane(id, Work::review);
    lane = Lane{};
    lane.due = due;
    world.state.families[id].open_work.remove(Work::review);
    const Minutes released_at = std::max(world.state.now + 1, due - world.rules->due.review_preparation);
    world.schedule(released_at, EventKind::work_falls_due, task_of(id, Work::review));
}

// Some working days before a review its report falls to the worker; on the day, if it is ready, it is held.
void review_falls_due(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Lane& lane = world.lane(id, Work::review);
    if (family.place == Place::nowhere || lane.due == never || lane.open > 0 || family.is(closing)) return;
    if (family.is(review_prepared)) {
        if (world.state.now >= lane.due) hold_review(world, id);
        return;
    }
    if (world.state.now < lane.due - world.rules->due.review_preparation)
        return;  // a timer of an earlier plan
    const bool by_others = family.place == Place::with_others;
    const double hours = by_others ? 0 : review_hours(world.settings(), family.stage);
    const int minutes = task_minutes(world, id, Work::review, hours * 60, lane.due);
    if (minutes < 1) {
        review_report_ready(world, id);
        return;
    }
    release(world, id, Work::review, lane.due, minutes);
}

void review_report_ready(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Minutes due = world.lane(id, Work::review).due;
    family.mark(review_prepared);
    if (world.state.now >= due) {
        hold_review(world, id);
    } else {
        world.schedule(due, EventKind::work_falls_due, task_of(id, Work::review));
    }
}

}  // namespace headroom
