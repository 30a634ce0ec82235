// The loop, and the one switch from what can happen to who handles it.
#include "sim/authority/world.hpp"

namespace headroom {

namespace {

void happen(World& world, Event event) {
    const std::uint32_t id = event.id();
    switch (static_cast<EventKind>(event.kind())) {
        case EventKind::month_turns: month_turns(world); return;
        case EventKind::day_begins: day_begins(world); return;
        case EventKind::worker_leaves: worker_leaves(world, id); return;
        case EventKind::presence_changes: presence_changes(world, id); return;
        case EventKind::post_step: post_step(world, id); return;
        case EventKind::worker_week: worker_week(world, id); return;
        case EventKind::referral: referral_arrives(world); return;
        case EventKind::family_returns: family_returns(world, id); return;
        case EventKind::family_tick: family_tick(world, id); return;
        case EventKind::crisis: crisis_breaks_out(world, id); return;
        case EventKind::enquiry_timer: enquiry_timer(world, id); return;
        case EventKind::main_timer: main_timer(world, id); return;
        case EventKind::work_falls_due:
            if (work_of(id) == Work::review) {
                review_falls_due(world, family_of(id));
            } else {
                repeating_falls_due(world, family_of(id), work_of(id));
            }
            return;
        case EventKind::task_done: task_done(world, id); return;
        case EventKind::count: break;
    }
    fail("an event of no kind");
}

}  // namespace

void run_before(World& world, Event limit) {
    State& state = world.state;
    for (Event event = state.queue.pop_before(limit); event < limit; event = state.queue.pop_before(limit)) {
        state.now = event.time();
        happen(world, event);
        ++world.events;
#ifdef HEADROOM_CHECKED
        check_books(world);
#endif
    }
}

void run_until(World& world, Minutes end) {
    run_before(world, make_event(end, 0, 0));
    world.state.now = end;
}

}  // namespace headroom
