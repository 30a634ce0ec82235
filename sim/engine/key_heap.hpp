#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace headroom {

// The key of nothing: later than every event.
constexpr std::uint64_t no_key = ~std::uint64_t{0};

// Which of four neighbouring keys is least, by arithmetic instead of branches that no processor can foresee.
inline std::size_t least_of_four(const std::uint64_t* keys) {
    const std::size_t left = keys[1] < keys[0];
    const std::size_t right = 2 + std::size_t{keys[3] < keys[2]};
    const std::size_t take_right = std::size_t{0} - std::size_t{keys[right] < keys[left]};
    return left ^ ((left ^ right) & take_right);
}

// A heap of event keys with four children to a parent: half the levels of a binary heap, and the four
// children share a cache line. Places past the last key hold `no_key`, so that a family of children is always
// complete.
class KeyHeap {
public:
    KeyHeap() : keys_(before_root + 1 + padding, no_key) {}

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    // `no_key` when empty.
    std::uint64_t top() const { return keys_[before_root]; }

    void push(std::uint64_t key) {
        if (before_root + count_ + 1 + padding > keys_.size()) keys_.push_back(no_key);
        sift_up(count_++, key);
    }

    // The last key replaces the top. It nearly always belongs near the bottom, so the hole sinks all the way
    // first, comparing only children, and the key then rises the little it must (Floyd).
    void pop() {
        const std::uint64_t last = at(--count_);
        at(count_) = no_key;
        if (count_ == 0) return;
        std::size_t hole = 0;
        for (std::size_t child = 1; child < count_; child = 4 * hole + 1) {
            child += least_of_four(&at(child));
            at(hole) = at(child);
            hole = child;
        }
        sift_up(hole, last);
    }

    void clear() {
        keys_.assign(before_root + 1 + padding, no_key);
        count_ = 0;
    }

    std::size_t bytes() const { return keys_.capacity() * sizeof(std::uint64_t); }

private:
    // The children of place i are places 4i+1 .. 4i+4; three unused places in front align each such four.
    static constexpr std::size_t before_root = 3;
    static constexpr std::size_t padding = 4;

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
