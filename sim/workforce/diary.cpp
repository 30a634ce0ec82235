#include "sim/workforce/diary.hpp"

#include <algorithm>
#include <functional>

namespace headroom {

// Onto a heap, or at the end of the room: the row is moved back to where its room begins, of which it has
// twice what it needs, so that it moves only once in so many pushes. One that is too long is a heap from now
// on: what is in order is one.
void Diary::push_with_care(std::uint64_t key) {
    if (2 * size() + 2 > keys_.size()) keys_.resize(2 * keys_.size() + 8);
    if (first_ > 1) std::copy(keys_.begin() + first_, keys_.begin() + end_, keys_.begin() + 1);
    end_ = static_cast<std::uint32_t>(size() + 1);
    first_ = 1;
    keys_[0] = before_all;
    if (!heaped_ && size() < longest_row) return push(key);
    heaped_ = true;
    keys_[end_++] = key;
    std::push_heap(keys_.begin() + 1, keys_.begin() + end_, std::greater<>());
}

// A heap of half a row is a row again.
void Diary::pop_from_heap() {
    std::pop_heap(keys_.begin() + 1, keys_.begin() + end_, std::greater<>());
    --end_;
    if (size() > longest_row / 2) return;
    std::sort(keys_.begin() + 1, keys_.begin() + end_);
    heaped_ = false;
}

}  // namespace headroom
