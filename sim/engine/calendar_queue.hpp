#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/engine/event.hpp"

namespace headroom {

// A queue for events that are mostly days apart: one drawer for each of the next 128 working days, and the
// day under way laid out by minute (a calendar queue, Brown 1988, with the working day as its bucket).
// Pushing and popping cost about 60 instructions an event together, however many events wait, against 390
// for a heap of a few thousand. The order is the written tie rule of Event, the same as any other queue's.
class CalendarQueue {
public:
    // Later than any event.
    static constexpr Event none{std::numeric_limits<std::uint64_t>::max()};

    CalendarQueue() { clear(); }

    bool empty() { return top() == none; }
    std::size_t size() const { return in_drawers_ + laid_out(); }

    void push(Event event) {
        if (free_ == last) [[unlikely]]
            make_room();
        const std::uint32_t node = free_;
        free_ = nodes_[node].next;
        nodes_[node].key = event.key;
        if (event.key < day_ends_) {
            lay_out(node, minute_);
        } else {
            put_into_drawer(node);
        }
    }

    // The first event, or none.
    Event top() {
        find_next_minute();
        return {nodes_[heads_[minute_]].key};
    }

    // The first event, taken out, if it comes before the limit; otherwise it stays, and the answer is none or
    // an event that does not come before the limit.
    Event pop_before(Event limit) {
        find_next_minute();
        const std::uint32_t first = heads_[minute_];
        Node& node = nodes_[first];
        if (node.key >= limit.key) return {node.key};
        heads_[minute_] = node.next;
        // Cleared when this was the minute's last, without a branch: which it is cannot be guessed.
        occupied_[word_] ^= std::uint64_t{node.next == last} << minute_ % 64;
        node.next = free_;
        free_ = first;
        return {node.key};
    }

    // The queue must not be empty.
    Event pop() { return pop_before(none); }

    void clear() {
        drawers_.fill(last);
        heads_.fill(last);
        occupied_.fill(0);
        nodes_.assign(1, {none.key, last});
        free_ = last;
        in_drawers_ = minute_ = 0;
        word_ = words;
        day_begins_ = day_ends_ = 0;
        next_day_ = std::numeric_limits<std::uint64_t>::max();
    }

    std::size_t bytes() const { return size() * sizeof(Node); }

private:
    static constexpr std::size_t days = 128;
    static constexpr std::size_t mask = days - 1;
    static constexpr std::size_t words = (minutes_per_working_day + 63) / 64;
    static constexpr int time_shift = Event::id_bits + Event::kind_bits;
    static constexpr std::uint64_t day_length = std::uint64_t{minutes_per_working_day} << time_shift;

    // One event, in the list of its drawer or its minute, or an unused place. A minute's list is in order: a
    // few events at most but for deadlines and weekly turns, which can tie by the hundred.
    struct Node {
        std::uint64_t key;
        std::uint32_t next;
    };
    // The node at the end of every list, later than any event.
    static constexpr std::uint32_t last = 0;

    // After the day's minutes there is one more, which never holds an event.
    void find_next_minute() {
        std::uint64_t bits = occupied_[word_];
        if (bits == 0) [[unlikely]]
            bits = next_occupied();
        minute_ = word_ * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    }

    [[gnu::noinline]] std::uint64_t next_occupied() {
        while (word_ < words && occupied_[word_] == 0) ++word_;
        if (word_ == words && in_drawers_ > 0) open_next_day();
        return word_ < words ? occupied_[word_] : 1;
    }

    // Moments before the minute under way (there are none in a simulation that never looks back) join it,
    // where the smallest key is still first.
    void lay_out(std::uint32_t node, std::size_t earliest) {
        Node* const nodes = nodes_.data();
        const std::uint64_t key = nodes[node].key;
        const std::int64_t ahead = static_cast<std::int64_t>(key - day_begins_) >> time_shift;
        const std::size_t minute =
            static_cast<std::size_t>(std::max(ahead, static_cast<std::int64_t>(earliest)));
        std::uint32_t* place = &heads_[minute];
        while (nodes[*place].key < key) place = &nodes[*place].next;
        nodes[node].next = *place;
        *place = node;
        occupied_[minute / 64] |= std::uint64_t{1} << minute % 64;
    }

    // Days counted from the first that a key can name.
    static std::uint64_t day_of(std::uint64_t key) { return (key >> time_shift) / minutes_per_working_day; }

    void put_into_drawer(std::uint32_t node) {
        const std::uint64_t day = day_of(nodes_[node].key);
        std::uint32_t& drawer = drawers_[day & mask];
        nodes_[node].next = drawer;
        drawer = node;
        next_day_ = std::min(next_day_, day);
        ++in_drawers_;
    }

    // Goes on to the next day that has events. A drawer holds the same day of every round of 128; what
    // belongs to a later round stays in it.
    void open_next_day() {
        minute_ = word_ = 0;
        const std::size_t waiting = in_drawers_;
        for (; in_drawers_ == waiting; ++next_day_) open_drawer(next_day_);
        while (occupied_[word_] == 0) ++word_;
    }

    void open_drawer(std::uint64_t day) {
        day_begins_ = day * day_length;
        day_ends_ = day_begins_ + day_length;
        std::uint32_t* place = &drawers_[day & mask];
        while (*place != last) {
            const std::uint32_t node = *place;
            if (nodes_[node].key < day_ends_) {
                *place = nodes_[node].next;
                lay_out(node, 0);
                --in_drawers_;
            } else {
                place = &nodes_[node].next;
            }
        }
    }

    [[gnu::cold, gnu::noinline]] void make_room() {
        free_ = static_cast<std::uint32_t>(nodes_.size());
        nodes_.resize(2 * nodes_.size() + 1);
        for (std::uint32_t node = free_; node < nodes_.size(); ++node) nodes_[node].next = node + 1;
        nodes_.back().next = last;
    }

    std::size_t laid_out() const {
        std::size_t count = 0;
        for (std::uint32_t node : heads_)
            for (; node != last; node = nodes_[node].next) ++count;
        return count;
    }

    std::vector<Node> nodes_;
    std::array<std::uint32_t, words * 64 + 1> heads_;
    std::array<std::uint64_t, words + 1> occupied_;
    std::array<std::uint32_t, days> drawers_;
    std::size_t in_drawers_;
    std::size_t minute_;        // the one under way
    std::size_t word_;          // its place in what is occupied
    std::uint64_t day_begins_;  // keys: of the day under way, and of the next
    std::uint64_t day_ends_;
    std::uint64_t next_day_;
    std::uint32_t free_;
};

}  // namespace headroom
