#include "sim/authority/choice.hpp"

#include <algorithm>
#include <limits>
#include <variant>

namespace headroom {

namespace {

constexpr double last_choice = 1e12;  // beyond every load, diary and turn
constexpr int most_turns = 4096;      // as many again as there are places in any rota
constexpr float least_fte = 0.1f;     // so that nothing is divided by nobody

double points_of(const PointsLimit& rule, const Family& family) {
    double each = 0;
    switch (family.stage) {
        case Stage::screening:
        case Stage::assessment: each = rule.assessment; break;
        case Stage::brief_help: each = rule.brief_help; break;
        case Stage::child_in_need: each = rule.child_in_need; break;
        case Stage::child_protection: each = rule.child_protection; break;
        case Stage::looked_after: each = rule.looked_after; break;
        case Stage::closed: break;
    }
    if (family.is(in_court)) each += rule.court;
    return each * family.children * (family.severity >= Severity::high ? rule.complexity : 1);
}

double ramp_of(const World& world, const Worker& worker) {
    const double weeks = world.policy->caseload_limit.ramp_weeks;
    if (weeks <= 0 || worker.tenure_years > 0) return 1;
    const double served = static_cast<double>(world.state.now - worker.joined_at) / working_weeks(1);
    const double at_first = world.settings().ramp_start_share;
    return std::min(1.0, at_first + (1 - at_first) * served / weeks);
}

// All workers whose average a limit takes: what they hold, and their full-time equivalents. As in the census,
// those with at least one family; an authority may count everyone.
struct Group {
    double held = 0, fte = 0;
};

Group group_of(const World& world, std::uint32_t team) {
    Group group;
    const CaseloadLimit& limit = world.policy->caseload_limit;
    const AverageLimit* rule = std::get_if<AverageLimit>(&limit.rule);
    if (rule == nullptr) return group;
    const bool children = limit.unit == CountedUnit::children;
    for (const Worker& worker : world.state.workers) {
        const bool counts = rule->everyone_counts > 0.5 ? worker.employed() : worker.families > 0;
        if (!counts || (rule->whole_authority < 0.5 && worker.team != team)) continue;
        group.held += children ? worker.children : worker.families;
        group.fte += worker.fte;
    }
    return group;
}

WorkerLoad load_of(const World& world, std::uint32_t id, const Group& group) {
    const Worker& worker = world.state.workers[id];
    const CaseloadLimit& limit = world.policy->caseload_limit;
    const bool children = limit.unit == CountedUnit::children;
    WorkerLoad load{};
    load.held = children ? worker.children : worker.families;
    load.assessments = children ? worker.assessments : worker.families_assessed;
    if (std::holds_alternative<IntakeLimit>(limit.rule))
        for (const std::uint8_t taken : worker.taken) load.new_this_month += taken;
    load.fte = worker.fte;
    load.ramp = ramp_of(world, worker);
    load.group_held = group.held;
    load.group_fte = group.fte;
    load.newly_qualified = counts_as_protected(world, worker);
    load.senior = worker.role == Role::senior;
    load.agency = worker.role == Role::agency;
    if (const PointsLimit* rule = std::get_if<PointsLimit>(&limit.rule)) {
        for (const std::uint32_t family : world.state.held[id])
            load.points += points_of(*rule, world.state.families[family]);
    }
    return load;
}

// Planned work against what the worker can fairly carry.
double weighted_load(const World& world, const Worker& worker) {
    const Settings& s = world.settings();
    double fair = worker.fte;
    if (counts_as_protected(world, worker)) fair *= s.newly_qualified_caseload_percent / 100;
    if (worker.role == Role::senior) fair *= worker.own_share * (worker.mentor ? s.mentor_casework_share : 1);
    return worker.points / fair;
}

// How a worker's load counts for a family, where seniors are to have the more severe.
double mismatch(const Settings& s, const Family& family, Role role) {
    const bool severe = family.severity >= Severity::high;
    if (role == Role::newly_qualified)
        return severe ? s.skill_match_severe_newly_qualified : s.skill_match_mild_newly_qualified;
    return severe && role == Role::senior ? s.skill_match_severe_senior : 1;
}

// Smaller is chosen; ties by the order of posts.
double unfitness(const World& world, const Family& family, std::uint32_t id) {
    const Worker& worker = world.state.workers[id];
    switch (world.policy->allocation.choice) {
        case AllocationChoice::least_loaded: return worker.children / worker.fte;
        case AllocationChoice::lowest_weighted_load: return weighted_load(world, worker);
        case AllocationChoice::shortest_diary:
            return static_cast<double>(world.state.diaries[id].size()) / worker.fte;
        case AllocationChoice::round_robin: {
            const int turn = static_cast<int>(id) - world.state.teams[worker.team].next_in_turn;
            return turn >= 0 ? turn : turn + most_turns;
        }
        case AllocationChoice::continuity_first:
            return family.previous_worker == id ? -1 : weighted_load(world, worker);
        case AllocationChoice::skill_matched:
            return weighted_load(world, worker) * mismatch(world.settings(), family, worker.role);
    }
    return 0;
}

bool suits(const Wanted& wanted, const Worker& worker) {
    if (!worker.employed() || !worker.holds_cases() || worker.in_notice()) return false;
    return !(worker.role == Role::newly_qualified && wanted.beyond_learners);
}

FamilyLoad load_of_family(const World& world, const Family& family) {
    const CaseloadLimit& limit = world.policy->caseload_limit;
    FamilyLoad load{};
    load.size = limit.unit == CountedUnit::children ? family.children : 1;
    load.assessment = family.stage == Stage::assessment;
    load.urgent = rank_of(family) <= 1 || family.severity >= Severity::high;
    if (const PointsLimit* rule = std::get_if<PointsLimit>(&limit.rule))
        load.points = points_of(*rule, family);
    return load;
}

// No worker is given families without end: beyond the extreme a family waits for room, whatever its stage,
// while teams share out, agency workers are sent for and plans close earlier.
bool at_the_extreme(const World& world, const Worker& worker, const Family& family) {
    return worker.families > 0 &&
           worker.children + family.children > world.settings().extreme_caseload * worker.fte;
}

// As long as that one waits: on the day it is given to someone others may have the place.
bool keeps_place_for_another(const World& world, std::uint32_t team_id, std::uint32_t worker,
                             std::uint32_t family) {
    const Team& team = world.state.teams[team_id];
    return team.kept_worker == worker && team.kept_for != no_family && team.kept_for != family &&
           world.state.families[team.kept_for].unallocated();
}

void search_team(const World& world, std::uint32_t team_id, std::uint32_t family_id, const Wanted& wanted,
                 Search& found) {
    const CaseloadLimit& limit = world.policy->caseload_limit;
    const Family& family = world.state.families[family_id];
    const Group group = group_of(world, team_id);
    const bool always_room = wanted.exempt || std::holds_alternative<NoLimit>(limit.rule);
    double best = 0;
    const Worker* const workers = world.state.workers.data();
    for (const std::uint16_t post : world.state.teams[team_id].posts) {
        for (std::uint32_t id = 2u * post; id / 2 == post; ++id) {
            const Worker& worker = workers[id];
            if (!worker.employed() || !suits(wanted, worker)) continue;
            found.any_suitable = true;
            if (away_for_long(world, worker)) continue;
            found.any_present = true;
            const bool room = always_room || has_room(limit, load_of(world, id, group), wanted.load);
            if (!room && !wanted.over_limit) continue;
            if (at_the_extreme(world, worker, family)) continue;
            const bool kept = keeps_place_for_another(world, team_id, id, family_id);
            if (kept && !wanted.exempt) continue;
            // Who never waits for room takes a kept place only where no colleague can; who has waited too
            // long goes over the limit only where nobody has room.
            const double score = unfitness(world, family, id) + (kept || !room ? last_choice : 0);
            if (found.worker == nobody || score < best) {
                best = score;
                found.worker = id;
                found.over_limit = !room;
            }
        }
    }
}

}  // namespace

// Rationing order of published procedures: enquiries and protection first, then children in care,
// assessments, plans in need, brief help.
int rank_of(const Family& family) {
    enum Rank { of_protection, of_care, of_assessment, of_in_need, of_brief_help };
    if (family.is(enquiry_open) || family.stage == Stage::child_protection) return of_protection;
    if (family.stage == Stage::looked_after) return of_care;
    if (family.stage == Stage::assessment) return of_assessment;
    return family.stage == Stage::child_in_need ? of_in_need : of_brief_help;
}

// Longer than a place is kept for: from then on who has waited longest comes first, or those whose needs rank
// lowest would be overtaken for ever. Enquiries, protection and care come first all the same.
static bool has_waited_long(const World& world, const Family& family) {
    const Minutes patience = working_weeks(world.settings().weeks_until_place_is_kept);
    return rank_of(family) > 1 && world.state.now - family.unallocated_since >= patience;
}

bool before(const World& world, std::uint32_t left, std::uint32_t right) {
    const Family& a = world.state.families[left];
    const Family& b = world.state.families[right];
    const bool a_long = has_waited_long(world, a), b_long = has_waited_long(world, b);
    if (a_long && b_long && a.unallocated_since != b.unallocated_since)
        return a.unallocated_since < b.unallocated_since;
    if (a_long != b_long) return a_long ? rank_of(b) > 1 : rank_of(a) <= 1;
    if (rank_of(a) != rank_of(b)) return rank_of(a) < rank_of(b);
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.unallocated_since != b.unallocated_since) return a.unallocated_since < b.unallocated_since;
    return a.entity < b.entity;
}

