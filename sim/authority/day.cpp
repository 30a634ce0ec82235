// Each working day: the duty rota, allocation, supervision, urgent work of the sick, and the day's counts.
#include <algorithm>

#include "sim/authority/choice.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

void choose_duty(World& world, std::uint32_t team_id, int day) {
    State& state = world.state;
    Team& team = state.teams[team_id];
    if (team.kind == TeamKind::front_door || team.posts.empty()) return;
    if (team.duty_worker != nobody) state.workers[team.duty_worker].on_duty = false;
    team.duty_worker = nobody;
    const std::size_t count = team.posts.size();
    const std::size_t first = static_cast<std::size_t>(day + days_before_any_start) % count;
    for (std::size_t step = 0; step < count && team.duty_worker == nobody; ++step) {
        const std::uint32_t post = team.posts[(first + step) % count];
        for (std::uint32_t worker = 2 * post; worker < 2 * post + 2; ++worker) {
            if (state.workers[worker].present()) team.duty_worker = static_cast<std::uint16_t>(worker);
        }
    }
    if (team.duty_worker == nobody) return;
    state.workers[team.duty_worker].on_duty = true;
    start_next(world, team.duty_worker);
}

void see_to_work_of_sick(World& world, std::uint32_t worker_id) {
    const State& state = world.state;
    const Minutes until_duty = working_days(world.settings().sick_days_until_duty);
    const Minutes sick_for = state.now - state.workers[worker_id].absent_since;
    // Away too long: the families go to others.
    if (sick_for >= working_days(world.settings().sick_days_until_handover) &&
        !state.held[worker_id].empty()) {
        let_go_of_families(world, worker_id, ChangeCause::absence);
        return;
    }
    if (sick_for < until_duty || sick_for >= until_duty + working_days(1)) return;
    for (const std::uint32_t id : state.held[worker_id]) {
        for (const Work work : {Work::enquiry, Work::crisis}) {
            if (world.lane(id, work).open > 0) route(world, id, work);
        }
    }
}

// Families whose visit by duty falls due today, and urgent work of workers who are sick.
void fill_desk(World& world, std::uint32_t team_id) {
    State& state = world.state;
    Team& team = state.teams[team_id];
    for (const std::uint32_t id : team.waiting) {
        const Family& family = state.families[id];
        if (family.open_work.has(Work::visit) && family.place != Place::duty) route(world, id, Work::visit);
    }
    for (const std::uint16_t post : team.posts) {
        const std::uint32_t permanent = 2u * post;
        if (state.workers[permanent].presence == Presence::sick) see_to_work_of_sick(world, permanent);
        if (state.workers[permanent + 1].presence == Presence::sick)
            see_to_work_of_sick(world, permanent + 1);
    }
}

// Who supervises in a team: its manager or, where the span asks for deputies, whoever of them is here and has
// the least other duties.
std::uint32_t supervisor_of(const World& world, std::uint32_t team_id) {
    const State& state = world.state;
    std::uint32_t chosen = manager_of(world, team_id);
    for (std::uint32_t post = 0; state.managers_added > 0 && post < state.posts.size(); ++post) {
        const std::uint32_t deputy = 2 * post + (state.posts[post].filled ? 0 : 1);
        const bool here = state.posts[post].kind == PostKind::managing && state.posts[post].team == team_id &&
                          state.workers[deputy].present();
        if (!here) continue;
        const bool chosen_here = chosen != nobody && state.workers[chosen].present();
        if (!chosen_here || state.workers[deputy].owed < state.workers[chosen].owed) chosen = deputy;
    }
    return chosen;
}

// In the notice and fieldwork weeks everyone spends time on inspectors.
void attend_to_inspectors(World& world) {
    State& state = world.state;
    const Surroundings& around = state.surroundings;
    double of_workers = 0, of_managers = 0;
    if (state.days_this_month < inspection_days) {
        of_workers += around.worker_minutes;
        of_managers += around.manager_minutes;
    }
    if (state.days_this_month < around.late_days) {
        of_workers += around.late_worker_minutes;
        of_managers += around.late_manager_minutes;
    }
    if (of_workers + of_managers <= 0) return;
    double minutes = 0;
    for (Worker& worker : state.workers) {
        if (!worker.present()) continue;
        double asked = worker.holds_cases() ? of_workers : 0;
        if (worker.role == Role::manager) asked = of_managers;
        worker.owed += static_cast<float>(asked);
        minutes += asked;
    }
    world.count(Measure::inspection_hours, minutes / 60);
}

