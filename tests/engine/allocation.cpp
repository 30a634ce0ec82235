// In steady state nothing asks for memory: every request of this test program is counted.
#include "sim/engine/draws.hpp"
#include "sim/engine/event_queue.hpp"
#include "tests/catch.hpp"
#include "tests/engine/counted_memory.hpp"

namespace headroom {
namespace {

// As many events in lanes as in the tournament; each that happens schedules the next of its kind.
void fill(EventQueue& queue) {
    for (std::uint32_t id = 0; id < 1000; ++id) {
        queue.push(make_event(static_cast<Minutes>(id), 0, id));
        queue.push_lane(static_cast<int>(id % 3), make_event(static_cast<Minutes>(id / 3), 1 + id % 3, id));
    }
}

void run(EventQueue& queue, int events) {
    const RandomStreams streams(31, 0);
    for (int i = 0; i < events; ++i) {
        const Event event = queue.pop();
        const Draw draw = streams.draw(event.id(), 0, static_cast<std::uint32_t>(i));
        if (event.kind() == 0) {
            queue.push(make_event(event.time() + whole_minutes(1000 * draw.exponential(0)), 0, event.id()));
        } else {
            const auto delay = static_cast<Minutes>(500 * event.kind());
            queue.push_lane(static_cast<int>(event.kind()) - 1,
                            make_event(event.time() + delay, event.kind(), event.id()));
        }
    }
}

// How many requests for memory something makes.
template <class Work>
std::size_t requests_of(Work work) {
    const std::size_t before = memory_requests();
    work();
    return memory_requests() - before;
}

TEST_CASE("a queue that has once been full asks for no more memory") {
    EventQueue queue(3);
    REQUIRE(requests_of([&] { fill(queue); }) > 0);
    CHECK(requests_of([&] { run(queue, 100'000); }) == 0);
    CHECK(requests_of([&] {
              queue.clear();
              fill(queue);
              run(queue, 10'000);
          }) == 0);
}

TEST_CASE("branching a future into a queue that has once been as full asks for no memory") {
    EventQueue settled(3), future(3);
    fill(settled);
    fill(future);
    run(settled, 12'345);
    CHECK(requests_of([&] {
              for (int branch = 0; branch < 3; ++branch) {
                  future = settled;
                  run(future, 10'000);
              }
          }) == 0);
}

TEST_CASE("a queue says how much memory it holds") {
    EventQueue queue(3);
    const std::size_t empty = queue.bytes();
    fill(queue);
    CHECK(queue.bytes() > empty);
    // 2,000 events: 8 bytes in a lane, 16 in the tournament, and at most twice as many places as events.
    CHECK(queue.bytes() < 2 * (1000 * 8 + 1000 * 16) + 2000);
}

}  // namespace
}  // namespace headroom
