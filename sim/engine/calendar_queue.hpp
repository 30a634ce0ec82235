#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/engine/ensure.hpp"
#include "sim/engine/event.hpp"

namespace headroom {

// A queue for events that are mostly days apart: one drawer for each of the next 128 working days, and the
// day under way laid out by minute (a calendar queue, Brown 1988, with the working day as its bucket).
// Pushing and popping cost about 100 instructions an event together, however many events wait, against 390
// for a heap of a few thousand. The order is the written tie rule of Event, the same as any other queue's.
class CalendarQueue {
public:
    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }

    void push(Event event) {
        ++count_;
        const Minutes time = event.time();
        if (time < day_end_) {
            lay_out(event.key, time);
        } else {
            const int day = working_day_at(time);
            drawers_[static_cast<std::size_t>(day) & mask].push_back(event.key);
            if (day < next_day_) next_day_ = day;
        }
    }

    // The queue must not be empty.
    Event top() {
        find_next_minute();
        return {nodes_[heads_[minute_]].key};
    }

    // The queue must not be empty.
    Event pop() {
        find_next_minute();
        const std::uint16_t first = heads_[minute_];
        Node& node = nodes_[first];
        heads_[minute_] = node.next;
        // Cleared when this was the minute's last, without a branch: which it is cannot be guessed.
        occupied_[minute_ / 64] ^= std::uint64_t{node.next == last} << minute_ % 64;
        node.next = free_;
        free_ = first;
        --laid_out_;
        --count_;
        return {node.key};
    }

    void clear() {
        for (std::vector<std::uint64_t>& drawer : drawers_) drawer.clear();
        heads_.fill(last);
        occupied_.fill(0);
        nodes_.resize(1);
        free_ = last;
        count_ = laid_out_ = minute_ = 0;
        day_start_ = day_end_ = std::numeric_limits<Minutes>::min();
        next_day_ = std::numeric_limits<int>::max();
    }

    std::size_t bytes() const { return count_ * sizeof(std::uint64_t); }

private:
    static constexpr std::size_t days = 128;
    static constexpr std::size_t mask = days - 1;
    static constexpr std::size_t most_nodes = 0xFFFF;

    // One event of the day under way, in the list of its minute, which is in order: a few events at most but
    // for deadlines and weekly turns, which can tie by the hundred.
    struct Node {
        std::uint64_t key;
        std::uint16_t next;
    };
    // The node at the end of every list, later than any event.
    static constexpr std::uint16_t last = 0;

    void find_next_minute() {
        if (laid_out_ == 0) open_next_day();
        std::size_t word = minute_ / 64;
        while (occupied_[word] == 0) ++word;
        minute_ = word * 64 + static_cast<std::size_t>(std::countr_zero(occupied_[word]));
    }

    // Moments before the minute under way (there are none in a simulation that never looks back) join it,
    // where the smallest key is still first.
    void lay_out(std::uint64_t key, Minutes time) {
        const Minutes earliest = day_start_ + static_cast<Minutes>(minute_);
        const std::size_t minute = static_cast<std::size_t>(std::max(time, earliest) - day_start_);
        std::uint16_t node = free_;
        if (node == last) {
            ensure(nodes_.size() < most_nodes, "more events fall on one day than the queue has places for");
            node = static_cast<std::uint16_t>(nodes_.size());
            nodes_.push_back({key, last});
        } else {
            free_ = nodes_[node].next;
        }
        std::uint16_t* place = &heads_[minute];
        while (nodes_[*place].key < key) place = &nodes_[*place].next;
        nodes_[node] = {key, *place};
        *place = node;
        occupied_[minute / 64] |= std::uint64_t{1} << minute % 64;
        ++laid_out_;
    }

    // Goes on to the next day that has events. A drawer holds the same day of every round of 128; what
    // belongs to a later round stays in it.
    void open_next_day() {
        minute_ = 0;
        int day = next_day_;
        for (;; ++day) {
            std::vector<std::uint64_t>& drawer = drawers_[static_cast<std::size_t>(day) & mask];
            if (drawer.empty()) continue;
            day_start_ = day * minutes_per_working_day;
            day_end_ = day_start_ + minutes_per_working_day;
            std::size_t kept = 0;
            for (const std::uint64_t key : drawer) {
                const Minutes time = Event{key}.time();
                if (time < day_end_) {
                    lay_out(key, time);
                } else {
                    drawer[kept++] = key;
                }
            }
            drawer.resize(kept);
            if (laid_out_ > 0) break;
        }
        next_day_ = day + 1;
    }

    std::array<std::vector<std::uint64_t>, days> drawers_;
    std::array<std::uint16_t, minutes_per_working_day> heads_{};
    std::array<std::uint64_t, (minutes_per_working_day + 63) / 64> occupied_{};
    std::vector<Node> nodes_{{std::numeric_limits<std::uint64_t>::max(), last}};
    std::size_t minute_ = 0;  // the one under way
    std::uint16_t free_ = last;
    std::size_t count_ = 0;
    std::size_t laid_out_ = 0;
    Minutes day_start_ = std::numeric_limits<Minutes>::min();
    Minutes day_end_ = std::numeric_limits<Minutes>::min();
    int next_day_ = std::numeric_limits<int>::max();
};

}  // namespace headroom
