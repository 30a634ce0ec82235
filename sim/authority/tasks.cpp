// Tasks from release to done or missed, and what each leaves unmet.
#include <algorithm>

#include "sim/authority/crediting.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

const PlannedWork& repeating_of(const World& world, std::uint32_t family, Work work) {
    return world.rules->work.of(world.state.families[family].stage, work);
}

bool sees_the_family(Work work, int step) {
    if (work == Work::main) return step == first_visit || step == second_visit;
    return work == Work::visit || (work == Work::enquiry && step == enquiries);
}

}  // namespace

int task_minutes(const World& world, std::uint32_t id, Work work, double one_child, Minutes due) {
    const Family& family = world.state.families[id];
    const Purpose purpose = static_cast<Purpose>(task_hours + static_cast<std::uint32_t>(work));
    return world.rules->work.minutes(one_child, family.children,
                                     world.draw(family.entity, purpose, static_cast<std::uint32_t>(due)));
}

// Work that repeats: the first task falls due at `first_due`, the next ones an interval apart, each released
// half an interval before it is due.
void start_repeating(World& world, std::uint32_t id, Work work, Minutes first_due) {
    const PlannedWork& repeating = repeating_of(world, id, work);
    if (repeating.interval == 0 || world.state.families[id].place == Place::with_others) return;
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
        world.state.now - family.stage_since < working_days(working_days_in_quarter)) {
        minutes += world.settings().hours_liaison_new_looked_after * 60;
    }
    return minutes;
}

// Takes the oldest open task of repeating work off the lane and readies the next.
static void drop_oldest(World& world, std::uint32_t id, Work work) {
    Lane& lane = world.lane(id, work);
    lane.drop_one();
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
        lane.open_one();
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
    lane.step = step & Lane::most_step;
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
        if (promised(world.state.families[id], work, due) <= world.state.now) {
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
                lane.drop_one();
            }
            lane = kept;
        }
    }
}

namespace {

// Recording comes with every visit, and joins what is still to be recorded.
void release_recording(World& world, std::uint32_t id, int minutes) {
    const Settings& s = world.settings();
    if (s.recording_share <= 0) return;
    const double recording = minutes * s.recording_share / (1 - s.recording_share);
    const int more = whole_part<int>(recording * world.state.surroundings.recording);
    Lane& record = world.lane(id, Work::record);
    if (record.open == 0) {
        release(world, id, Work::record, world.state.now + world.rules->due.recording, more);
    } else {
        lengthen(world, record, more);
    }
}

// A visit as it was made.
struct Visit {
    int minutes;  // planned
    float given;  // share of them
    float skill;
};

void visit_done(World& world, std::uint32_t id, const Visit& visit) {
    Family& family = world.state.families[id];
    family.unmark(overdue_visit);
    if (repeating_of(world, id, Work::visit).interval > 0) release_recording(world, id, visit.minutes);
    const float bond = world.rules->bond_after(family.contacts);
    family.progress += bond * visit.given * visit.skill;
    if (family.contacts < most_in_a_byte) ++family.contacts;
    if (family.stage == Stage::brief_help) brief_visit_done(world, id);
}

// What follows from a finished task.
void follow_up(World& world, std::uint32_t id, Work work, int step) {
    switch (work) {
        case Work::main: assessment_step_done(world, id, step); return;
        case Work::sign_off: assessment_signed_off(world, id); return;
        case Work::enquiry: enquiry_step_done(world, id, step); return;
        case Work::review: review_report_ready(world, id); return;
        case Work::visit:
        case Work::liaison:
        case Work::court:
        case Work::crisis:
        case Work::record:
        case Work::handover: return;
    }
}

// A finished task comes off its lane: what it leaves unmet. What was cut is not delivered, and the rest as
// late as it is. (A task laid aside counts whole at the share with which it was last taken up.)
void finish(World& world, const Worker& worker, std::uint32_t task) {
    const std::uint32_t id = family_of(task);
    const Work work = work_of(task);
    Lane& lane = world.lane(id, work);
    Family& family = world.state.families[id];
    const Minutes interval = repeating_of(world, id, work).interval;
    const Minutes due = lane.due - static_cast<Minutes>(lane.open) * interval;
    const Minutes now = world.state.now;
    const float given = share_given(worker);
    const double on_time = std::min(1.0f, given);
    const int minutes = lane.planned();
    const int step = static_cast<int>(lane.step);
    credit(world, id, work, due, minutes, 1 - on_time + on_time * share_late(world, id, work, due, now));
    count_timeliness(world, work, due, true, now <= due);
    world.state.books.delivered += minutes;
    world.count(Measure::casework_hours_worked, lane.left() * time_for(world, worker, task, given) / 60.0);
    family.last_touched = now;
    if (interval > 0) {
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
        const bool learner = worker.role == Role::newly_qualified;
        visit_done(world, id, {minutes, given, learner ? world.rules->newly_qualified_visit : 1.0f});
    } else {
        follow_up(world, id, work, step);
    }
}

}  // namespace

// A task is done, or time owed to supervision, handover or an inspection is served.
void task_done(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    if (worker.finish_at != world.state.now) return;  // it was interrupted
    const std::uint32_t task = worker.task;
    worker.task = no_task;
    worker.finish_at = never;
    if (task != no_task) finish(world, worker, task);
    start_next(world, worker_id);
}

}  // namespace headroom
