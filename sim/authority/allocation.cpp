// Who gets which family, who must wait, where, and why.
#include "sim/authority/choice.hpp"
#include "sim/authority/definitions.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

#include <algorithm>
#include <variant>

namespace headroom {

namespace {

Place place_for_overflow(Overflow overflow) {
    if (overflow == Overflow::duty) return Place::duty;
    return overflow == Overflow::manager_held ? Place::manager_held : Place::waiting;
}

void note_reason(World& world, std::uint32_t id, WaitReason reason) {
    Family& family = world.state.families[id];
    family.reason = reason;
    const Place place = reason == WaitReason::over_limit
                            ? place_for_overflow(world.policy->caseload_limit.overflow)
                            : Place::waiting;
    if (place == family.place) return;
    family.place = place;
    for (const Work work : family.open_work) {
        if (world.lane(id, work).open > 0) route(world, id, work);
    }
}

// Open tasks that fell due during the wait are marked, so that what they leave unmet counts as waiting.
void mark_what_fell_due(World& world, std::uint32_t id) {
    const Family& family = world.state.families[id];
    for (const Work kind : family.open_work) {
        Lane& lane = world.lane(id, kind);
        const Minutes first = oldest_due(world, id, kind);
        const Minutes interval = world.rules->work.of(family.stage, kind).interval;
        for (std::uint32_t k = 0; k < lane.open; ++k) {
            const Minutes due = first + static_cast<Minutes>(k) * interval;
            if (due >= family.unallocated_since && due <= world.state.now) lane.mark_waited(k);
        }
    }
}

std::uint32_t team_for(const World& world, TeamKind kind) {
    std::uint32_t chosen = nobody;
    double least = 0;
    for (std::uint32_t id = 0; id < world.state.teams.size(); ++id) {
        const Team& team = world.state.teams[id];
        if (team.kind != kind || team.fte <= 0) continue;
        const double fte = team.standing.fte > 0 ? team.standing.fte : team.fte;
        const double load = (team.children_held + team.children_waiting) / fte;
        if (chosen == nobody || load < least) {
            chosen = id;
            least = load;
        }
    }
    return chosen == nobody ? 0 : chosen;
}

// Most urgent first. All but a few stand in order already, so that each of those is put into its place.
void put_in_order(const World& world, std::vector<std::uint32_t>& waiting) {
    const auto first = [&](std::uint32_t a, std::uint32_t b) { return before(world, a, b); };
    for (auto next = std::is_sorted_until(waiting.begin(), waiting.end(), first); next != waiting.end();
         ++next) {
        if (first(*next, *std::prev(next)))
            std::rotate(std::upper_bound(waiting.begin(), next, *next, first), next, std::next(next));
    }
}

void count_wait(World& world, const Family& family) {
    const int days = (world.state.now - family.unallocated_since) / minutes_per_working_day;
    world.count(Measure::allocations, family.children);
    world.count(Measure::wait_days_total, static_cast<double>(days) * family.children);
    if (world.measuring()) note_wait(world, family);
}

}  // namespace

// The spread of waits ends at a year of working days; the longest is kept as it is.
void note_wait(World& world, const Family& family) {
    const int days = (world.state.now - family.unallocated_since) / minutes_per_working_day;
    world.series.add_to_bin(Measure::wait_days_histogram, days, family.children);
    double& worst = world.series.at(Measure::wait_days_worst);
    worst = std::max(worst, static_cast<double>(days));
}

TeamKind team_kind_for(const World& world, Stage stage) {
    if (stage == Stage::screening) return TeamKind::front_door;
    const double patch = world.policy->practice.patch_teams >= 0 ? world.policy->practice.patch_teams
                                                                 : world.settings().patch_teams;
    if (patch > 0.5) return TeamKind::patch;
    if (stage == Stage::assessment || stage == Stage::brief_help) return TeamKind::assessment;
    return stage == Stage::looked_after ? TeamKind::looked_after : TeamKind::safeguarding;
}

// Who acts up in a team that no manager sees to: its first senior at work, or failing that its first
// experienced worker. (Without anyone nothing was allocated or signed for as long as it lasted, which no
// service would bear.)
std::uint32_t acting_manager(const World& world, const Team& team) {
    std::uint32_t chosen = nobody;
    for (const std::uint16_t post : team.posts) {
        for (std::uint32_t id = 2u * post; id < 2u * post + 2; ++id) {
            const Worker& worker = world.state.workers[id];
            if (!worker.employed() || away_for_long(world, worker)) continue;
            if (worker.role == Role::senior) return id;
            if (chosen == nobody && worker.role == Role::social_worker) chosen = id;
        }
    }
    return chosen;
}

// The manager in the team's managing post, who is not away for long; for shorter absences the team waits.
std::uint32_t own_manager(const World& world, const Team& team) {
    if (team.manager_post == nobody || team.manager_away_until > world.state.now) return nobody;
    const Post& post = world.state.posts[team.manager_post];
    if (!post.filled && !post.covered) return nobody;
    const std::uint32_t manager = 2u * team.manager_post + (post.filled ? 0u : 1u);
    return away_for_long(world, world.state.workers[manager]) ? nobody : manager;
}

// Who manages a team. A manager stands in for one team more, the nearest before their own that has none;
// teams for whom nobody is left to stand in have someone who acts up. (When every gap in a row fell to the
// next manager, the loss of some was worse than the loss of all.)
std::uint32_t manager_of(const World& world, std::uint32_t team_id) {
    const std::vector<Team>& teams = world.state.teams;
    if (teams[team_id].manager_post == nobody) return nobody;
    int without = 0;
    std::uint32_t last_resort = nobody;
    for (std::size_t step = 0; step < teams.size(); ++step) {
        const std::uint32_t manager = own_manager(world, teams[(team_id + step) % teams.size()]);
        if (manager == nobody) {
            ++without;
            continue;
        }
        if (step == 0 || --without == 0) return manager;
        last_resort = manager;
    }
    const std::uint32_t acting = acting_manager(world, teams[team_id]);
    return acting == nobody ? last_resort : acting;
}

// Whether the manager can look at the team's list today; one who stands in does so every few days.
bool manager_is_here(const World& world, std::uint32_t team_id) {
    const Team& team = world.state.teams[team_id];
    if (team.manager_post == nobody) return true;  // a service without managers allocates by itself
    const std::uint32_t manager = manager_of(world, team_id);
    if (manager == nobody || !world.state.workers[manager].present()) return false;
    const int between = whole_part<int>(world.settings().stand_in_days);
    return manager / 2 == team.manager_post ||
           (working_day_at(world.state.now) + days_before_any_start * between) % between == 0;
}

// Whether a decision about a plan can be had: from the team's own manager, who is not away for long and not
// overspread.
bool manager_decides(const World& world, std::uint32_t team_id) {
    const Team& team = world.state.teams[team_id];
    if (team.manager_post == nobody) return true;
    const std::uint32_t manager = manager_of(world, team_id);
    if (manager == nobody || manager / 2 != team.manager_post) return false;
    const Worker& there = world.state.workers[manager];
    return !away_for_long(world, there) && there.owed <= world.rules->due.manager_overspread;
}

void add_load(World& world, std::uint32_t id, int sign) {
    const Family& family = world.state.families[id];
    if (family.place != Place::held) return;
    Worker& worker = world.state.workers[family.worker];
    const int children = sign * family.children;
    worker.children = static_cast<std::uint16_t>(worker.children + children);
    worker.families = static_cast<std::uint16_t>(worker.families + sign);
    if (family.stage == Stage::assessment) {
        worker.assessments = static_cast<std::uint16_t>(worker.assessments + children);
        worker.families_assessed = static_cast<std::uint16_t>(worker.families_assessed + sign);
    }
    const double load = world.rules->work.load(family.stage, family.children);
    worker.points = worker.families == 0 ? 0 : worker.points + static_cast<float>(sign * load);
    Team& team = world.state.teams[family.team];
    team.children_held = team.children_held + static_cast<std::uint32_t>(children);
}

// Takes a family out of wherever it is.
void leave_place(World& world, std::uint32_t id) {
    State& state = world.state;
    Family& family = state.families[id];
    if (family.place == Place::held) {
        add_load(world, id, -1);
        std::vector<std::uint32_t>& held = state.held[family.worker];
        held.erase(std::find(held.begin(), held.end(), id));
        family.previous_worker = family.worker;
        family.worker = nobody;
    } else if (family.unallocated()) {
        mark_what_fell_due(world, id);
        count_wait(world, family);
        if (world.state.now - family.unallocated_since >= working_days(unallocated_spell_days))
            family.mark(unallocated_spell);
        Team& team = state.teams[family.team];
        team.waiting.erase(std::find(team.waiting.begin(), team.waiting.end(), id));
        team.children_waiting -= family.children;
        state.children_unallocated -= family.children;
    }
    family.place = Place::nowhere;
}

// A family whom the limit kept waiting, come into a stage that never waits for room, waits for the manager.
void wait_anew(World& world, std::uint32_t id) {
    const Family& family = world.state.families[id];
    if (family.unallocated() && wanted_by(world, family).exempt)
        note_reason(world, id, WaitReason::awaiting_manager);
}

void join_list(World& world, std::uint32_t id, std::uint32_t team_id, WaitReason reason) {
    State& state = world.state;
    Family& family = state.families[id];
    family.team = static_cast<std::uint8_t>(team_id);
    family.place = Place::waiting;
    family.reason = reason;
    family.unallocated_since = state.now;
    Team& team = state.teams[family.team];
    team.waiting.push_back(id);
    team.children_waiting += family.children;
    state.children_unallocated += family.children;
    for (const Work work : {Work::enquiry, Work::crisis}) {
        if (world.lane(id, work).open > 0) route(world, id, work);
    }
}

// The family comes onto the list of the least loaded team of the right kind.
void seek_worker(World& world, std::uint32_t id, WaitReason reason) {
    const Family& family = world.state.families[id];
    join_list(world, id, team_for(world, team_kind_for(world, family.stage)), reason);
    if (world.policy->allocation.every_working_days <= 0) allocate_team(world, family.team);
}

static void count_change(World& world, const Family& family) {
    world.count(Measure::worker_changes, family.children);
    if (family.stage != Stage::looked_after) return;
    world.count(Measure::looked_after_changes, family.children);
    switch (family.change) {
        case ChangeCause::worker_left: return;
        case ChangeCause::transfer:
            world.count(Measure::looked_after_changes_transfer, family.children);
            return;
        case ChangeCause::absence:
            world.count(Measure::looked_after_changes_absence, family.children);
            return;
        case ChangeCause::shared_out:
            world.count(Measure::looked_after_changes_sharing, family.children);
            return;
    }
}

void give_to(World& world, std::uint32_t id, std::uint32_t worker_id) {
    State& state = world.state;
    Family& family = state.families[id];
    leave_place(world, id);
    Worker& worker = state.workers[worker_id];
    const bool another = family.previous_worker != worker_id;
    const bool first = family.workers_had == 0;
    family.place = Place::held;
    family.worker = static_cast<std::uint16_t>(worker_id);
    family.team = static_cast<std::uint8_t>(worker.team);
    state.held[worker_id].push_back(id);
    add_load(world, id, +1);
    worker.taken[0] = static_cast<std::uint8_t>(std::min(most_in_a_byte, worker.taken[0] + family.children));
    if (another) {
        family.contacts = 0;
        if (family.workers_had < most_in_a_byte) ++family.workers_had;
        family.change_before = family.last_change;
        family.last_change = state.now;
        if (!first && family.previous_worker != nobody) {
            count_change(world, family);
            const Minutes due = state.now + world.rules->due.handover;
            const int minutes =
                task_minutes(world, id, Work::handover, world.settings().hours_handover_in * 60, due);
            if (minutes > 0 && world.lane(id, Work::handover).open == 0)
                release(world, id, Work::handover, due, minutes);
            Worker& before_worker = state.workers[family.previous_worker];
            if (before_worker.employed()) {
                before_worker.owed += static_cast<float>(world.settings().hours_handover_out * 60 *
                                                         world.settings().work_scale);
            }
        }
    }
    if (world.policy->allocation.choice == AllocationChoice::round_robin) {
        state.teams[worker.team].next_in_turn = static_cast<std::uint16_t>(worker_id + 1);
    }
    const std::uint32_t manager = manager_of(world, family.team);
    if (manager != nobody) {
        state.workers[manager].owed += static_cast<float>(world.settings().hours_allocation * 60);
    }
    for (const Work kind : family.open_work) {
        const Lane& lane = world.lane(id, kind);
        if (kind == Work::sign_off || lane.open == 0 || lane.in_work) continue;
        route(world, id, kind);
    }
}

void allocate_team(World& world, std::uint32_t team_id) {
    Refused refused(world.policy->caseload_limit);
    allocate_team(world, team_id, refused);
}

// Most urgent first, to the team's own workers, then to other teams of the kind.
void allocate_team(World& world, std::uint32_t team_id, Refused& refused) {
    State& state = world.state;
    Team& team = state.teams[team_id];
    if (team.waiting.empty()) return;
    const bool manager_here = manager_is_here(world, team_id);
    put_in_order(world, team.waiting);
    keep_place(world, team_id);
    refused.a_family_moved();
    std::size_t next = 0;
    while (next < state.teams[team_id].waiting.size()) {
        const std::uint32_t id = state.teams[team_id].waiting[next];
        const Family& family = state.families[id];
        const Wanted wanted = wanted_by(world, family);
        if (!manager_here && rank_of(family) > 0) {
            // Whom the limit kept out yesterday it keeps out today, manager or not.
            if (family.reason != WaitReason::over_limit || wanted.exempt)
                note_reason(world, id, WaitReason::awaiting_manager);
            ++next;
            continue;
        }
        if (refused.covers(wanted) && !wanted.over_limit && id != team.kept_for) {
            note_reason(world, id, WaitReason::over_limit);
            ++next;
            continue;
        }
        const Search found = search_worker(world, team_id, id, wanted);
        if (found.worker != nobody) {
            if (found.over_limit) world.count(Measure::allocated_over_limit, family.children);
            give_to(world, id, found.worker);  // takes it off this list
            refused.a_family_moved();
            continue;
        }
        if (found.any_present && !wanted.exempt) refused.add(wanted);
        note_reason(world, id,
                    found.any_present    ? WaitReason::over_limit
                    : found.any_suitable ? WaitReason::worker_absent
                                         : WaitReason::no_suitable_worker);
        ++next;
    }
}

}  // namespace headroom
