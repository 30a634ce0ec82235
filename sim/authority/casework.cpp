// A worker's diary: what is taken up next, what interrupts it, and who does what for families without a
// worker.
#include <algorithm>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"

namespace headroom {

namespace {

// An open task as the diary sees it.
struct Entry {
    Minutes due;
    Minutes ranked;    // due, less its urgency: acute families come first among equals
    Minutes interval;  // 0: it does not repeat
};

Entry entry_of(const World& world, const Family& family, const Lane& lane, Work work) {
    const PlannedWork& planned = world.rules->work.of(family.stage, work);
    const Minutes due = lane.due - static_cast<Minutes>(lane.open) * planned.interval;
    const Minutes urgency = planned.urgency + world.rules->work.urgency_of(family.severity);
    return {due, due - urgency, planned.interval};
}

std::uint64_t key_of(const World& world, std::uint32_t id, Work work) {
    const Entry entry = entry_of(world, world.state.families[id], world.lane(id, work), work);
    return Diary::key_of(entry.ranked, task_of(id, work));
}

bool long_sick(const World& world, const Worker& worker) {
    return worker.presence == Presence::sick &&
           world.state.now - worker.absent_since >= working_days(world.settings().sick_days_until_duty);
}

// Whether duty does this piece of work of a family without a worker: the urgent, and a visit every four
// weeks.
bool duty_does(const World& world, const Family& family, Work work) {
    if (is_urgent(work) || work == Work::handover) return is_urgent(work);
    if (family.place == Place::duty) return true;
    const Minutes interval = working_days(world.settings().duty_visit_days);
    return work == Work::visit && world.state.now - family.last_touched >= interval;
}

// Whether an open task that is ranked as written is this worker's, or the desk's, to do.
bool is_theirs(const World& world, std::uint32_t worker_id, const Family& family, Work work) {
    if (work == Work::sign_off)
        return world.state.workers[worker_id].role == Role::manager ||
               worker_id == manager_of(world, family.team);
    if (family.place == Place::manager_held) return world.state.workers[worker_id].role == Role::manager;
    return family.worker == worker_id;
}

bool is_the_desks(const World& world, std::uint32_t worker_id, const Family& family, Work work) {
    if (work == Work::sign_off) return is_theirs(world, worker_id, family, work);
    return family.place != Place::held || long_sick(world, world.state.workers[family.worker]);
}

// The next task of a diary that may be taken; entries that no longer stand are dropped, visits a whole
// interval late are missed. Who may take it, and from which kind of diary, is asked last.
template <typename MayTake>
bool settle_top(World& world, std::uint32_t worker_id, Diary& diary, MayTake may_take) {
    while (!diary.empty()) {
        const std::uint64_t key = diary.top();
        const std::uint32_t id = family_of(Diary::task(key));
        const Work work = work_of(Diary::task(key));
        const Family& family = world.state.families[id];
        const Lane& lane = world.lane(id, work);
        const Entry entry = entry_of(world, family, lane, work);
        const bool waits = lane.open > 0 && !lane.in_work && entry.ranked == Diary::ranked_due(key) &&
                           family.place != Place::nowhere;
        const bool stands = waits && may_take(world, worker_id, family, work);
        // Only work that repeats is missed.
        const bool missed = stands && entry.interval > 0 && world.state.now >= entry.due + entry.interval;
        if (stands && !missed) return true;
        diary.pop();
        // Who acted up and does no longer leaves it to who manages now.
        const bool is_anothers =
            waits && work == Work::sign_off && !is_theirs(world, worker_id, family, work);
        if (is_anothers) route(world, id, work);
        if (!missed) continue;
        miss(world, id, work);
        if (world.lane(id, work).open > 0) route(world, id, work);
    }
    return false;
}

void take_up(World& world, std::uint32_t worker_id, std::uint32_t task) {
    Worker& worker = world.state.workers[worker_id];
    const std::uint32_t id = family_of(task);
    Lane& lane = world.lane(id, work_of(task));
    const Family& family = world.state.families[id];
    const Minutes since = world.state.now - family.last_touched;
    const int days = since < 0 ? 0 : since / minutes_per_working_day;
    const int again = world.rules->reorientation[std::min(days, most_remembered)];
    worker.given = keeps_its_hours(work_of(task)) ? 100 : worker.giving;
    const float working =
        static_cast<float>(lane.left()) * time_for(world, worker, task, share_given(worker)) +
        static_cast<float>(again);
    const float minutes = working / worker.rate;
    world.count(Measure::casework_hours_worked, again / 60.0);
    worker.task = task;
    worker.started_at = world.state.now;
    worker.finish_at = world.state.now + (minutes < 1 ? 1 : full_minutes(minutes + 0.5f));
    lane.in_work = 1;
    world.schedule(worker.finish_at, EventKind::task_done, worker_id);
}

void serve_owed_time(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    worker.started_at = world.state.now;
    worker.finish_at = world.state.now + full_minutes(worker.owed + 0.5f);
    worker.owed = 0;
    world.schedule(worker.finish_at, EventKind::task_done, worker_id);
}

void interrupt_for_urgent(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    if (!worker.present()) return;
    if (worker.task != no_task && !is_urgent(work_of(worker.task))) suspend(world, worker_id);
    start_next(world, worker_id);
}

void wake_desk(World& world, std::uint32_t team_id, bool urgent) {
    const Team& team = world.state.teams[team_id];
    if (team.kind == TeamKind::front_door) {
        for (const std::uint16_t post : team.posts) {
            for (std::uint32_t worker = 2u * post; worker < 2u * post + 2; ++worker) {
                const Worker& candidate = world.state.workers[worker];
                if (candidate.present() && candidate.finish_at == never) {
                    start_next(world, worker);
                    return;
                }
            }
        }
    } else if (team.duty_worker != nobody) {
        if (urgent) {
            interrupt_for_urgent(world, team.duty_worker);
        } else {
            start_next(world, team.duty_worker);
        }
    }
}

}  // namespace

// Minutes that each planned minute of a task takes: as many as are given, and more where workers of generic
// teams meet protection, court and care, in which they are less practised.
float time_for(const World& world, const Worker& worker, std::uint32_t task, float given) {
    if (world.state.teams[worker.team].kind != TeamKind::patch) return given;
    const Stage stage = world.state.families[family_of(task)].stage;
    const Work work = work_of(task);
    const bool unpractised = work == Work::enquiry || work == Work::court ||
                             stage == Stage::child_protection || stage == Stage::looked_after;
    return unpractised ? given * static_cast<float>(1 + world.settings().generic_extra_hours_percent / 100)
                       : given;
}

// Puts an open task into the diary of whoever is to do it.
void route(World& world, std::uint32_t id, Work work) {
    const Family& family = world.state.families[id];
    if (work == Work::sign_off) {
        const std::uint32_t manager = manager_of(world, family.team);
        if (manager == nobody) return;
        world.state.diaries[manager].push(key_of(world, id, work));
        start_next(world, manager);
        return;
    }
    const std::uint64_t key = key_of(world, id, work);
    if (family.place == Place::held) {
        world.state.diaries[family.worker].push(key);
        const Worker& worker = world.state.workers[family.worker];
        if (is_urgent(work)) {
            if (worker.present()) {
                interrupt_for_urgent(world, family.worker);
            } else if (long_sick(world, worker)) {
                world.state.teams[family.team].desk.push(key);
                wake_desk(world, family.team, true);
            }
        } else {
            start_next(world, family.worker);
        }
        return;
    }
    if (family.place == Place::front_door) {
        world.state.teams[family.team].desk.push(key);
        wake_desk(world, family.team, false);
        return;
    }
    if (!family.unallocated() || !duty_does(world, family, work)) return;
    if (family.place == Place::manager_held) {
        const std::uint32_t manager = manager_of(world, family.team);
        if (manager == nobody) return;
        world.state.diaries[manager].push(key);
        start_next(world, manager);
        return;
    }
    world.state.teams[family.team].desk.push(key);
    wake_desk(world, family.team, is_urgent(work));
}

// The front door's desk, where screening a day overdue is open to the duty workers of assessment teams too:
// otherwise one vacant post at the front door would hold up a whole authority.
static Diary* overdue_front_desk(World& world, const Worker& worker) {
    Team& front = world.state.teams.front();
    const TeamKind kind = world.state.teams[worker.team].kind;
    if (front.kind != TeamKind::front_door || front.desk.empty()) return nullptr;
    if (kind != TeamKind::assessment && kind != TeamKind::patch) return nullptr;
    const std::uint32_t task = Diary::task(front.desk.top());
    const bool overdue =
        oldest_due(world, family_of(task), work_of(task)) + working_days(1) < world.state.now;
    return overdue ? &front.desk : nullptr;
}

// Of the first task of the worker's own diary, if there is one, and those of the desks, the smallest (due -
// urgency).
[[gnu::noinline]] static Diary* choose_on_duty(World& world, std::uint32_t worker_id, Diary* chosen) {
    const Worker& worker = world.state.workers[worker_id];
    const auto consider = [&](Diary* desk) {
        if (desk == nullptr || !settle_top(world, worker_id, *desk, is_the_desks)) return;
        if (chosen == nullptr || desk->top() < chosen->top()) chosen = desk;
    };
    consider(&world.state.teams[worker.team].desk);
    consider(overdue_front_desk(world, worker));
    return chosen;
}

void choose_next(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    if (worker.owed >= 1) {
        serve_owed_time(world, worker_id);
        return;
    }
    worker.choosing = true;  // a missed visit readies the next one, which must not start another choice
    Diary* chosen = &world.state.diaries[worker_id];
    if (!settle_top(world, worker_id, *chosen, is_theirs)) chosen = nullptr;
    if (worker.on_duty) chosen = choose_on_duty(world, worker_id, chosen);
    worker.choosing = false;
    if (chosen == nullptr) return;
    const std::uint32_t task = Diary::task(chosen->top());
    chosen->pop();
    take_up(world, worker_id, task);
}

// Lays the task in hand aside: what is left of it goes back into the diary.
void suspend(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    if (worker.finish_at == never) return;
    const Minutes left_of_time = worker.finish_at - world.state.now;
    worker.finish_at = never;
    if (worker.task == no_task) {
        worker.owed += static_cast<float>(left_of_time);
        return;
    }
    const std::uint32_t id = family_of(worker.task);
    const Work work = work_of(worker.task);
    Lane& lane = world.lane(id, work);
    const float takes = time_for(world, worker, worker.task, share_given(worker));
    const int left = whole_part<int>(static_cast<float>(left_of_time) * worker.rate / takes);
    const int was = lane.left();
    const int now_left = left < 2 ? 2 : left > was ? was : left;
    world.count(Measure::casework_hours_worked, (was - now_left) * takes / 60.0);
    lane.left_twos = static_cast<std::uint32_t>(now_left / 2) & Lane::most_twos;
    lane.in_work = 0;
    worker.task = no_task;
    const Family& family = world.state.families[id];
    const std::uint64_t key = key_of(world, id, work);
    const bool own =
        family.worker == worker_id || work == Work::sign_off || family.place == Place::manager_held;
    // What duty began for a family that has a worker by now is that worker's to finish.
    const bool anothers = !own && family.place == Place::held;
    if (own || anothers) world.state.diaries[own ? worker_id : family.worker].push(key);
    if (!own && (!anothers || long_sick(world, world.state.workers[family.worker])))
        world.state.teams[family.team].desk.push(key);
}

}  // namespace headroom
