#include "sim/authority/authority.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "sim/authority/world.hpp"

namespace headroom {

namespace {

// A shorter run looks as far ahead, so that it is the beginning of the longer one: whom it keeps in mind, and
// its calendar, decide which family gets which number, and so which chances.
constexpr int shortest_outlook_months = 36;

int outlook_of(int run_months) {
    return std::max(run_months, shortest_outlook_months);
}

}  // namespace

World::World(const Settings& settings, const Policy& policy_today, Date start, int settling, int run_months)
    : today_settings(settings),
      today(policy_today),
      calendar(start, settling + 1, outlook_of(run_months) + 1),
      settling_months(-calendar.month_before(settling)),
      months(run_months),
      first_day(calendar.month_start(-settling_months)),
      end(calendar.month_start(run_months) * minutes_per_working_day),
      outlook(calendar.month_start(outlook_of(run_months)) * minutes_per_working_day) {}

Authority::Authority(const Settings& settings, const Policy& today, Date start, int settling_months,
                     int months)
    : world_(std::make_unique<World>(settings, today, start, settling_months, months)) {}
Authority::~Authority() = default;
void Authority::stop_when(std::function<bool()> is_over) {
    world_->is_over = std::move(is_over);
}
Authority::Authority(Authority&&) noexcept = default;
Authority& Authority::operator=(Authority&&) noexcept = default;

namespace {

// Says where in which future a promise broke, so that it can be run again.
[[noreturn]] void rethrow(const World& world, const ModelFault& fault) {
    throw ModelFault(std::string(fault.what()) + " (working day " +
                     std::to_string(working_day_at(world.state.now)) + ", minute " +
                     std::to_string(world.state.now) + ", seed " + std::to_string(world.seed) +
                     ", replication " + std::to_string(world.replication) + ")");
}

// Rows within rows keep the room they have grown to.
void clear_but_for_room(World& world) {
    State& state = world.state;
    for (Diary& diary : state.diaries) diary.clear();
    for (std::vector<std::uint32_t>& families : state.held) families.clear();
    for (; !state.teams.empty(); state.teams.pop_back())
        world.former_teams.push_back(std::move(state.teams.back()));
}

void clear(World& world) {
    State& state = world.state;
    clear_but_for_room(world);
    state.families.clear();
    state.lanes.clear();
    state.free_families.clear();
    state.closed.clear();
    state.free_closed.clear();
    state.workers.clear();
    state.posts.clear();
    state.agency_pool.clear();
    state.queue.clear();
    state.next_entity = state.next_arrival = 0;
    state.arrival_reading = 0;
    state.surroundings = Surroundings{};
    state.books = WorkBooks{};
    state.children_unallocated = state.families_open = state.posts_added = 0;
    state.posts_for_load = state.other_posts_added = 0;
    state.managers_added = state.phase_out_since = 0;
    state.agency_before_phase_out = 0;
    state.agency_spent_this_year = 0;
    state.pressure = Usual{};
    state.supervision = Usual{};
    state.load = 0;
    std::fill(std::begin(state.children_by_stage), std::end(state.children_by_stage), 0);
    state.children_open = 0;
    state.near_until = 0;
    state.days_this_month = 0;
}

// Those who will come back do so on their severity's clock, which a surge hurries.
void retime_returns(World& world) {
    const auto& seasons = world.rules->season_of;
    if (std::equal(seasons.begin(), seasons.end(), world.settled_seasons.begin())) return;
    State& state = world.state;
    const auto returns = [](Event event) {
        return event.kind() == static_cast<unsigned>(EventKind::family_returns);
    };
    for (std::vector<Event>& drawer : state.drawers) std::erase_if(drawer, returns);
    for (std::uint32_t id = 0; id < state.closed.size(); ++id) {
        ClosedFamily& closed = state.closed[id];
        if (closed.returns_at == never) continue;
        const Season& expected = world.settled_seasons[static_cast<std::size_t>(closed.severity)];
        const Season& season = seasons[static_cast<std::size_t>(closed.severity)];
        const double until = expected.at(closed.returns_at) - expected.at(0);
        // Before a surge has begun nobody's return moves by as much as a minute's rounding.
        if (season.at(closed.returns_at) - season.at(0) != until)
            closed.returns_at = std::max(1, season.time_at(season.at(0) + until));
        world.schedule(closed.returns_at, EventKind::family_returns, id);
    }
}

void clear_series(World& world) {
    world.settled_outcomes.clear();
    const int teams = static_cast<int>(world.state.teams.size());
    if (world.series.months() != world.months || world.series.teams() != teams) {
        world.series = Series(world.months, teams);
    } else {
        world.series.clear();
    }
    world.series.set_first_part(world.calendar.part_of_month(0));
}

}  // namespace

void Authority::settle(std::uint64_t seed, std::uint32_t replication) {
    World& world = *world_;
    State& state = world.state;
    world.seed = seed;
    world.replication = replication;
    clear(world);
    state.streams = RandomStreams(seed, replication);
    state.settling = true;
    state.month = -world.settling_months;
    state.now = world.calendar.month_start(-world.settling_months) * minutes_per_working_day;
    state.drawers.resize(static_cast<std::size_t>(world.settling_months + world.months + 2));
    for (std::vector<Event>& drawer : state.drawers) drawer.clear();
    state.near_until = state.now;  // so that the first month's own events wait for its turn
    world.policy = &world.today;
    world.shocks = {};
    world.rules.emplace(world.today_settings, world.calendar,
                        demand_by_month(world, world.today_settings, {}));
    state.arrival_reading = world.rules->season.at(state.now);
    try {
        set_up(world);
        clear_series(world);
        place_starting_families(world);
        place_past_closures(world);
        for (std::uint32_t team = 0; team < state.teams.size(); ++team) {
            world.stop_if_asked();
            allocate_team(world, team);
        }
        schedule_next_referral(world);
        world.schedule(state.now, EventKind::day_begins, 0);
        open_drawer(world, state.month);
        state.queue.push(make_event(state.near_until, static_cast<unsigned>(EventKind::month_turns), 0));
        run_until(world, 0);
    } catch (const ModelFault& fault) {
        rethrow(world, fault);
    }
    world.settled = state;
    world.settled_series = world.series;
    world.settled_seasons.assign(world.rules->season_of.begin(), world.rules->season_of.end());
}

void Authority::begin(const Branch& branch) {
    World& world = *world_;
    world.state = world.settled;
    world.policies = branch.policies;
    world.shocks = branch.shocks;
    world.policy = branch.policies.empty() ? &world.today : &branch.policies.front().policy;
    world.rules.emplace(*branch.settings, world.calendar,
                        demand_by_month(world, *branch.settings, branch.shocks));
    world.series = world.settled_series;
    try {
        world.events_before_month = world.events;
        retime_returns(world);
        begin_branch(world);
    } catch (const ModelFault& fault) {
        rethrow(world, fault);
    }
}

void Authority::run_to(Minutes time) {
    try {
        run_until(*world_, time);
    } catch (const ModelFault& fault) {
        rethrow(*world_, fault);
    }
}

std::optional<Event> Authority::step() {
    ModelQueue& queue = world_->state.queue;
    if (queue.empty() || queue.top().time() >= world_->end) return std::nullopt;
    const Event next = queue.top();
    try {
        run_before(*world_, {next.key + 1});
    } catch (const ModelFault& fault) {
        rethrow(*world_, fault);
    }
    return next;
}

const Series& Authority::finish() {
    run_to(world_->end);
    try {
        finish_series(*world_);
    } catch (const ModelFault& fault) {
        rethrow(*world_, fault);
    }
    return world_->series;
}

const Series& Authority::run(const Branch& branch) {
    begin(branch);
    return finish();
}

int Authority::teams() const {
    return static_cast<int>(world_->settled.teams.size());
}
std::uint64_t Authority::events_simulated() const {
    return world_->events;
}

std::size_t Authority::bytes_per_open_family() const {
    const State& state = world_->state;
    std::size_t bytes =
        state.families.size() * (sizeof(Family) + lanes_per_family * sizeof(Lane)) + state.queue.bytes();
    for (const Diary& diary : state.diaries) bytes += diary.bytes();
    for (const Team& team : state.teams) bytes += team.desk.bytes();
    return bytes / static_cast<std::size_t>(state.families_open > 0 ? state.families_open : 1);
}

}  // namespace headroom
