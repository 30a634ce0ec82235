#include "sim/authority/crediting.hpp"

#include "sim/authority/by_stage.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr Minutes conference_clock = working_days(conference_days);
constexpr Minutes review_clock = working_days(working_days_in_quarter);
constexpr Minutes day_clock = working_days(1);

// Its repeat interval, or the clock it runs on.
Minutes clock_of(const World& world, std::uint32_t id, Work work) {
    const Family& family = world.state.families[id];
    const PlannedWork& repeating = world.rules->work.of(family.stage, work);
    if (repeating.interval > 0 && repeating.minutes > 0) return repeating.interval;
    switch (work) {
        case Work::visit: return working_days(world.settings().days_between_visits_brief_help);
        case Work::liaison:
        case Work::court: return world.rules->due.paper_clock;
        case Work::review: return review_clock;
        case Work::main:
            if (family.stage == Stage::screening) return day_clock;
            return family.is(closing) ? world.rules->due.paper_clock : assessment_clock;
        case Work::sign_off: return assessment_clock;
        case Work::enquiry: return conference_clock;
        case Work::crisis: return day_clock;
        case Work::record:
        case Work::handover: return world.rules->due.paper_clock;
    }
    return day_clock;
}

// Whether the oldest open task of a lane fell due at a time when the family had no worker.
bool fell_due_while_waiting(const World& world, std::uint32_t id, Work work, Minutes when) {
    const Family& family = world.state.families[id];
    return (world.lane(id, work).waited & 1) != 0 ||
           (family.unallocated() && when >= family.unallocated_since && when <= world.state.now);
}

}  // namespace

[[gnu::cold]] void list_outcome(World& world, const Credit& credit) {
    const auto [id, work, when, month, planned, unmet] = credit;
    const bool done = world.lane(id, work).in_work && world.state.now < world.end;
    const TaskOutcome task = {id,
                              work,
                              done,
                              fell_due_while_waiting(world, id, work, when),
                              when,
                              planned,
                              unmet > 0 ? unmet * (planned / 60.0) : 0};
    if (world.outcomes != nullptr) {
        world.outcomes->tasks.push_back(task);
        return;
    }
    const Family& family = world.state.families[id];
    world.settled_outcomes.push_back(
        {task, family.entity, family.stage, family.severity, family.team, family.children});
}

void count_unmet(World& world, const Credit& credit) {
    const auto [id, work, when, month, planned, unmet] = credit;
    Family& family = world.state.families[id];
    Series& series = world.series;
    const bool waiting = fell_due_while_waiting(world, id, work, when);
    const double hours = unmet * (planned / 60.0);
    series.at(waiting ? Measure::unmet_hours_waiting : Measure::unmet_hours_stretched, month) += hours;
    series.at(beside(Measure::unmet_hours_assessment, stage_column(family.stage)), month) += hours;
    series.at(beside(Measure::unmet_hours_low, static_cast<int>(family.severity)), month) += hours;
    series.team(TeamMeasure::team_unmet_hours, family.team, month) += hours;
    family.unmet_minutes += whole_part<std::uint32_t>(unmet * planned + 0.5);
}

// A share of the clock a task runs on, of so many minutes.
double share_of_clock(const World& world, std::uint32_t id, Work work, Minutes late) {
    const Minutes clock = clock_of(world, id, work);
    return late >= clock ? 1 : static_cast<double>(late) / clock;
}

void count_visit_or_review(World& world, Work work, Minutes due, bool done, bool on_time) {
    if (due < 0 || due >= world.end) return;
    const int month = world.calendar.month_of(working_day_at(due));
    if (work == Work::visit) {
        world.series.at(Measure::visits_due, month) += 1;
        if (on_time) world.series.at(Measure::visits_on_time, month) += 1;
        if (!done) world.series.at(Measure::visits_missed, month) += 1;
    } else if (work == Work::review) {
        world.series.at(Measure::reviews_due, month) += 1;
        if (on_time) world.series.at(Measure::reviews_on_time, month) += 1;
    }
}

}  // namespace headroom
