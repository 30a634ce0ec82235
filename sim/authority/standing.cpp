// How the load stands against what is usual here, and how much of a task's hours that leaves. Usual is the
// mean over the settling months of the run, their second half: fixed from then on, so that a service that is
// always short of people does not count as pressed. (A standard that drifts with what is done, as Oliva and
// Sterman have it, made no difference within three years.)
#include <algorithm>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

// Work held and waiting, and who is there to do it.
struct Load {
    double minutes = 0;  // expected in 20 working days
    double fte = 0;      // employed
    double pressure() const { return minutes / std::max(0.5, fte); }
};

Load load_of(const World& world, const Team& team) {
    const State& state = world.state;
    Load load;
    for (const std::uint16_t post : team.posts) {
        for (std::uint32_t id = 2u * post; id < 2u * post + 2; ++id) {
            const Worker& worker = state.workers[id];
            load.minutes += worker.points;
            if (worker.employed()) load.fte += worker.fte;
        }
    }
    for (const std::uint32_t id : team.waiting) {
        load.minutes += world.rules->work.load(state.families[id].stage, state.families[id].children);
    }
    return load;
}

double log_against(double value, const Usual& usual) {
    const double mean = usual.mean();
    return value > 0 && mean > 0 ? natural_log(value / mean) : 0;
}

// Above the usual load more ends as not in need, less is stepped up and less progress will do at an in-need
// review; below it the other way. Protection reviews do not answer: plans open would fall far below the
// published.
Readiness ready_at(const Settings& s, double log_load) {
    const double load = std::clamp(log_load, -s.load_answered_most, s.load_answered_most);
    if (load == 0) return {};
    return {exponential_of(s.not_in_need_to_load * load), exponential_of(-s.stepping_up_to_load * load),
            exponential_of(-s.in_need_closing_to_load * load)};
}

}  // namespace

// Once a week: every team's load, and the authority's.
void note_standing(World& world) {
    State& state = world.state;
    Load whole;
    for (Team& team : state.teams) {
        if (team.kind == TeamKind::front_door) continue;
        const Load load = load_of(world, team);
        whole.minutes += load.minutes;
        whole.fte += load.fte;
        team.standing.latest = load.pressure();
        team.standing.fte = load.fte;
        if (state.settling) team.standing.pressure.note(load.pressure());
        team.standing.ready =
            ready_at(world.settings(), log_against(load.pressure(), team.standing.pressure));
    }
    if (state.settling) state.pressure.note(whole.pressure());
}

// Half-way through settling what was seen so far, which the made-up start shaped, is forgotten.
void begin_usual(World& world) {
    for (Team& team : world.state.teams) team.standing.ratio = team.standing.pressure = Usual{};
    world.state.pressure = Usual{};
    world.state.supervision = Usual{};
}

// Once a month: the authority's load as budgets see it, some months' mean.
void average_load(World& world) {
    State& state = world.state;
    Load whole;
    for (const Team& team : state.teams) {
        if (team.kind == TeamKind::front_door) continue;
        const Load load = load_of(world, team);
        whole.minutes += load.minutes;
        whole.fte += load.fte;
    }
    const double part = std::min(1.0, 1 / world.settings().load_smoothing_months);
    const double most = world.settings().load_answered_most;
    const double now = std::clamp(log_against(whole.pressure(), state.pressure), -most, most);
    state.load += part * (now - state.load);
}

// Looking back, own overdue work in weeks of casework; looking ahead, own workload against the team's usual.
// Overdue work alone let timeliness fall two to three times as steeply as published; the team's pressure in
// place of one's own made workers under a limit cut hours for the waiting list.
std::uint8_t hours_given(const World& world, const Worker& worker, double ratio, double overdue_minutes) {
    const Settings& s = world.settings();
    constexpr double least_ratio = 0.01;  // below it a logarithm says nothing
    const double week = worker.base_rate * working_weeks(1);
    if (s.hours_to_pressure <= 0 || week < 1) return 100;
    const double ahead =
        ratio > least_ratio ? log_against(ratio, world.state.teams[worker.team].standing.ratio) : -1;
    const double pressed = overdue_minutes / week + ahead;
    const double share =
        std::clamp(1 - s.hours_to_pressure * pressed, s.hours_least_share, s.hours_most_share);
    return whole_part<std::uint8_t>(100 * share + 0.5);
}

}  // namespace headroom
