// Cohorts of the newly qualified, posts added and taken away.
#include <algorithm>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

// September and February: the newly qualified take vacant case-holding posts, the longest vacant first.
void newly_qualified_arrive(World& world, int number) {
    State& state = world.state;
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

// A temporary post that was closed is opened again, in the team that needs it now; nobody: there is none.
static std::uint32_t reopen_temporary(World& world, std::uint32_t team, Minutes until) {
    State& state = world.state;
    for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
        Post& post = state.posts[id];
        if (!post.temporary || !post.closed || state.workers[2 * id + 1].employed()) continue;
        std::vector<std::uint16_t>& old_team = state.teams[post.team].posts;
        old_team.erase(std::find(old_team.begin(), old_team.end(), static_cast<std::uint16_t>(id)));
        state.teams[team].posts.push_back(static_cast<std::uint16_t>(id));
        post.team = static_cast<std::uint16_t>(team);
        post.closed = false;
        post.temporary_until = until;
        post.managed = false;
        seek_cover(world, id);
        return id;
    }
    return nobody;
}

// A post in the establishment, vacant at first; or, with a day on which it ends, one outside it for agency.
std::uint32_t add_post(World& world, PostKind kind, std::uint32_t team, Minutes temporary_until) {
    State& state = world.state;
    const bool temporary = temporary_until != never;
    if (temporary) {
        const std::uint32_t reopened = reopen_temporary(world, team, temporary_until);
        if (reopened != nobody) return reopened;
    }
    Post post;
    post.kind = kind;
    post.team = static_cast<std::uint16_t>(team);
    post.temporary = temporary;
    post.temporary_until = temporary_until;
    post.vacant_since = state.now;
    state.posts.push_back(post);
    state.workers.resize(state.posts.size() * 2);
    state.diaries.resize(std::max(state.diaries.size(), state.workers.size()));
    state.held.resize(state.diaries.size());
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
    return id;
}

// Takes a post out of the establishment; who is in it gets notice.
static void close_post(World& world, std::uint32_t post_id) {
    State& state = world.state;
    const Minutes notice = working_days(world.settings().closing_post_notice_days);
    state.posts[post_id].closed = true;
    for (std::uint32_t worker = 2 * post_id; worker < 2 * post_id + 2; ++worker) {
        if (state.workers[worker].employed() && state.workers[worker].leaves_at > state.now + notice) {
            give_notice(world, worker);
        }
    }
}

// The case-holding post to take away: a vacant one if there is any, from the team under the least pressure,
// never a team's last and the front door's only when no other is left; nobody: there is none to take.
static std::uint32_t post_to_close(const World& world) {
    constexpr double last_of_all = 1e12, last_of_the_team = 1e9;  // beyond every pressure
    const State& state = world.state;
    std::uint32_t chosen = nobody;
    double least = 0;
    for (std::uint32_t team_id = 0; team_id < state.teams.size(); ++team_id) {
        const Team& team = state.teams[team_id];
        const auto open = std::count_if(team.posts.begin(), team.posts.end(), [&](std::uint16_t post) {
            return !state.posts[post].closed && !state.posts[post].temporary;
        });
        if (open < 2) continue;
        const double front = team.kind == TeamKind::front_door ? last_of_all : 0;
        const double pressure = team_pressure(world, team_id) + front;
        for (const std::uint16_t post_id : team.posts) {
            const Post& post = state.posts[post_id];
            if (post.closed || post.temporary) continue;
            const double rank = pressure + (post.filled ? last_of_the_team : 0);
            if (chosen == nobody || rank < least) {
                chosen = post_id;
                least = rank;
            }
        }
    }
    return chosen;
}

// Deputies go first, then the managers of the last teams; nobody: one is left.
static std::uint32_t manager_post_to_close(const State& state) {
    std::uint32_t chosen = nobody, left = 0;
    for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
        const Post& post = state.posts[id];
        if (post.kind != PostKind::managing || post.closed) continue;
        ++left;
        const bool deputy = state.teams[post.team].manager_post != id;
        const bool chosen_is_deputy =
            chosen != nobody && state.teams[state.posts[chosen].team].manager_post != chosen;
        if (deputy || !chosen_is_deputy) chosen = id;
    }
    return left > 1 ? chosen : nobody;
}

static std::uint32_t vacant_other_post(const State& state) {
    for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
        const Post& post = state.posts[id];
        if (post.kind == PostKind::other && !post.filled && !post.closed && !post.temporary) return id;
    }
    return nobody;
}

// Posts without cases that a year funds or gives up; of the latter only vacant ones.
static void adjust_other_posts(World& world) {
    State& state = world.state;
    const Settings& s = world.settings();
    const double posts = (s.in_post_fte + s.vacancies_fte) * (1 - case_holding_share(s));
    const double wanted = posts * state.surroundings.posts_year;
    const double enough = s.post_follows_at_share;
    for (; wanted - state.other_posts_added > enough && has_room_for_posts(state); ++state.other_posts_added)
        add_post(world, PostKind::other, 0);
    for (; state.other_posts_added - wanted > enough; --state.other_posts_added) {
        const std::uint32_t chosen = vacant_other_post(state);
        if (chosen == nobody) return;
        close_post(world, chosen);
    }
}

