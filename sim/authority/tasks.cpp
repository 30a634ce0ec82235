// Tasks from release to done or missed, and what each leaves unmet.
#include <algorithm>

#include "sim/authority/by_stage.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr Minutes assessment_clock = working_days(45);
constexpr Minutes conference_clock = working_days(15);
constexpr Minutes review_clock = working_days(63);
constexpr Minutes paper_clock = working_days(10);
constexpr Minutes day_clock = working_days(1);

const PlannedWork& repeating_of(const World& world, std::uint32_t family, Work work) {
    return world.rules->work.of(world.state.families[family].stage, work);
}

// The statutory or promised time, which for an assessment is later than the step's own place in the diary.
Minutes promised(const World& world, const Family& family, Work work, Minutes due) {
    (void)world;
    if (family.stage == Stage::assessment && (work == Work::main || work == Work::sign_off)) {
        return family.referred_at + assessment_clock;
    }
    return due;
}

// Its repeat interval, or the clock it runs on.
Minutes clock_of(const World& world, std::uint32_t id, Work work) {
    const Family& family = world.state.families[id];
    const PlannedWork& repeating = repeating_of(world, id, work);
    if (repeating.interval > 0 && repeating.minutes > 0) return repeating.interval;
    switch (work) {
        case Work::visit: return working_days(world.settings().days_between_visits_brief_help);
        case Work::liaison:
        case Work::court: return paper_clock;
        case Work::review: return review_clock;
        case Work::main:
            if (family.stage == Stage::screening) return day_clock;
            return family.is(closing) ? paper_clock : assessment_clock;
        case Work::sign_off: return assessment_clock;
        case Work::enquiry: return conference_clock;
        case Work::crisis: return day_clock;
        case Work::record:
        case Work::handover: return paper_clock;
    }
    return day_clock;
}

bool repeats(const World& world, std::uint32_t family, Work work) {
    return repeating_of(world, family, work).interval > 0;
}