Wanted wanted_by(const World& world, const Family& family) {
    const std::uint32_t exempt = world.policy->caseload_limit.exempt_stages;
    const Minutes patience = working_weeks(world.settings().weeks_until_over_limit);
    return {.load = load_of_family(world, family),
            .team_kind = world.state.teams[family.team].kind,
            .exempt = (exempt >> static_cast<int>(family.stage) & 1u) != 0,
            .over_limit = family.unallocated() && world.state.now - family.unallocated_since >= patience,
            .beyond_learners = family.stage == Stage::child_protection || family.is(in_court)};
}

bool away_for_long(const World& world, const Worker& worker) {
    return !worker.present() && (worker.presence == Presence::sick ||
                                 worker.presence_at > world.state.now + world.rules->due.absence_passed_over);
}

Search search_worker(const World& world, std::uint32_t team, std::uint32_t family, const Wanted& wanted) {
    Search found;
    search_team(world, team, family, wanted, found);
    const std::vector<Team>& teams = world.state.teams;
    for (std::uint32_t other = 0; found.worker == nobody && other < teams.size(); ++other) {
        if (other != team && teams[other].kind == teams[team].kind)
            search_team(world, other, family, wanted, found);
    }
    return found;
}

// The worker of a team who could hold the family under the limit if they held nothing else, and holds least
// for their room now.
std::uint32_t roomiest_worker(const World& world, std::uint32_t team_id, std::uint32_t family_id) {
    const Family& family = world.state.families[family_id];
    const Wanted wanted = wanted_by(world, family);
    std::uint32_t chosen = nobody;
    double least = 0;
    for (const std::uint16_t post : world.state.teams[team_id].posts) {
        for (std::uint32_t id = 2u * post; id < 2u * post + 2; ++id) {
            const Worker& worker = world.state.workers[id];
            if (!suits(wanted, worker) || away_for_long(world, worker)) continue;
            const double held = worker.children / std::max(least_fte, worker.fte);
            if (chosen != nobody && held >= least) continue;
            least = held;
            chosen = id;
        }
    }
    return chosen;
}

