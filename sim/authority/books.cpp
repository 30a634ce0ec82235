// The books: after any event every family is in exactly one place and every count adds up.
#include "sim/authority/world.hpp"

namespace headroom {

namespace {

// How often each family stands on its own team's waiting list and in its own worker's hands.
std::vector<int> times_listed(const State& state) {
    std::vector<int> times(state.families.size());
    for (std::uint32_t team = 0; team < state.teams.size(); ++team) {
        for (const std::uint32_t id : state.teams[team].waiting) times[id] += state.families[id].team == team;
    }
    for (std::uint32_t worker = 0; worker < state.held.size(); ++worker) {
        for (const std::uint32_t id : state.held[worker]) times[id] += state.families[id].worker == worker;
    }
    return times;
}

void check_families(const World& world) {
    const State& state = world.state;
    const std::vector<int> listed = times_listed(state);
    std::uint64_t held = 0, unallocated = 0, open = 0;
    for (std::uint32_t id = 0; id < state.families.size(); ++id) {
        const Family& family = state.families[id];
        if (family.place == Place::nowhere) continue;
        ++open;
        ensure(listed[id] + (family.place == Place::front_door || family.place == Place::with_others) == 1,
               "a family is in two places, or in none");
        ensure((family.place == Place::held) == (family.worker != nobody),
               "a held family has a worker, others none");
        held += family.place == Place::held ? family.children : 0u;
        unallocated += family.unallocated() ? family.children : 0u;
    }
    ensure(open == static_cast<std::uint64_t>(state.families_open), "families open do not add up");
    ensure(unallocated == static_cast<std::uint64_t>(state.children_unallocated),
           "children unallocated do not add up");
    std::uint64_t caseloads = 0;
    for (const Worker& worker : state.workers) caseloads += worker.children;
    ensure(held == caseloads, "children held are not the sum of caseloads");
}

void check_totals(const World& world) {
    const State& state = world.state;
    std::uint64_t caseloads = 0, by_team = 0, waiting = 0;
    for (const Worker& worker : state.workers) caseloads += worker.children;
    for (const Team& team : state.teams) by_team += team.children_held, waiting += team.children_waiting;
    ensure(by_team == caseloads, "children held by teams are not the sum of caseloads");
    ensure(waiting == static_cast<std::uint64_t>(state.children_unallocated), "waiting lists do not add up");
}

void check_posts(const World& world) {
    const State& state = world.state;
    for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
        const Post& post = state.posts[id];
        ensure(post.filled == state.workers[2 * id].employed(), "a filled post has its worker, others none");
        ensure(post.covered == state.workers[2 * id + 1].employed(),
               "a covered post has its agency worker, others none");
    }
}

void check_work(const World& world) {
    const State& state = world.state;
    std::int64_t open = 0;
    for (std::uint32_t id = 0; id < state.families.size(); ++id) {
        if (state.families[id].place == Place::nowhere) continue;
        for (int work = 0; work < lanes_per_family; ++work) {
            const Lane& lane = state.lanes[id * lanes_per_family + static_cast<std::uint32_t>(work)];
            ensure(state.families[id].open_work.has(static_cast<Work>(work)) == (lane.open > 0),
                   "a family's open work is what its lanes say");
            if (lane.open > 0) open += lane.left();
            if (lane.open > 0) open += lane.planned() - lane.left();
        }
    }
    const WorkBooks& books = state.books;
    ensure(books.released == books.delivered + books.missed + books.withdrawn + open,
           "work released is not delivered, missed, withdrawn or open");
}

}  // namespace

// Every family of a small authority after every event; of a large one its totals, and every family after each
// 61st event, so that a checked run of a whole authority ends the same day.
void check_books(World& world) {
    constexpr std::size_t most_families_of_a_small = 64;
    constexpr std::uint64_t events_between = 61;
    const bool small = world.state.families.size() <= most_families_of_a_small;
    if (!small && world.events_checked++ % events_between != 0) {
        check_totals(world);
        return;
    }
    check_families(world);
    check_posts(world);
    check_work(world);
}

}  // namespace headroom
