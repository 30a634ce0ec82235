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
// stays until it comes up, and is then passed over. Kept as a row with the first at its end: a diary holds a
// dozen entries, so that moving half of them on is cheaper than a binary heap (by 20 instructions an event,
// and by a branch at every pop that nobody can guess). A duty desk with a long waiting list holds thousands,
// and is a heap.
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

    bool empty() const { return keys_.empty(); }
    std::size_t size() const { return keys_.size(); }
    std::uint64_t top() const { return heaped_ ? keys_.front() : keys_.back(); }
    void push(std::uint64_t key) {
        if (heaped_ || keys_.size() >= longest_row) return push_to_heap(key);
        keys_.push_back(key);
        std::size_t place = keys_.size() - 1;
        for (; place > 0 && keys_[place - 1] < key; --place) keys_[place] = keys_[place - 1];
        keys_[place] = key;
    }
    void pop() {
        if (heaped_) return pop_from_heap();
        keys_.pop_back();
    }
    void clear() {
        keys_.clear();
        heaped_ = false;
    }
    std::size_t bytes() const { return keys_.size() * sizeof(std::uint64_t); }

private:
    static constexpr std::size_t longest_row = 64;

    void push_to_heap(std::uint64_t key);
    void pop_from_heap();

    std::vector<std::uint64_t> keys_;  // the latest first; or a heap
    bool heaped_ = false;
};

}  // namespace headroom
