#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "sim/engine/ensure.hpp"
#include "sim/engine/event.hpp"

namespace headroom {

// A queue for events that are mostly days apart: one drawer for each of the next 128 working days, and the
// day under way laid out by minute (a calendar queue, Brown 1988, with the working day as its bucket).
// Pushing and popping cost about 40 instructions an event together, however many events wait, against 390 for
// a heap of a few thousand. The order is the written tie rule of Event, the same as any other queue's.
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
        if (minute_under_way_.empty()) open_next_minute();
        return {minute_under_way_.back()};
    }

    // The queue must not be empty.
    Event pop() {
        if (minute_under_way_.empty()) open_next_minute();
        const std::uint64_t key = minute_under_way_.back();
        minute_under_way_.pop_back();
        --count_;
        return {key};
    }

    void clear() {
        for (std::vector<std::uint64_t>& drawer : drawers_) drawer.clear();
        heads_.fill(none);
        occupied_.fill(0);
        nodes_.clear();
        minute_under_way_.clear();
        free_ = none;
        count_ = laid_out_ = minute_ = 0;
        day_start_ = day_end_ = std::numeric_limits<Minutes>::min();
        next_day_ = std::numeric_limits<int>::max();
    }

    std::size_t bytes() const { return count_ * sizeof(std::uint64_t); }

private:
    static constexpr std::size_t days = 128;
    static constexpr std::size_t mask = days - 1;
    static constexpr std::uint16_t none = 0xFFFF;

    // One event of the day under way, in the list of its minute.
    struct Node {
        std::uint64_t key;
        std::uint16_t next;
    };

    // Takes the next minute that has events, the last of them first in the row: deadlines and weekly turns
    // tie by the hundred, so that a search for the least at every pop would be slow.
    void open_next_minute() {
        if (laid_out_ == 0) open_next_day();
        std::size_t word = 0;
        while (occupied_[word] == 0) ++word;
        minute_ = word * 64 + static_cast<std::size_t>(std::countr_zero(occupied_[word]));
        occupied_[word] &= occupied_[word] - 1;
        for (std::uint16_t node = heads_[minute_]; node != none;) {
            minute_under_way_.push_back(nodes_[node].key);
            const std::uint16_t next = nodes_[node].next;
            nodes_[node].next = free_;
            free_ = node;
            node = next;
        }
        heads_[minute_] = none;
        laid_out_ -= minute_under_way_.size();
        if (minute_under_way_.size() > 1) {
            std::sort(minute_under_way_.begin(), minute_under_way_.end(), std::greater<>());
        }
    }

    // Moments before the minute under way (there are none in a simulation that never looks back) join it,
    // where the smallest key is still first.
    void lay_out(std::uint64_t key, Minutes time) {
        const std::size_t minute = time < day_start_ ? 0 : static_cast<std::size_t>(time - day_start_);
        if (minute <= minute_ && !minute_under_way_.empty()) {
            const auto place =
                std::lower_bound(minute_under_way_.begin(), minute_under_way_.end(), key, std::greater<>());
            minute_under_way_.insert(place, key);
            return;
        }
        std::uint16_t node = free_;
        if (node == none) {
            ensure(nodes_.size() < none, "more events fall on one day than the queue has places for");
            node = static_cast<std::uint16_t>(nodes_.size());
            nodes_.push_back({key, heads_[minute]});
        } else {
            free_ = nodes_[node].next;
            nodes_[node] = {key, heads_[minute]};
        }
        heads_[minute] = node;
        occupied_[minute / 64] |= std::uint64_t{1} << minute % 64;
        ++laid_out_;
    }

    // Goes on to the next day that has events. A drawer holds the same day of every round of 128; what
    // belongs to a later round stays in it.
    void open_next_day() {
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
    std::array<std::uint16_t, minutes_per_working_day> heads_ = filled_heads();
    std::array<std::uint64_t, (minutes_per_working_day + 63) / 64> occupied_{};
    std::vector<Node> nodes_;
    std::vector<std::uint64_t> minute_under_way_;  // latest first
    std::size_t minute_ = 0;
    std::uint16_t free_ = none;
    std::size_t count_ = 0;
    std::size_t laid_out_ = 0;
    Minutes day_start_ = std::numeric_limits<Minutes>::min();
    Minutes day_end_ = std::numeric_limits<Minutes>::min();
    int next_day_ = std::numeric_limits<int>::max();

    static std::array<std::uint16_t, minutes_per_working_day> filled_heads() {
        std::array<std::uint16_t, minutes_per_working_day> heads;
        heads.fill(none);
        return heads;
    }
};

}  // namespace headroom