// Whether somebody who holds cases does a manager's work.
bool acts_up(const State& state, std::uint32_t worker) {
    return worker != nobody && state.workers[worker].role != Role::manager;
}

// How many teams each team's manager sees to. Where nobody manages, or somebody else does than a week ago,
// that work goes to whoever does now: who acted up may have left with it.
void note_managers(World& world) {
    State& state = world.state;
    bool goes_on = false;
    std::vector<std::uint32_t>& of_teams = state.scratch;
    of_teams.clear();
    for (std::uint32_t team = 0; team < state.teams.size(); ++team) {
        of_teams.push_back(manager_of(world, team));
        const std::uint32_t now = of_teams.back(), before = state.teams[team].managed_by;
        goes_on = goes_on || acts_up(state, now) || (now != before && acts_up(state, before));
        state.teams[team].managed_by = now;
    }
    for (std::uint32_t team = 0; team < state.teams.size(); ++team) {
        state.teams[team].sharing_manager =
            static_cast<std::uint16_t>(std::count(of_teams.begin(), of_teams.end(), of_teams[team]));
    }
    if (goes_on) hand_on_managers_work(world);
}

// Allocation points come less often while there is no director.
bool allocates_on(const World& world, int day) {
    const double often = std::max(1.0, world.policy->allocation.every_working_days);
    const int interval = whole_part<int>(often * world.state.surroundings.allocation + 0.5);
    return day % std::max(1, interval) == 0;
}

// Part of the support felt lately is the last session. Usual is what was so while settling.
void note_support(State& state, Worker& worker, double memory_sessions) {
    const double felt = worker.supervised ? 1 : 0;
    worker.support += static_cast<float>((felt - worker.support) / memory_sessions);
    if (state.settling) state.supervision.note(felt);
}

// One session in how many is held at most: a manager of several teams sees to them in turn, and who acts up
// has cases too.
int sessions_in_turn(const State& state, const Team& team, std::uint32_t supervisor) {
    if (supervisor == nobody) return 1;
    return state.workers[supervisor].role == Role::manager ? std::max<int>(1, team.sharing_manager) : 2;
}

// Each case holder once in a month of 21 working days, if the manager is there and not overspread: post i has
// its day when day + 3 i is a multiple of 21, which is only on every third day, and then each seventh post.
constexpr int supervision_days = 21, supervision_step = 3;
constexpr int posts_apart = supervision_days / supervision_step;

void supervise(World& world, std::uint32_t team_id, int day) {
    State& state = world.state;
    const Team& team = state.teams[team_id];
    const Settings& s = world.settings();
    if (team.manager_post == nobody || s.supervision_hours <= 0) return;
    const std::uint32_t manager_id = supervisor_of(world, team_id);
    const int counted = day + supervision_days * days_before_any_start;
    const int turn = counted % supervision_days, round = counted / supervision_days;
    if (turn % supervision_step != 0) return;
    const int in_turn = sessions_in_turn(state, team, manager_id);
    const int first = (supervision_days - turn) / supervision_step % posts_apart;
    for (std::size_t i = static_cast<std::size_t>(first); i < team.posts.size(); i += posts_apart) {
        for (std::uint32_t id = 2u * team.posts[i]; id < 2u * team.posts[i] + 2; ++id) {
            Worker& worker = state.workers[id];
            if (!worker.employed()) continue;
            world.count(Measure::supervisions_due, 1);
            worker.supervised = manager_id != nobody && worker.present() &&
                                has_time(world, state.workers[manager_id]) &&
                                (round + static_cast<int>(i)) % in_turn == 0;
            note_support(state, worker, s.supervision_memory_sessions);
            if (!worker.supervised) continue;
            Worker& manager = state.workers[manager_id];
            worker.owed += static_cast<float>(s.supervision_hours * 60);
            manager.owed += static_cast<float>(s.supervision_hours * 60);
            start_next(world, manager_id);
            world.count(Measure::supervisions_held, 1);
        }
    }
}

