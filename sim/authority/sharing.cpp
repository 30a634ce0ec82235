// Load is shared: families of a team far above the others of its kind go to them, and a waiting family too
// large for any free place has one kept for it.
#include <algorithm>

#include "sim/authority/choice.hpp"
#include "sim/authority/world.hpp"

namespace headroom {

namespace {

// Those of one kind that a team is held against: the others' work held and waiting for each full-time worker.
double pressure_of_others(const World& world, std::uint32_t team_id) {
    const State& state = world.state;
    double minutes = 0, fte = 0;
    for (std::uint32_t other = 0; other < state.teams.size(); ++other) {
        const Standing& standing = state.teams[other].standing;
        if (other == team_id || state.teams[other].kind != state.teams[team_id].kind) continue;
        minutes += standing.latest * standing.fte;
        fte += standing.fte;
    }
    return fte > 0 ? minutes / fte : 0;
}

// The team of a kind under the least pressure, this one apart.
std::uint32_t lightest_other(const World& world, std::uint32_t team_id) {
    const std::vector<Team>& teams = world.state.teams;
    std::uint32_t chosen = nobody;
    for (std::uint32_t other = 0; other < teams.size(); ++other) {
        if (other == team_id || teams[other].kind != teams[team_id].kind || teams[other].standing.fte <= 0)
            continue;
        if (chosen == nobody || teams[other].standing.latest < teams[chosen].standing.latest) chosen = other;
    }
    return chosen;
}

// Gives a family up to another team, if a worker there has room for it.
bool hand_over(World& world, std::uint32_t id, std::uint32_t to) {
    const std::uint32_t from = world.state.families[id].team;
    const Search found = search_worker(world, to, id, wanted_by(world, world.state.families[id]));
    if (found.worker == nobody || world.state.workers[found.worker].team == from) return false;
    world.count(Measure::children_shared_out, world.state.families[id].children);
    leave_place(world, id);
    world.state.families[id].change = ChangeCause::shared_out;
    join_list(world, id, to, WaitReason::awaiting_manager);
    give_to(world, id, found.worker);
    return true;
}

// A family that may change hands without harm that could be put off: no enquiry or court case runs, and
// nothing is in work.
bool may_move(const World& world, std::uint32_t id) {
    const Family& family = world.state.families[id];
    if (family.is(enquiry_open) || family.is(in_court) || family.is(closing)) return false;
    for (const Work work : family.open_work) {
        if (world.lane(id, work).in_work) return false;
    }
    return true;
}

// The worker with the most to do for their time, among those of a team who hold any family.
std::uint32_t heaviest_worker(const World& world, const Team& team) {
    std::uint32_t chosen = nobody;
    double most = 0;
    for (const std::uint16_t post : team.posts) {
        for (std::uint32_t id = 2u * post; id < 2u * post + 2; ++id) {
            const Worker& worker = world.state.workers[id];
            if (!worker.employed() || worker.base_rate <= 0 || world.state.held[id].empty()) continue;
            const double load = worker.points / worker.base_rate;
            if (load > most) {
                most = load;
                chosen = id;
            }
        }
    }
    return chosen;
}

// The family of a worker that was taken on last, so that the fewest bonds are broken.
std::uint32_t last_taken(const World& world, std::uint32_t worker) {
    const std::vector<std::uint32_t>& held = world.state.held[worker];
    for (auto id = held.rbegin(); id != held.rend(); ++id) {
        if (may_move(world, *id)) return *id;
    }
    return no_family;
}

// A worker who leaves, moves to another team or is away for long keeps no place for anyone.
bool can_still_take(const World& world, std::uint32_t team_id) {
    const Worker& worker = world.state.workers[world.state.teams[team_id].kept_worker];
    return worker.employed() && !worker.in_notice() && worker.team == team_id &&
           !away_for_long(world, worker);
}

}  // namespace

// Once a week: a team that stands far above the others of its kind gives up some of what is too much.
void share_load(World& world) {
    State& state = world.state;
    const double far = 1 + world.settings().load_sharing_above_percent / 100;
    for (std::uint32_t team_id = 0; team_id < state.teams.size(); ++team_id) {
        Team& team = state.teams[team_id];
        const double others = pressure_of_others(world, team_id);
        if (others <= 0 || team.kind == TeamKind::front_door || !manager_is_here(world, team_id)) continue;
        double above = (team.standing.latest - far * others) * team.standing.fte;
        // A tenth of the team's families in a week, at most: each needs a handover.
        for (std::uint32_t moved = 0; above > 0 && moved <= team.posts.size() / 2; ++moved) {
            const std::uint32_t worker = heaviest_worker(world, team);
            const std::uint32_t id = worker == nobody ? no_family : last_taken(world, worker);
            if (id == no_family) break;
            const double load = world.rules->work.load(state.families[id].stage, state.families[id].children);
            if (!hand_over(world, id, lightest_other(world, team_id))) break;
            above -= load;
        }
    }
}

// How the work of all teams of a kind stands for each of their workers, against the usual.
static double pressure_of_kind(const World& world, TeamKind kind) {
    double now = 0, usual = 0;
    for (const Team& team : world.state.teams) {
        if (team.kind != kind) continue;
        now += team.standing.latest * team.standing.fte;
        usual += team.standing.pressure.mean() * team.standing.fte;
    }
    return usual > 0 ? now / usual : 0;
}

static std::uint32_t vacant_post(const World& world, const Team& team) {
    const std::vector<Post>& posts = world.state.posts;
    std::uint32_t chosen = nobody, open = 0;
    for (const std::uint16_t id : team.posts) {
        const Post& post = posts[id];
        if (post.closed || post.kind != PostKind::case_holding || post.temporary) continue;
        ++open;
        if (!post.filled && !post.covered) chosen = id;
    }
    return open > 1 ? chosen : nobody;
}

// Once a month: where one kind of teams has come to stand far above another, as it has when it cannot fill
// its posts, a vacant post moves from the lightest team of the one to the heaviest of the other.
void move_posts(World& world) {
    State& state = world.state;
    std::uint32_t to = nobody, from = nobody;
    double most = 0, least = 0;
    const auto pressure = [&](std::uint32_t id) { return state.teams[id].standing.latest; };
    for (std::uint32_t id = 0; id < state.teams.size(); ++id) {
        const Team& team = state.teams[id];
        if (team.kind == TeamKind::front_door) continue;
        const double stands = pressure_of_kind(world, team.kind);
        if (to == nobody || stands > most || (stands == most && pressure(id) > pressure(to))) {
            to = id;
            most = stands;
        }
        if (vacant_post(world, team) == nobody) continue;
        if (from == nobody || stands < least || (stands == least && pressure(id) < pressure(from))) {
            from = id;
            least = stands;
        }
    }
    const double far = 1 + world.settings().posts_moved_above_percent / 100;
    if (from == nobody || most <= far * least) return;
    const std::uint32_t post_id = vacant_post(world, state.teams[from]);
    Post& post = state.posts[post_id];
    std::vector<std::uint16_t>& left = state.teams[from].posts;
    left.erase(std::find(left.begin(), left.end(), post_id));
    state.teams[to].posts.push_back(static_cast<std::uint16_t>(post_id));
    state.teams[from].fte -= post.fte;
    state.teams[to].fte += post.fte;
    post.team = static_cast<decltype(post.team)>(to);
}

// A place is kept for the family of a team that has waited longest for room, once it has for some weeks: the
// next to come free with the worker who has most of it.
void keep_place(World& world, std::uint32_t team_id) {
    State& state = world.state;
    Team& team = state.teams[team_id];
    const auto waits = [&](std::uint32_t id) {
        return std::find(team.waiting.begin(), team.waiting.end(), id) != team.waiting.end();
    };
    if (team.kept_for != no_family && waits(team.kept_for) && can_still_take(world, team_id)) return;
    team.kept_for = no_family;
    team.kept_worker = nobody;
    const Minutes patience = working_weeks(world.settings().weeks_until_place_is_kept);
    std::uint32_t longest = no_family;
    for (const std::uint32_t id : team.waiting) {
        const Family& family = state.families[id];
        if (family.reason != WaitReason::over_limit || state.now - family.unallocated_since < patience)
            continue;
        if (longest == no_family || family.unallocated_since < state.families[longest].unallocated_since)
            longest = id;
    }
    if (longest == no_family) return;
    team.kept_worker = static_cast<std::uint16_t>(roomiest_worker(world, team_id, longest));
    if (team.kept_worker != nobody) team.kept_for = longest;
}

}  // namespace headroom