Refused::Refused(const CaseloadLimit& limit)
    : by_points_(std::holds_alternative<PointsLimit>(limit.rule)),
      room_shrinks_(taking_leaves_less_room(limit)) {
    least_.fill(std::numeric_limits<double>::infinity());
}

double Refused::asked(const Wanted& wanted) const {
    return by_points_ ? wanted.load.points : wanted.load.size;
}

namespace {

std::size_t kind_of(const Wanted& wanted) {
    const auto bit = [](bool is_set, int place) { return static_cast<std::size_t>(is_set) << place; };
    return Refused::kinds_of_family * static_cast<std::size_t>(wanted.team_kind) +
           bit(wanted.beyond_learners, 2) + bit(wanted.load.urgent, 1) + bit(wanted.load.assessment, 0);
}

}  // namespace

bool Refused::covers(const Wanted& wanted) const {
    return !wanted.exempt && asked(wanted) >= least_[kind_of(wanted)];
}

void Refused::add(const Wanted& wanted) {
    double& least = least_[kind_of(wanted)];
    least = std::min(least, asked(wanted));
}

// Under some limits that makes room for another.
void Refused::a_family_moved() {
    if (!room_shrinks_) least_.fill(std::numeric_limits<double>::infinity());
}

bool stands_over_limit(const World& world, std::uint32_t worker) {
    return is_over(world.policy->caseload_limit, load_of(world, worker, {}));
}

bool counts_as_protected(const World& world, const Worker& worker) {
    (void)world;
    return worker.role == Role::newly_qualified && worker.protected_load;
}

}  // namespace headroom
