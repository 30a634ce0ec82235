#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/engine/event.hpp"

namespace headroom {

// A heap with four children to a parent, which the engine's tournament is measured against. Places past the
// last key hold the latest key there is, so that a family of children is always complete and the least of
// them is found by arithmetic.
class FourAryHeap {
public:
    explicit FourAryHeap(int) : keys_(before_root + 1 + padding, latest) {}

    void push(Event event) {
        if (before_root + count_ + 1 + padding > keys_.size()) keys_.push_back(latest);
        sift_up(count_++, event.key);
    }

    // The last key replaces the top. It nearly always belongs near the bottom, so the hole sinks all the way
    // first, comparing only children, and the key then rises the little it must (R. W. Floyd).
    Event pop() {
        const Event top{at(0)};
        const std::uint64_t last = at(--count_);
        at(count_) = latest;
        if (count_ == 0) return top;
        std::size_t hole = 0;
        for (std::size_t child = 1; child < count_; child = 4 * hole + 1) {
            child += least_of_four(&at(child));
            at(hole) = at(child);
            hole = child;
        }
        sift_up(hole, last);
        return top;
    }

private:
    static constexpr std::uint64_t latest = ~std::uint64_t{0};
    // The children of place i are places 4i+1 .. 4i+4; three unused places in front align each such four.
    static constexpr std::size_t before_root = 3;
    static constexpr std::size_t padding = 4;

    static std::size_t least_of_four(const std::uint64_t* keys) {
        const std::size_t left = keys[1] < keys[0];
        const std::size_t right = 2 + std::size_t{keys[3] < keys[2]};
        const std::size_t take_right = std::size_t{0} - std::size_t{keys[right] < keys[left]};
        return left ^ ((left ^ right) & take_right);
    }

    std::uint64_t& at(std::size_t place) { return keys_[before_root + place]; }

    void sift_up(std::size_t place, std::uint64_t key) {
        while (place > 0) {
            const std::size_t parent = (place - 1) / 4;
            if (at(parent) <= key) break;
            at(place) = at(parent);
            place = parent;
        }
        at(place) = key;
    }

    std::vector<std::uint64_t> keys_;
    std::size_t count_ = 0;
};

}  // namespace headroom
