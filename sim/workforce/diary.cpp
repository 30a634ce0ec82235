#include "sim/workforce/diary.hpp"

#include <algorithm>
#include <functional>

namespace headroom {

// Onto a heap, or at the end of the room: the row is moved back to where its room begins, of which it has
// twice what it needs, so that it moves only once in so many pushes. One that is too long is a heap from now
// on: what is in order is one.
void Diary::push_with_care(std::uint64_t key) {
    if (first_ > 0) std::copy(keys_.begin() + first_, keys_.begin() + end_, keys_.begin());
    end_ -= first_;
    first_ = 0;
    if (2 * end_ >= keys_.size()) keys_.resize(2 * end_ + 8);
    if (!heaped_ && end_ < longest_row) return push(key);
    heaped_ = true;
    keys_[end_++] = key;
    std::push_heap(keys_.begin(), keys_.begin() + end_, std::greater<>());
}

// A heap of half a row is a row again.
void Diary::pop_from_heap() {
    std::pop_heap(keys_.begin(), keys_.begin() + end_, std::greater<>());
    --end_;
    if (end_ > longest_row / 2) return;
    std::sort(keys_.begin(), keys_.begin() + end_);
    heaped_ = false;
}

}  // namespace headroom
