// A worker's diary: what is taken up next, what interrupts it, and who does what for families without a
// worker.
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"

namespace headroom {

namespace {

Minutes ranked_due(const World& world, std::uint32_t id, Work work) {
    const Family& family = world.state.families[id];
    Minutes urgency = world.rules->work.of(family.stage, work).urgency;
    // Acute families come first among equals.
    urgency += static_cast<Minutes>(family.severity) * working_days(0.5);
    return oldest_due(world, id, work) - urgency;
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

// Whether this worker may take the task up: it is open, ranked as written, and theirs or the desk's to do.
bool may_take(World& world, std::uint32_t worker_id, std::uint64_t key, bool from_desk) {
    const std::uint32_t task = Diary::task(key);
    const std::uint32_t id = family_of(task);
    const Work work = work_of(task);
    const Family& family = world.state.families[id];
    if (family.place == Place::nowhere) return false;
    const Lane& lane = world.lane(id, work);
    if (lane.open == 0 || lane.in_work || ranked_due(world, id, work) != Diary::ranked_due(key)) return false;
    if (work == Work::sign_off)
        return world.state.workers[worker_id].role == Role::manager ||
               worker_id == manager_of(world, family.team);
    if (from_desk) {
        return family.place != Place::held || long_sick(world, world.state.workers[family.worker]);
    }
    if (family.place == Place::manager_held) return world.state.workers[worker_id].role == Role::manager;
    return family.worker == worker_id;
}

// The next task of a diary that may be taken; entries that no longer stand are dropped, visits a whole
// interval late are missed.
bool settle_top(World& world, std::uint32_t worker_id, Diary& diary, bool from_desk) {
    while (!diary.empty()) {
        const std::uint64_t key = diary.top();
        if (!may_take(world, worker_id, key, from_desk)) {
            diary.pop();
            continue;
        }
        const std::uint32_t id = family_of(Diary::task(key));
        const Work work = work_of(Diary::task(key));
        // Only work that repeats is missed.
        const Minutes interval = world.rules->work.of(world.state.families[id].stage, work).interval;
        if (interval == 0 || world.state.now < oldest_due(world, id, work) + interval) return true;
        diary.pop();
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
    const int again = world.rules->reorientation[days < 63 ? days : 63];
    worker.given = keeps_its_hours(work_of(task)) ? 100 : worker.giving;
    const float working =
        static_cast<float>(lane.left()) * time_for(world, worker, task) + static_cast<float>(again);
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
            wake(world, team.duty_worker);
        }
    }
}

}  // namespace

// Minutes that each planned minute of a task takes: as many as are given, and more where workers of generic
// teams meet protection, court and care, in which they are less practised.
float time_for(const World& world, const Worker& worker, std::uint32_t task) {
    const float given = share_given(worker);
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
        world.state.diaries[manager].push(Diary::key_of(ranked_due(world, id, work), task_of(id, work)));
        wake(world, manager);
        return;
    }
    const std::uint64_t key = Diary::key_of(ranked_due(world, id, work), task_of(id, work));
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
            wake(world, family.worker);
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
        wake(world, manager);
        return;
    }
    world.state.teams[family.team].desk.push(key);
    wake_desk(world, family.team, is_urgent(work));
}

void wake(World& world, std::uint32_t worker_id) {
    const Worker& worker = world.state.workers[worker_id];
    if (worker.present() && worker.finish_at == never) start_next(world, worker_id);
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

// The smallest (due - urgency) of the worker's own diary and, on duty, of the desks.
static void choose_next(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    if (worker.owed >= 1) {
        serve_owed_time(world, worker_id);
        return;
    }
    Diary* chosen = nullptr;
    const auto consider = [&](Diary* diary, bool from_desk) {
        if (diary == nullptr || !settle_top(world, worker_id, *diary, from_desk)) return;
        if (chosen == nullptr || diary->top() < chosen->top()) chosen = diary;
    };
    worker.choosing = true;  // a missed visit readies the next one, which must not start another choice
    consider(&world.state.diaries[worker_id], false);
    if (worker.on_duty) {
        consider(&world.state.teams[worker.team].desk, true);
        consider(overdue_front_desk(world, worker), true);
    }
    worker.choosing = false;
    if (chosen == nullptr) return;
    const std::uint32_t task = Diary::task(chosen->top());
    chosen->pop();
    take_up(world, worker_id, task);
}

void start_next(World& world, std::uint32_t worker_id) {
    const Worker& worker = world.state.workers[worker_id];
    if (worker.present() && worker.finish_at == never && !worker.choosing) choose_next(world, worker_id);
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
    const float takes = time_for(world, worker, worker.task);
    const int left = whole_part<int>(static_cast<float>(left_of_time) * worker.rate / takes);
    const int was = lane.left();
    const int now_left = left < 2 ? 2 : left > was ? was : left;
    world.count(Measure::casework_hours_worked, (was - now_left) * takes / 60.0);
    lane.left_twos = static_cast<std::uint32_t>(now_left / 2) & 4095u;
    lane.in_work = 0;
    worker.task = no_task;
    const Family& family = world.state.families[id];
    const std::uint64_t key = Diary::key_of(ranked_due(world, id, work), task_of(id, work));
    const bool own =
        family.worker == worker_id || work == Work::sign_off || family.place == Place::manager_held;
    // What duty began for a family that has a worker by now is that worker's to finish.
    const bool anothers = !own && family.place == Place::held;
    if (own || anothers) world.state.diaries[own ? worker_id : family.worker].push(key);
    if (!own && (!anothers || long_sick(world, world.state.workers[family.worker])))
        world.state.teams[family.team].desk.push(key);
}

}  // namespace headroom
