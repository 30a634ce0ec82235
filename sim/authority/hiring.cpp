// Cohorts of the newly qualified, posts added, and agency workers outside the establishment.
#include <algorithm>

#include "sim/authority/world.hpp"

namespace headroom {

// September and February: the newly qualified take vacant case-holding posts, the longest vacant first.
void newly_qualified_arrive(World& world, int number, std::uint32_t ordinal) {
    State& state = world.state;
    (void)ordinal;
    if (world.policy->recruitment.freeze > 0.5 || state.surroundings.freeze) return;
    for (int arrived = 0; arrived < number; ++arrived) {
        std::uint32_t chosen = nobody;
        for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
            const Post& post = state.posts[id];
            const bool open = post.kind == PostKind::case_holding && !post.filled && !post.closed &&
                              !post.temporary && !post.senior &&
                              state.teams[post.team].kind != TeamKind::front_door;
            if (open && (chosen == nobody || post.vacant_since < state.posts[chosen].vacant_since))
                chosen = id;
        }
        if (chosen == nobody) return;
        fill_post(world, chosen, Role::newly_qualified, true);
    }
}

// A temporary post that was closed is opened again, in the team that needs it now.
static bool reopen_temporary(World& world, std::uint32_t team) {
    State& state = world.state;
    for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
        Post& post = state.posts[id];
        if (!post.temporary || !post.closed || state.workers[2 * id + 1].employed()) continue;
        std::vector<std::uint16_t>& old_team = state.teams[post.team].posts;
        old_team.erase(std::find(old_team.begin(), old_team.end(), static_cast<std::uint16_t>(id)));
        state.teams[team].posts.push_back(static_cast<std::uint16_t>(id));
        post.team = static_cast<std::uint16_t>(team);
        post.closed = false;
        post.temporary_until = state.now + world.rules->work.months(6);
        seek_cover(world, id);
        return true;
    }
    return false;
}

void add_post(World& world, PostKind kind, std::uint32_t team, bool temporary) {
    State& state = world.state;
    if (temporary && reopen_temporary(world, team)) return;
    Post post;
    post.kind = kind;
    post.team = static_cast<std::uint16_t>(team);
    post.temporary = temporary;
    if (temporary) post.temporary_until = state.now + world.rules->work.months(6);
    post.vacant_since = state.now;
    state.posts.push_back(post);
    state.workers.resize(state.posts.size() * 2);
    state.diaries.resize(state.posts.size() * 2);
    state.held.resize(state.posts.size() * 2);
    const std::uint32_t id = static_cast<std::uint32_t>(state.posts.size() - 1);
    if (kind == PostKind::case_holding) {
        state.teams[team].posts.push_back(static_cast<std::uint16_t>(id));
        if (!temporary) state.teams[team].fte += post.fte;
    }
    if (temporary) {
        seek_cover(world, id);
    } else {
        post_falls_vacant(world, id);
    }
}

// Brings the establishment to what the policy in force asks for: posts are added to the teams with the most
// children per post, and taken away, vacant ones first, from those with the fewest.
void adjust_posts(World& world) {
    State& state = world.state;
    const int wanted = static_cast<int>(world.policy->posts.add >= 0 ? world.policy->posts.add + 0.5
                                                                     : world.policy->posts.add - 0.5);
    while (state.posts_added < wanted) {
        std::uint32_t chosen = 0;
        double most = -1;
        for (std::uint32_t id = 0; id < state.teams.size(); ++id) {
            const Team& team = state.teams[id];
            const double load = (team.children_held + team.children_waiting + 1) / std::max(0.1f, team.fte);
            if (team.kind != TeamKind::front_door && load > most) {
                most = load;
                chosen = id;
            }
        }
        add_post(world, PostKind::case_holding, chosen, false);
        ++state.posts_added;
    }
    while (state.posts_added > wanted) {
        std::uint32_t chosen = nobody;
        for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
            const Post& post = state.posts[id];
            if (post.closed || post.temporary || post.kind != PostKind::case_holding) continue;
            if (chosen == nobody || (state.posts[chosen].filled && !post.filled)) chosen = id;
        }
        if (chosen == nobody) return;
        Post& post = state.posts[chosen];
        post.closed = true;
        state.teams[post.team].fte -= post.fte;
        for (std::uint32_t worker = 2 * chosen; worker < 2 * chosen + 2; ++worker) {
            if (state.workers[worker].employed() &&
                state.workers[worker].leaves_at > state.now + working_days(30)) {
                give_notice(world, worker, 0);
            }
        }
        --state.posts_added;
    }
}

// Once a month: agency workers outside the establishment follow long absence; and, where the overflow of the
// limit says so, children who wait bring in more.
void adjust_temporary_cover(World& world) {
    State& state = world.state;
    double present = 0;
    for (const Post& post : state.posts) present += post.temporary && !post.closed ? post.fte : 0;
    double wanted = world.rules->long_agency_fte;
    if (world.policy->caseload_limit.overflow == Overflow::agency) {
        const double per_worker =
            std::max(6.0, world.settings().children_held / std::max(1.0, world.settings().case_holders_fte));
        wanted += state.children_unallocated / per_worker;
    }
    if (world.policy->agency.phase_out_months > 0) {
        wanted *= std::max(0.0, 1 - std::max(0, state.month) / world.policy->agency.phase_out_months);
    }
    while (present + 0.5 < wanted) {
        std::uint32_t chosen = 0;
        double most = -1;
        for (std::uint32_t id = 0; id < state.teams.size(); ++id) {
            const Team& team = state.teams[id];
            const double load = (team.children_held + 2.0 * team.children_waiting) / std::max(0.1f, team.fte);
            if (team.kind != TeamKind::front_door && load > most) {
                most = load;
                chosen = id;
            }
        }
        add_post(world, PostKind::case_holding, chosen, true);
        present += 1;
    }
}

}  // namespace headroom