void count_timeliness(World& world, Work work, Minutes due, bool done, bool on_time) {
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

// Whether the oldest open task of a lane fell due at a time when the family had no worker.
bool fell_due_while_waiting(const World& world, std::uint32_t id, Work work, Minutes when) {
    const Family& family = world.state.families[id];
    return (world.lane(id, work).waited & 1) != 0 ||
           (family.unallocated() && when >= family.unallocated_since && when <= world.state.now);
}

[[gnu::cold]] void list_outcome(World& world, std::uint32_t id, Work work, Minutes when, int planned,
                                double unmet) {
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

bool sees_the_family(Work work, int step) {
    if (work == Work::main) return step == first_visit || step == second_visit;
    return work == Work::visit || (work == Work::enquiry && step == enquiries);
}

}  // namespace

bool is_urgent(Work work) {
    return work == Work::crisis || work == Work::enquiry;
}

int task_minutes(const World& world, std::uint32_t id, Work work, double one_child, Minutes due) {
    const Family& family = world.state.families[id];
    const Purpose purpose = static_cast<Purpose>(task_hours + static_cast<std::uint32_t>(work));
    return world.rules->work.minutes(one_child, family.children,
                                     world.draw(family.entity, purpose, static_cast<std::uint32_t>(due)));
}

double share_late(const World& world, std::uint32_t id, Work work, Minutes due, Minutes done) {
    const Minutes late = done - promised(world, world.state.families[id], work, due);
    if (late <= 0) return 0;
    const Minutes clock = clock_of(world, id, work);
    return late >= clock ? 1 : static_cast<double>(late) / clock;
}

// Credits a task to the month it was due in: planned minutes, and what of them was left unmet (a share).
void credit(World& world, std::uint32_t id, Work work, Minutes due, int planned, double unmet) {
    Family& family = world.state.families[id];
    const Minutes when = promised(world, family, work, due);
    // What falls due after the settling months is measured, though it may have been done before their end:
    // without that the first month showed only what had not been done in good time.
    if (when < 0 || when >= world.end) return;
    const int month = world.calendar.month_of(working_day_at(when));
    const double hours_planned = planned / 60.0;
    const int column = stage_column(family.stage);
    Series& series = world.series;
    series.at(Measure::planned_hours, month) += hours_planned;
    series.at(beside(Measure::planned_hours_assessment, column), month) += hours_planned;
    series.team(TeamMeasure::team_planned_hours, family.team, month) += hours_planned;
    family.planned_minutes += static_cast<std::uint32_t>(planned);
    if (world.outcomes != nullptr || world.state.settling)
        list_outcome(world, id, work, when, planned, unmet);
    if (unmet <= 0) return;
    const bool waiting = fell_due_while_waiting(world, id, work, when);
    const double hours = unmet * hours_planned;
    series.at(waiting ? Measure::unmet_hours_waiting : Measure::unmet_hours_stretched, month) += hours;
    series.at(beside(Measure::unmet_hours_assessment, column), month) += hours;
    series.at(beside(Measure::unmet_hours_low, static_cast<int>(family.severity)), month) += hours;
    series.team(TeamMeasure::team_unmet_hours, family.team, month) += hours;
    family.unmet_minutes += whole_part<std::uint32_t>(unmet * planned + 0.5);
}

// Work that repeats: the first task falls due at `first_due`, the next ones an interval apart, each released
// half an interval before it is due.
void start_repeating(World& world, std::uint32_t id, Work work, Minutes first_due) {
    const PlannedWork& repeating = repeating_of(world, id, work);
    if (repeating.interval == 0) return;
    Lane& lane = world.lane(id, work);
    lane = Lane{};
    lane.due = first_due;
    world.state.families[id].open_work.remove(work);
    const Minutes released_at = first_due - repeating.interval / 2;
    if (released_at > world.state.now) {
        world.schedule(released_at, EventKind::work_falls_due, task_of(id, work));
    } else {
        repeating_falls_due(world, id, work);
    }
}

// Minutes of one repeating task, one child: a newly looked-after child needs more.
static double repeating_minutes(const World& world, std::uint32_t id, Work work) {
    const Family& family = world.state.families[id];
    double minutes = repeating_of(world, id, work).minutes;
    if (family.stage == Stage::looked_after && work == Work::liaison &&
        world.state.now - family.stage_since < working_days(63)) {
        minutes += world.settings().hours_liaison_new_looked_after * 60;
    }
    return minutes;
}

// Takes the oldest open task of repeating work off the lane and readies the next.
static void drop_oldest(World& world, std::uint32_t id, Work work) {
    Lane& lane = world.lane(id, work);
    lane.open = (lane.open - 1u) & 3u;
    lane.waited = (lane.waited >> 1) & 3u;
    lane.in_work = 0;
    if (lane.open == 0) {
        world.state.families[id].open_work.remove(work);
        return;
    }
    const Minutes due = oldest_due(world, id, work);
    lane.set_minutes(task_minutes(world, id, work, repeating_minutes(world, id, work), due));
    world.state.books.released += lane.planned();
}

void miss(World& world, std::uint32_t id, Work work) {
    Lane& lane = world.lane(id, work);
    const Minutes due = oldest_due(world, id, work);
    credit(world, id, work, due, lane.planned(), 1.0);
    count_timeliness(world, work, due, false, false);
    world.state.books.missed += lane.left();
    world.state.books.delivered += lane.planned() - lane.left();
    if (work == Work::visit) world.state.families[id].mark(overdue_visit);
    drop_oldest(world, id, work);
}

void repeating_falls_due(World& world, std::uint32_t id, Work work) {
    const PlannedWork& repeating = repeating_of(world, id, work);
    Lane& lane = world.lane(id, work);
    if (repeating.interval == 0 || lane.due == never) return;
    const Minutes expected = lane.due - repeating.interval / 2;
    if (expected > world.state.now) return;  // a timer of an earlier plan
    // Two open already: the older is more than a whole interval late.
    if (lane.open == 2 && !lane.in_work) miss(world, id, work);
    if (lane.open == 2) {
        // Under way at this moment: the newer one stands in for both.
        lane.due += repeating.interval;
        lane.open = 2;
    } else {
        lane.due += repeating.interval;
        lane.open = (lane.open + 1u) & 3u;
        if (lane.open == 1) {
            const Minutes due = lane.due - repeating.interval;
            lane.set_minutes(task_minutes(world, id, work, repeating_minutes(world, id, work), due));
            lane.waited = 0;
            world.state.families[id].open_work.add(work);
            world.state.books.released += lane.planned();
            route(world, id, work);
        } else if (!lane.in_work) {
            route(world, id, work);
        }
    }
    const Minutes next = world.lane(id, work).due - repeating.interval / 2;
    if (next < world.end) {
        world.state.queue.push(
            make_event(next, static_cast<unsigned>(EventKind::work_falls_due), task_of(id, work)));
    }
}

// Opens a task that does not repeat. Minutes are final: size and scale are in them.
void release(World& world, std::uint32_t id, Work work, Minutes due, int minutes) {
    Lane& lane = world.lane(id, work);
    const std::uint32_t step = lane.step;
    lane = Lane{};
    lane.step = step & 7u;
    lane.due = due;
    lane.open = 1;
    lane.set_minutes(minutes);
    world.state.families[id].open_work.add(work);
    world.state.books.released += lane.planned();
    route(world, id, work);
}

// More of the same joins an open task, as far as a lane can hold.
void lengthen(World& world, Lane& lane, int minutes) {
    const int before = lane.planned();
    lane.add_minutes(minutes);
    world.state.books.released += lane.planned() - before;
}

void withdraw(World& world, std::uint32_t id, Work work) {
    Lane& lane = world.lane(id, work);
    if (lane.in_work) {
        for (std::uint32_t worker = 0; worker < world.state.workers.size(); ++worker) {
            if (world.state.workers[worker].task == task_of(id, work)) suspend(world, worker);
        }
    }
    while (lane.open > 0) {
        const Minutes due = oldest_due(world, id, work);
        const double unmet = share_late(world, id, work, due, world.state.now);
        if (promised(world, world.state.families[id], work, due) <= world.state.now) {
            credit(world, id, work, due, lane.planned(), unmet);
            count_timeliness(world, work, due, false, false);
        }
        world.state.books.withdrawn += lane.left();
        world.state.books.delivered += lane.planned() - lane.left();
        drop_oldest(world, id, work);
    }
    lane = Lane{};
}

void withdraw_all(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    for (const Work work : family.open_work) withdraw(world, id, work);
    for (int work = 0; work < lanes_per_family; ++work) world.lane(id, static_cast<Work>(work)) = Lane{};
    family.main_timer = never;
    family.enquiry_timer = never;
    family.unmark(enquiry_open);
    family.unmark(in_court);
    family.unmark(review_prepared);
}

// Families whose work is still open when the run ends: their lateness so far.
void count_open_at_end(World& world) {
    for (std::uint32_t id = 0; id < world.state.families.size(); ++id) {
        if (world.state.families[id].place == Place::nowhere) continue;
        for (int work = 0; work < lanes_per_family; ++work) {
            const Work kind = static_cast<Work>(work);
            Lane& lane = world.lane(id, kind);
            const Lane kept = lane;
            const auto kept_minutes = lane.planned();
            for (std::uint32_t k = 0; k < kept.open; ++k) {
                const Minutes due = oldest_due(world, id, kind);
                credit(world, id, kind, due, kept_minutes, share_late(world, id, kind, due, world.end));
                lane.open = (lane.open - 1u) & 3u;
                lane.waited = (lane.waited >> 1) & 3u;
            }
            lane = kept;
        }
    }
}

// A task is finished: what it leaves, and what follows from it.
void task_done(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    if (worker.finish_at != world.state.now) return;  // it was interrupted
    const std::uint32_t task = worker.task;
    worker.task = no_task;
    worker.finish_at = never;
    if (task == no_task) {  // time owed to supervision, handover or an inspection is served
        start_next(world, worker_id);
        return;
    }
    const std::uint32_t id = family_of(task);
    const Work work = work_of(task);
    Lane& lane = world.lane(id, work);
    Family& family = world.state.families[id];
    const Minutes due = oldest_due(world, id, work);
    const Minutes now = world.state.now;
    // What was cut is not delivered, and the rest as late as it is. (A task laid aside counts whole at the
    // share with which it was last taken up.)
    const float given = share_given(worker);
    const double on_time = std::min(1.0f, given);
    credit(world, id, work, due, lane.planned(),
           1 - on_time + on_time * share_late(world, id, work, due, now));
    count_timeliness(world, work, due, true, now <= due);
    world.state.books.delivered += lane.planned();
    world.count(Measure::casework_hours_worked, lane.left() * time_for(world, worker, task) / 60.0);
    family.last_touched = now;
    const int step = static_cast<int>(lane.step);
    const bool repeating = repeats(world, id, work);
    const int minutes = lane.planned();
    if (repeating) {
        drop_oldest(world, id, work);
        if (lane.open > 0) route(world, id, work);
    } else {
        lane.open = 0;
        lane.in_work = 0;
        lane.left_twos = 0;
        family.open_work.remove(work);
    }
    if (sees_the_family(work, step)) family.last_seen = world.day_number();
    if (work == Work::visit) {
        family.unmark(overdue_visit);
        const Settings& s = world.settings();
        const double recording = minutes * s.recording_share / (1 - s.recording_share);
        Lane& record = world.lane(id, Work::record);
        const int more = whole_part<int>(recording * world.state.surroundings.recording);
        if (s.recording_share > 0 && repeating) {
            if (record.open == 0) {
                release(world, id, Work::record, now + working_days(5), more);
            } else {
                lengthen(world, record, more);
            }
        }
        const float bond = world.rules->bond[family.contacts < 63 ? family.contacts : 63];
        const bool learner = worker.role == Role::newly_qualified;
        family.progress += bond * given * (learner ? 0.9f : 1.0f);
        if (family.contacts < 255) ++family.contacts;
        if (family.stage == Stage::brief_help) brief_visit_done(world, id);
    } else if (work == Work::main) {
        assessment_step_done(world, id, step);
    } else if (work == Work::sign_off) {
        assessment_signed_off(world, id);
    } else if (work == Work::enquiry) {
        enquiry_step_done(world, id, step);
    } else if (work == Work::review) {
        review_report_ready(world, id);
    }
    start_next(world, worker_id);
}

}  // namespace headroom