// Posts that the load and a judgement call for, beside those decided; below 0 when there is less on. What was
// decided is not undone: posts go only as far as they would with the load there were without the decision,
// and come likewise. Nobody is given notice for want of load: as many vacant posts go as there are.
static int posts_for_load(const World& world, int decided) {
    constexpr double least_left = 0.1;  // of all posts, so that a logarithm can be taken
    const State& state = world.state;
    const Settings& s = world.settings();
    const double posts = s.in_post_fte + s.vacancies_fte;
    const double of_the_year = case_holding_share(s) * state.surroundings.posts_year;
    const double load_taken_off = natural_log(std::max(least_left, 1 + decided / std::max(1.0, posts)));
    double more = posts * (s.posts_to_load * state.load + state.surroundings.posts_more + of_the_year);
    const double without = more + posts * s.posts_to_load * load_taken_off;
    if (decided > 0) more = std::max(more, std::min(without, 0.0));
    if (decided < 0) more = std::min(more, std::max(without, 0.0));
    const int now = state.posts_for_load;
    // A post is funded or given up when the load asks for most of it.
    int wanted = now;
    while (more - wanted > s.post_follows_at_share) ++wanted;
    while (wanted - more > s.post_follows_at_share) --wanted;
    if (wanted >= now) return wanted;
    const auto vacant = std::count_if(state.posts.begin(), state.posts.end(), [](const Post& post) {
        return post.kind == PostKind::case_holding && !post.filled && !post.closed && !post.temporary;
    });
    return std::max(wanted, now - static_cast<int>(vacant) / 2);
}

static int posts_decided(const World& world) {
    const Settings& s = world.settings();
    const PostsPolicy& posts = world.policy->posts;
    const double case_holding = (s.in_post_fte + s.vacancies_fte) * case_holding_share(s);
    const double asked = posts.add + posts.add_percent / 100 * case_holding;
    return whole_part<int>(asked >= 0 ? asked + 0.5 : asked - 0.5);
}

// Brings the establishment to what the policy in force asks for: posts go to the teams under the greatest
// pressure and are taken from those under the least.
void adjust_posts(World& world) {
    State& state = world.state;
    const int decided = posts_decided(world);
    state.posts_for_load = posts_for_load(world, decided);
    const int wanted = decided + state.posts_for_load;
    adjust_other_posts(world);
    for (; state.posts_added < wanted && has_room_for_posts(state); ++state.posts_added) {
        add_post(world, PostKind::case_holding, neediest_team(world));
    }
    for (; state.posts_added > wanted; --state.posts_added) {
        const std::uint32_t chosen = post_to_close(world);
        if (chosen == nobody) return;
        state.teams[state.posts[chosen].team].fte -= state.posts[chosen].fte;
        close_post(world, chosen);
    }
}

double weeks_to_hire(const World& world) {
    const double decided = world.policy->recruitment.weeks_to_hire;
    return decided >= 0 ? decided : world.settings().weeks_to_hire;
}

// Support workers are hired as others are, so that those asked for come over some months; those not wanted
// any more go at once.
void hire_support_workers(World& world) {
    const double wanted = world.policy->posts.support_workers;
    double& there = world.state.support_workers;
    const double weeks_a_month = static_cast<double>(world.rules->work.month()) / working_weeks(1);
    const double part = std::min(1.0, weeks_a_month / std::max(1.0, weeks_to_hire(world)));
    there = wanted < there ? wanted : there + part * (wanted - there);
}

// A smaller span of managers means deputies in the teams, who share the supervision; a larger one means
// posts of team managers closed, where the next team's manager then stands in.
void adjust_managers(World& world) {
    State& state = world.state;
    double span = world.policy->retention.workers_per_manager;
    if (span <= 0) span = world.settings().workers_per_manager;
    const int teams = static_cast<int>(state.teams.size());
    const double more = teams * (world.settings().workers_per_manager / span - 1);
    const int wanted = whole_part<int>(more >= 0 ? more + 0.5 : more - 0.5);
    for (; state.managers_added < wanted && has_room_for_posts(state); ++state.managers_added) {
        const int team =
            state.managers_added < 0 ? teams + state.managers_added : state.managers_added % teams;
        const std::uint16_t own = state.teams[static_cast<std::size_t>(team)].manager_post;
        if (state.managers_added < 0 && own != nobody) {
            state.posts[own].closed = false;
            if (!state.posts[own].filled) post_falls_vacant(world, own);
        } else {
            add_post(world, PostKind::managing, static_cast<std::uint32_t>(team));
        }
    }
    for (; state.managers_added > wanted; --state.managers_added) {
        const std::uint32_t chosen = manager_post_to_close(state);
        if (chosen == nobody) return;
        close_post(world, chosen);
    }
}

}  // namespace headroom
