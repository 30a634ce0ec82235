#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "sim/engine/event.hpp"
#include "sim/engine/key_tournament.hpp"
#include "sim/engine/ring.hpp"

namespace headroom {

// What is going to happen in one authority, earliest first: a tournament for delays that vary, and beside it
// a first-in-first-out lane for each constant delay (statutory clocks are constant in working days). Any
// order of pushing gives the same order of popping, that of Event::key. A copy into a queue that was once as
// full as the original allocates nothing. Which of four neighbouring keys is least, by arithmetic instead of
// branches that no processor can foresee.
inline std::size_t least_of_four(const std::uint64_t* keys) {
    const std::size_t left = keys[1] < keys[0];
    const std::size_t right = 2 + std::size_t{keys[3] < keys[2]};
    const std::size_t take_right = std::size_t{0} - std::size_t{keys[right] < keys[left]};
    return left ^ ((left ^ right) & take_right);
}

class EventQueue {
public:
    explicit EventQueue(int lanes = 0)
        : lanes_(static_cast<std::size_t>(lanes)),
          fronts_((lanes_.size() + 1 + 3) / 4 * 4, no_key),
          group_least_(fronts_.size() / 4, 0) {
        for (std::size_t group = 0; group < group_least_.size(); ++group) group_least_[group] = 4 * group;
    }

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }

    // The queue must not be empty.
    Event top() const { return {fronts_[least_]}; }

    void push(Event event) {
        ++count_;
        varying_.push(event.key);
        if (event.key < fronts_[varying_slot]) lower_front(varying_slot, event.key);
    }

    // A lane takes events in the order they fall due; one that is earlier than the lane's last goes to the
    // heap.
    void push_lane(int lane, Event event) {
        Lane& chosen = lanes_[static_cast<std::size_t>(lane)];
        if (chosen.empty()) {
            lower_front(static_cast<std::size_t>(lane) + 1, event.key);
        } else if (event.key < chosen.back()) {
            push(event);
            return;
        }
        ++count_;
        chosen.push(event.key);
    }

    // The queue must not be empty.
    Event pop() {
        const Event event = top();
        --count_;
        if (least_ == varying_slot) {
            varying_.pop();
            fronts_[varying_slot] = varying_.top();
        } else {
            Lane& lane = lanes_[least_ - 1];
            lane.pop();
            fronts_[least_] = lane.empty() ? no_key : lane.front();
        }
        find_least(least_ / 4);
        return event;
    }

    void clear() {
        varying_.clear();
        for (Lane& lane : lanes_) lane.clear();
        fronts_.assign(fronts_.size(), no_key);
        count_ = 0;
        least_ = varying_slot;
    }

    std::size_t bytes() const {
        std::size_t total = sizeof *this + varying_.bytes();
        for (const Lane& lane : lanes_) total += sizeof lane + lane.bytes();
        return total + (fronts_.capacity() + group_least_.capacity()) * sizeof(std::uint64_t);
    }

private:
    using Lane = Ring<std::uint64_t>;
    static constexpr std::size_t varying_slot = 0;

    // A slot's earliest key has become earlier.
    void lower_front(std::size_t slot, std::uint64_t key) {
        fronts_[slot] = key;
        if (key < fronts_[group_least_[slot / 4]]) group_least_[slot / 4] = slot;
        if (key < fronts_[least_]) least_ = slot;
    }

    // A tournament of two rounds: slots meet in groups of four, and the winners of the groups meet each
    // other.
    void find_least(std::size_t changed_group) {
        group_least_[changed_group] = 4 * changed_group + least_of_four(&fronts_[4 * changed_group]);
        std::size_t least = group_least_[0];
        for (std::size_t group = 1; group < group_least_.size(); ++group) {
            const std::size_t challenger = group_least_[group];
            const std::size_t wins = std::size_t{0} - std::size_t{fronts_[challenger] < fronts_[least]};
            least ^= (least ^ challenger) & wins;
        }
        least_ = least;
    }

    KeyTournament varying_;
    std::vector<Lane> lanes_;
    std::vector<std::uint64_t>
        fronts_;  // earliest key of the varying delays (slot 0) and of each lane, `no_key` if empty
    std::vector<std::size_t> group_least_;  // the slot with the earliest key among slots 4g .. 4g+3
    std::size_t least_ = varying_slot;      // the slot with the earliest key of all
    std::size_t count_ = 0;
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

    void clear() { events_ = {}; }
    std::size_t bytes() const { return sizeof *this + events_.size() * sizeof(Event); }

private:
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
};

}  // namespace headroom
