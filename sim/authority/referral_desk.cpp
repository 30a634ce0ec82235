// The front door: new families, families that come back, and what screening decides.
#include <algorithm>

#include "sim/authority/world.hpp"
#include "sim/families/statutory_days.hpp"

namespace headroom {

namespace {

std::uint32_t front_door_team(const World& world) {
    for (std::uint32_t team = 0; team < world.state.teams.size(); ++team) {
        if (world.state.teams[team].kind == TeamKind::front_door) return team;
    }
    return 0;
}

void start_screening(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Minutes now = world.state.now;
    world.count(Measure::referrals, family.children);
    if (now - family.previous_referral_at <= working_days(world.calendar.working_days_per_year())) {
        world.count(Measure::rereferrals_within_12_months, family.children);
    }
    family.referred_at = family.stage_since = family.last_touched = now;
    family.stage = Stage::screening;
    count_stage(world, family, +1);
    world.state.children_open += family.children;
    family.place = Place::front_door;
    family.team = static_cast<std::uint8_t>(front_door_team(world));
    family.next_tick = now + tick_interval;
    world.state.queue.push(make_event(family.next_tick, static_cast<unsigned>(EventKind::family_tick), id));
    const Minutes due = now + working_days(referral_decision_days);
    world.lane(id, Work::main).step = screen;
    const int minutes = task_minutes(world, id, Work::main, world.settings().hours_screening * 60, due);
    if (minutes < 1) {
        screening_done(world, id);
        return;
    }
    release(world, id, Work::main, due, minutes);
}

// Whether a family that has a need is kept out by the threshold, and why it may be.
bool kept_out(const World& world, const Family& family, double uniform) {
    if (family.severity > Severity::moderate) return false;
    double share =
        world.policy->practice.raised_threshold_percent / 100 + world.state.surroundings.screened_out;
    const bool raises = world.policy->caseload_limit.overflow == Overflow::raised_threshold;
    if (raises && family.severity == Severity::low) {
        // The threshold is the whole authority's: it rises with any team's list.
        for (const Team& team : world.state.teams) {
            if (children_over_limit(world, team) > 0) share = 1;
        }
    }
    return uniform < share;
}

}  // namespace

std::uint8_t draw_children(const World& world, double uniform) {
    const double* shares = world.rules->children_share;
    std::uint8_t children = 1;
    while (children < most_children && uniform >= shares[children]) ++children;
    return children;
}

std::uint32_t open_family(World& world) {
    State& state = world.state;
    ++state.families_open;
    if (!state.free_families.empty()) {
        const std::uint32_t id = state.free_families.back();
        state.free_families.pop_back();
        state.families[id] = Family{};
        for (int work = 0; work < lanes_per_family; ++work) world.lane(id, static_cast<Work>(work)) = Lane{};
        return id;
    }
    ensure(state.families.size() < most_event_ids >> lane_bits,
           "more families are open than events can name");
    state.families.emplace_back();
    state.lanes.resize(state.families.size() * lanes_per_family);
    return static_cast<std::uint32_t>(state.families.size() - 1);
}

// New families arrive as a steady stream on the season's clock, each by its own number: the same under every
// policy.
void schedule_next_referral(World& world) {
    State& state = world.state;
    if (world.rules->families_per_year <= 0) return;
    const Draw draw = world.draw(state.next_arrival, arrival, 0);
    state.arrival_reading += draw.exponential(0) / world.rules->families_per_year;
    const Minutes time = std::max(state.now + 1, world.rules->season.time_at(state.arrival_reading));
    world.schedule(time, EventKind::referral, 0);
}

void referral_arrives(World& world) {
    State& state = world.state;
    const std::uint32_t id = open_family(world);
    Family& family = state.families[id];
    family.entity = state.next_entity++;
    ++state.next_arrival;
    const Draw draw = world.draw(family.entity, family_traits, 0);
    family.children = draw_children(world, draw.uniform(0));
    const BySeverity& mix = world.rules->mix_of_month[world.month_index()];
    double share = 0;
    int severity = 0;
    while (severity < severity_count - 1 && draw.uniform(1) >= (share += mix[severity])) ++severity;
    family.severity = static_cast<Severity>(severity);
    if (draw.happens(2, world.settings().prior_plan_at_first_referral_percent / 100)) family.mark(had_plan);
    schedule_next_referral(world);
    start_screening(world, id);
}

void family_returns(World& world, std::uint32_t closed_id) {
    const ClosedFamily closed = world.state.closed[closed_id];
    world.state.closed[closed_id].returns_at = never;
    world.state.free_closed.push_back(closed_id);
    const std::uint32_t id = open_family(world);
    Family& family = world.state.families[id];
    family.entity = closed.entity;
    family.children = closed.children;
    family.severity = closed.severity;
    family.episode = static_cast<std::uint8_t>(closed.episode + 1);
    family.plan = closed.plan;
    family.previous_worker = closed.previous_worker;
    family.previous_referral_at = closed.referred_at;
    if (closed.had_plan) family.mark(had_plan);
    start_screening(world, id);
}

// What becomes of a referral: nothing further, an enquiry at once, or an assessment.
void screening_done(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Pathway& path = world.rules->pathway;
    const int severity = static_cast<int>(family.severity);
    const Draw draw = world.draw(family.entity, screening_outcome, family.episode);
    const double straight = path.straight_to_enquiry[severity];
    if (draw.happens(0, straight * world.state.surroundings.caution)) {
        start_assessment(world, id);
        start_enquiry(world, id);
        return;
    }
    const double usual = path.no_further_action[severity] * world.state.surroundings.no_further_action;
    const double most = world.settings().fork_chance_most_percent / 100;
    if (draw.happens(1, std::min(most, usual * world.rules->no_action_in_month[world.month_index()]))) {
        world.count(Measure::no_further_action, family.children);
        close_family(world, id);
        return;
    }
    if (kept_out(world, family, draw.uniform(2))) {
        world.count(Measure::screened_out_with_need, family.children);
        turn_away(world, id, TurnedAway::raised_threshold, hours_to_meet_need(world, family));
        family.mark(closed_early);
        close_family(world, id);
        return;
    }
    if (draw.happens(3, path.no_assessment[severity])) {
        world.count(Measure::answered_without_assessment, family.children);
        close_family(world, id);
        return;
    }
    start_assessment(world, id);
}

}  // namespace headroom
