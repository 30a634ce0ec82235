// Where the work presses: how much each team has to do for its posts, and who waits for room.
#include <algorithm>

#include "sim/authority/world.hpp"

namespace headroom {

// Expected minutes in 20 working days of everyone the team holds or has waiting, for each full-time post.
// Children per post would rank every assessment team, whose children need more hours, as idle.
double team_pressure(const World& world, std::uint32_t team_id) {
    const State& state = world.state;
    const Team& team = state.teams[team_id];
    double minutes = 0, fte = 0;
    for (const std::uint16_t post : team.posts) {
        if (!state.posts[post].closed) fte += state.posts[post].fte;
        minutes += state.workers[2u * post].points + state.workers[2u * post + 1].points;
    }
    for (const std::uint32_t id : team.waiting) {
        minutes += world.rules->work.load(state.families[id].stage, state.families[id].children);
    }
    constexpr double least_fte = 0.1;  // so that nothing is divided by nobody
    return (minutes + 1) / std::max(least_fte, fte);
}

// The team under the greatest pressure, the front door apart.
std::uint32_t neediest_team(const World& world) {
    std::uint32_t chosen = 0;
    double most = -1;
    for (std::uint32_t id = 0; id < world.state.teams.size(); ++id) {
        if (world.state.teams[id].kind == TeamKind::front_door) continue;
        const double pressure = team_pressure(world, id);
        if (pressure > most) {
            most = pressure;
            chosen = id;
        }
    }
    return chosen;
}

// Children whom the limit alone keeps waiting, on one team's list.
int children_over_limit(const World& world, const Team& team) {
    int children = 0;
    for (const std::uint32_t id : team.waiting) {
        const Family& family = world.state.families[id];
        if (family.reason == WaitReason::over_limit) children += family.children;
    }
    return children;
}

// A waiting list proper: someone waits for more than the manager's next allocation.
bool has_waiting_list(const World& world, const Team& team) {
    return std::any_of(team.waiting.begin(), team.waiting.end(), [&](std::uint32_t id) {
        return world.state.families[id].reason != WaitReason::awaiting_manager;
    });
}

}  // namespace headroom
