#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <vector>

#include "sim/engine/event.hpp"
#include "sim/engine/key_tournament.hpp"
#include "sim/engine/lane_fronts.hpp"
#include "sim/engine/ring.hpp"

namespace headroom {

// What is going to happen in one authority, earliest first: a tournament for delays that vary, and beside it
// a first-in-first-out lane for each constant delay (statutory clocks are constant in working days). Any
// order of pushing gives the same order of popping, that of Event::key. A copy into a queue that was once as
// full as the original allocates nothing.
class EventQueue {
public:
    explicit EventQueue(int lanes = 0)
        : lanes_(static_cast<std::size_t>(lanes)), fronts_(static_cast<std::size_t>(lanes) + 1) {}

    bool empty() const { return fronts_.first_key() == no_key; }

    std::size_t size() const {
        std::size_t events = varying_.size();
        for (const Lane& lane : lanes_) events += lane.size();
        return events;
    }

    // The queue must not be empty.
    Event top() const { return {fronts_.first_key()}; }

    void push(Event event) {
        varying_.push(event.key);
        fronts_.lower(varying, event.key);
    }

    // A lane takes events in the order they fall due; one that is earlier than the lane's last joins those
    // whose delays vary.
    void push_lane(int lane, Event event) {
        Lane& chosen = lanes_[static_cast<std::size_t>(lane)];
        if (chosen.empty()) {
            fronts_.lower(static_cast<std::size_t>(lane) + 1, event.key);
        } else if (event.key < chosen.back()) {
            push(event);
            return;
        }
        chosen.push(event.key);
    }

    // The queue must not be empty.
    Event pop() {
        const Event event = top();
        const std::size_t first = fronts_.first_lane();
        if (first == varying) {
            fronts_.replace_first(varying_.pop());
        } else {
            Lane& lane = lanes_[first - 1];
            lane.pop();
            fronts_.replace_first(lane.empty() ? no_key : lane.front());
        }
        return event;
    }

    void clear() {
        varying_.clear();
        for (Lane& lane : lanes_) lane.clear();
        fronts_.clear();
    }

    std::size_t bytes() const {
        std::size_t total = sizeof *this + varying_.bytes() + fronts_.bytes();
        for (const Lane& lane : lanes_) total += sizeof lane + lane.bytes();
        return total;
    }

private:
    using Lane = Ring<std::uint64_t>;
    static constexpr std::size_t varying = 0;  // among the fronts; lane l is front l + 1

    KeyTournament varying_;
    std::vector<Lane> lanes_;
    LaneFronts fronts_;
};

// The same promise kept in the plainest way, to prove that the order of events does not depend on the queue.
class PlainQueue {
public:
    explicit PlainQueue(int = 0) {}

    bool empty() const { return events_.empty(); }
    std::size_t size() const { return events_.size(); }
    Event top() const { return events_.top(); }
    void push(Event event) { events_.push(event); }
    void push_lane(int, Event event) { events_.push(event); }

    Event pop() {
        const Event event = events_.top();
        events_.pop();
        return event;
    }

    // As of CalendarQueue.
    static constexpr Event none{std::numeric_limits<std::uint64_t>::max()};
    Event pop_before(Event limit) {
        if (empty()) return none;
        return top() < limit ? pop() : top();
    }

    void clear() { events_ = {}; }
    std::size_t bytes() const { return sizeof *this + events_.size() * sizeof(Event); }

private:
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
};

}  // namespace headroom