Measure severity_days(Severity severity) {
    return static_cast<Measure>(static_cast<int>(Measure::unallocated_days_low) + static_cast<int>(severity));
}

// Nobody waits for a worker before the assessment.
Measure stage_days(Stage stage) {
    const int later = std::max(static_cast<int>(stage) - static_cast<int>(Stage::assessment), 0);
    return static_cast<Measure>(static_cast<int>(Measure::unallocated_days_assessment) + later);
}

void count_waiting(World& world) {
    State& state = world.state;
    for (const Team& team : state.teams) {
        for (const std::uint32_t id : team.waiting) {
            const Family& family = state.families[id];
            Measure reason = Measure::unallocated_awaiting_manager;
            if (family.reason == WaitReason::over_limit) reason = Measure::unallocated_over_limit;
            if (family.reason == WaitReason::no_suitable_worker)
                reason = Measure::unallocated_no_suitable_worker;
            if (family.reason == WaitReason::worker_absent) reason = Measure::unallocated_worker_absent;
            world.count(reason, family.children);
            world.count(severity_days(family.severity), family.children);
            world.count(stage_days(family.stage), family.children);
            if (family.place == Place::duty) world.count(Measure::unallocated_days_on_duty, family.children);
            if (family.place == Place::manager_held)
                world.count(Measure::unallocated_days_held_by_manager, family.children);
        }
    }
    const int month = state.month;
    double& peak = world.series.at(Measure::children_unallocated_peak, month);
    peak = std::max(peak, static_cast<double>(state.children_unallocated));
    world.count(Measure::children_unallocated, state.children_unallocated);
}

void count_workers(World& world) {
    double& contracted = world.series.at(Measure::contracted_days, world.state.month);
    double& sick = world.series.at(Measure::sick_days, world.state.month);
    double& available = world.series.at(Measure::casework_hours_available, world.state.month);
    double contracted_until_now = contracted, sick_until_now = sick, available_until_now = available;
    unsigned number = 0;
    for (const Worker& worker : world.state.workers) {
        const bool permanent = number++ % 2 == 0;
        if (!worker.employed()) continue;
        if (permanent) contracted_until_now += worker.fte;
        if (permanent && worker.presence == Presence::sick) sick_until_now += worker.fte;
        if (worker.holds_cases() && worker.present())
            available_until_now += worker.base_rate * minutes_per_working_day / 60;
    }
    contracted = contracted_until_now;
    sick = sick_until_now;
    available = available_until_now;
}

void count_open(World& world) {
    const State& state = world.state;
    const auto open = [&](Stage stage) { return state.children_by_stage[static_cast<int>(stage)]; };
    world.count(Measure::children_in_assessment, open(Stage::screening) + open(Stage::assessment));
    world.count(Measure::in_need_plans_open, open(Stage::child_in_need));
    world.count(Measure::protection_plans_open, open(Stage::child_protection));
    world.count(Measure::looked_after_open, open(Stage::looked_after));
    world.count(Measure::children_open, state.children_open);
    world.count(Measure::child_years, state.children_open / world.calendar.working_days_per_year());
    double held = 0;
    for (const Team& team : state.teams) held += team.children_held;
    world.count(Measure::children_held, held);
}

}  // namespace

void day_begins(World& world) {
    State& state = world.state;
    world.stop_if_asked();
    const int day = working_day_at(state.now);
    world.schedule(state.now + minutes_per_working_day, EventKind::day_begins, 0);
    attend_to_inspectors(world);
    if (day % working_days_in_week == 0) {
        note_standing(world);
        note_managers(world);
        share_load(world);
    }
    Refused refused(world.policy->caseload_limit);
    for (std::uint32_t team = 0; team < state.teams.size(); ++team) {
        const Minutes back_for = state.now - state.teams[team].manager_away_until;
        if (back_for >= 0 && back_for < working_days(1)) hand_on_managers_work(world);
        choose_duty(world, team, day);
        fill_desk(world, team);
        if (allocates_on(world, day)) allocate_team(world, team, refused);
        supervise(world, team, day);
    }
    ++state.days_this_month;
    if (!world.measuring()) return;
    count_waiting(world);
    count_workers(world);
    count_open(world);
}

}  // namespace headroom
