// What tasks leave: planned hours and unmet ones, in the month they were due in, and how timely they were.
#pragma once

#include "sim/authority/by_stage.hpp"
#include "sim/authority/world.hpp"

namespace headroom {

constexpr Minutes assessment_clock = working_days(assessment_days);
// The statutory or promised time, which for an assessment is later than the step's own place in the diary.
inline Minutes promised(const Family& family, Work work, Minutes due) {
    const bool of_assessment =
        family.stage == Stage::assessment && (work == Work::main || work == Work::sign_off);
    return of_assessment ? family.referred_at + assessment_clock : due;
}

// A task as it is credited.
struct Credit {
    std::uint32_t family;
    Work work;
    Minutes when;  // promised
    int month;     // the same
    int planned;   // minutes
    double unmet;  // share
};

[[gnu::noinline]] void list_outcome(World& world, const Credit& credit);
[[gnu::noinline]] void count_unmet(World& world, const Credit& credit);
// Credits a task to the month it was due in: planned minutes, and what of them was left unmet (a share).
inline void credit(World& world, std::uint32_t id, Work work, Minutes due, int planned, double unmet) {
    Family& family = world.state.families[id];
    const Minutes when = promised(family, work, due);
    // What falls due after the settling months is measured, though it may have been done before their end:
    // without that the first month showed only what had not been done in good time.
    if (when < 0 || when >= world.end) return;
    const int month = world.calendar.month_of(working_day_at(when));
    const double hours_planned = planned / 60.0;
    Series& series = world.series;
    series.at(Measure::planned_hours, month) += hours_planned;
    series.at(beside(Measure::planned_hours_assessment, stage_column(family.stage)), month) += hours_planned;
    series.team(TeamMeasure::team_planned_hours, family.team, month) += hours_planned;
    family.planned_minutes += static_cast<std::uint32_t>(planned);
    const Credit task = {id, work, when, month, planned, unmet};
    if (world.outcomes != nullptr || world.state.settling) list_outcome(world, task);
    if (unmet > 0) count_unmet(world, task);
}

double share_of_clock(const World& world, std::uint32_t family, Work work, Minutes late);
inline double share_late(const World& world, std::uint32_t id, Work work, Minutes due, Minutes done) {
    const Minutes late = done - promised(world.state.families[id], work, due);
    return late > 0 ? share_of_clock(world, id, work, late) : 0;
}
void count_visit_or_review(World& world, Work work, Minutes due, bool done, bool on_time);
inline void count_timeliness(World& world, Work work, Minutes due, bool done, bool on_time) {
    if (work == Work::visit || work == Work::review) count_visit_or_review(world, work, due, done, on_time);
}

}  // namespace headroom
