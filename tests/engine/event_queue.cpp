#include "sim/engine/event_queue.hpp"

#include <algorithm>

#include "sim/engine/draws.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

constexpr int lanes = 15;

// What may be asked of a queue in the tests: a delay of one of the lanes, or one that varies.
struct Scheduling {
    int lane;  // negative for a delay that varies
    Event event;
};

// Keyed like any draw: mostly constant delays in their lanes, some of them a little early or late, some that
// vary.
Scheduling any_scheduling(std::uint32_t i, Minutes now) {
    const Draw draw = RandomStreams(21, 0).draw(i, 0, 0);
    const int lane = static_cast<int>(draw.word(0) % (lanes + 3)) - 3;
    const Minutes varying = whole_minutes(draw.exponential(1) * 300);
    const bool is_early = draw.happens(2, 0.02);
    const Minutes delay = lane < 0 ? varying : 444 * (lane % 6 + 1) - (is_early ? 100 : 0);
    return {lane, make_event(now + delay, draw.word(3) % 16, draw.word(3) >> 8)};
}

template <class Queue>
void schedule(Queue& queue, const Scheduling& scheduling) {
    if (scheduling.lane < 0)
        queue.push(scheduling.event);
    else
        queue.push_lane(scheduling.lane, scheduling.event);
}

// Runs a random life: fills up to `most` events and then takes about as many as it adds. Returns what came
// out.
template <class Queue>
std::vector<std::uint64_t> lived_through(Queue& queue, std::uint32_t steps, std::size_t most) {
    std::vector<std::uint64_t> popped;
    Minutes now = -1'000'000;
    for (std::uint32_t i = 0; i < steps; ++i) {
        const bool adds = RandomStreams(22, 0).draw(i, 0, 0).happens(0, queue.size() < most ? 0.6 : 0.45);
        if (adds || queue.empty()) {
            schedule(queue, any_scheduling(i, now));
        } else {
            now = queue.top().time();
            popped.push_back(queue.pop().key);
        }
    }
    while (!queue.empty()) popped.push_back(queue.pop().key);
    return popped;
}

TEST_CASE("events fall in order of time, then kind, then id, before the origin as after it") {
    const Minutes least = -(1 << 30);
    const Minutes times[] = {least, -444, -1, 0, 1, 444, 2'147'483'647};
    std::uint64_t before = 0;
    for (const Minutes time : times)
        for (const unsigned kind : {0u, 1u, 15u})
            for (const std::uint32_t id : {0u, 1u, most_event_ids - 1}) {
                const Event event = make_event(time, kind, id);
                REQUIRE(event.time() == time);
                REQUIRE(event.kind() == kind);
                REQUIRE(event.id() == id);
                REQUIRE(event.key > before);
                before = event.key;
            }
}

TEST_CASE("the queue with lanes and the plain queue give the same events in the same order") {
    for (const std::size_t most : {3u, 40u, 3000u}) {
        EventQueue queue(lanes);
        PlainQueue plain(lanes);
        const auto events = lived_through(queue, 200'000, most);
        REQUIRE(events == lived_through(plain, 200'000, most));
        REQUIRE(events.size() > 90'000);
    }
}

TEST_CASE("the queue gives its events in order for any number of lanes") {
    for (int count = 0; count <= 20; ++count) {
        EventQueue queue(count);
        std::vector<std::uint64_t> pushed;
        for (std::uint32_t i = 0; i < 2000; ++i) {
            const Draw draw = RandomStreams(23, 0).draw(i, 0, 0);
            const Event event =
                make_event(static_cast<Minutes>(draw.word(0) % 500) - 250, draw.word(1) % 16, i);
            const int lane = static_cast<int>(draw.word(2)) % (count + 1);
            if (lane < 0 || lane == count)
                queue.push(event);
            else
                queue.push_lane(lane, event);
            pushed.push_back(event.key);
        }
        std::sort(pushed.begin(), pushed.end());
        REQUIRE(queue.size() == pushed.size());
        for (const std::uint64_t key : pushed) REQUIRE(queue.pop().key == key);
        REQUIRE(queue.empty());
    }
}

TEST_CASE("an event that is earlier than its lane's last still comes in its turn") {
    EventQueue queue(1);
    queue.push_lane(0, make_event(100, 0, 1));
    queue.push_lane(0, make_event(50, 0, 2));
    queue.push_lane(0, make_event(100, 0, 0));
    queue.push_lane(0, make_event(120, 0, 3));
    CHECK(queue.size() == 4);
    CHECK(queue.pop().id() == 2);
    CHECK(queue.pop().id() == 0);
    CHECK(queue.pop().id() == 1);
    CHECK(queue.pop().id() == 3);
}

TEST_CASE("events that are alike in everything are all given") {
    EventQueue queue(2);
    for (int i = 0; i < 3; ++i) {
        queue.push(make_event(7, 1, 1));
        queue.push_lane(0, make_event(7, 1, 1));
        queue.push_lane(1, make_event(7, 1, 1));
    }
    for (int i = 0; i < 9; ++i) REQUIRE(queue.pop() == make_event(7, 1, 1));
    CHECK(queue.empty());
}

TEST_CASE("a copy of a queue has the same future, and the two go separate ways") {
    EventQueue original(lanes);
    for (std::uint32_t i = 0; i < 5000; ++i) schedule(original, any_scheduling(i, 0));
    for (int i = 0; i < 1000; ++i) original.pop();
    EventQueue copy(lanes);
    for (std::uint32_t i = 0; i < 100; ++i) schedule(copy, any_scheduling(i, -5000));
    copy = original;
    EventQueue second(original);
    copy.pop();
    CHECK(copy.size() == original.size() - 1);
    CHECK(second.pop() == original.pop());
    CHECK(lived_through(copy, 20'000, 6000) == lived_through(second, 20'000, 6000));
}

TEST_CASE("a cleared queue is as good as a new one") {
    EventQueue used(lanes);
    for (std::uint32_t i = 0; i < 5000; ++i) schedule(used, any_scheduling(i, 0));
    for (int i = 0; i < 2500; ++i) used.pop();
    used.clear();
    CHECK(used.empty());
    CHECK(used.size() == 0);
    EventQueue fresh(lanes);
    CHECK(lived_through(used, 20'000, 300) == lived_through(fresh, 20'000, 300));
}

}  // namespace
}  // namespace headroom
