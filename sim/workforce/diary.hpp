// What is to be done, in the order in which it is taken up.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/working_time.hpp"
#include "sim/families/family.hpp"

namespace headroom {

constexpr std::uint32_t no_task = 0xFFFFFFFF;

// A task's name: the family's place in the table and the kind of work.
constexpr std::uint32_t task_of(std::uint32_t family, Work work) {
    return family << lane_bits | static_cast<std::uint32_t>(work);
}
constexpr std::uint32_t family_of(std::uint32_t task) {
    return task >> lane_bits;
}
constexpr Work work_of(std::uint32_t task) {
    return static_cast<Work>(task & ((1u << lane_bits) - 1));
}

// Released tasks in order of (due - urgency), ties by family. An entry whose task was done, re-dated or moved
// stays until it comes up, and is then passed over. Kept as a row in order: a diary holds a dozen entries,
// and what is new is mostly due late, so that moving the later ones on is cheaper than a binary heap (by 20
// instructions an event, and by a branch at every pop that nobody can guess). A duty desk with a long waiting
// list holds thousands, and is a heap.
class Diary {
public:
    static constexpr std::uint64_t key_of(Minutes ranked_due, std::uint32_t task) {
        const auto shifted =
            static_cast<std::uint64_t>(static_cast<std::int64_t>(ranked_due) + (std::int64_t{1} << 31));
        return shifted << 32 | task;
    }
    static constexpr Minutes ranked_due(std::uint64_t key) {
        return static_cast<Minutes>(static_cast<std::int64_t>(key >> 32) - (std::int64_t{1} << 31));
    }
    static constexpr std::uint32_t task(std::uint64_t key) { return static_cast<std::uint32_t>(key); }

    bool empty() const { return first_ == end_; }
    std::size_t size() const { return end_ - first_; }
    std::uint64_t top() const { return keys_[first_]; }
    void push(std::uint64_t key) {
        if (end_ == keys_.size() || heaped_) [[unlikely]]
            return push_with_care(key);
        std::uint64_t* place = &keys_[end_++];
        for (; place[-1] > key; --place) *place = place[-1];
        *place = key;
    }
    void pop() {
        if (heaped_) [[unlikely]]
            return pop_from_heap();
        keys_[first_++] = before_all;
    }
    void clear() {
        first_ = end_ = keys_.empty() ? 0 : 1;
        heaped_ = false;
    }
    std::size_t bytes() const { return size() * sizeof(std::uint64_t); }

private:
    static constexpr std::size_t longest_row = 64;
    static constexpr std::uint64_t before_all = 0;

    [[gnu::noinline]] void push_with_care(std::uint64_t key);
    [[gnu::noinline]] void pop_from_heap();

    // In order, or a heap, from the first to the end; behind it, room. In front of a row stands what comes
    // before everything, so that a new key finds its place without looking where the row begins.
    std::vector<std::uint64_t> keys_;
    std::uint32_t first_ = 0;
    std::uint32_t end_ = 0;
    bool heaped_ = false;
};

}  // namespace headroom
