#include "sim/workforce/diary.hpp"

#include <algorithm>
#include <functional>

namespace headroom {

void Diary::push_to_heap(std::uint64_t key) {
    if (!heaped_) std::reverse(keys_.begin(), keys_.end());  // the first in front: a heap
    heaped_ = true;
    keys_.push_back(key);
    std::push_heap(keys_.begin(), keys_.end(), std::greater<>());
}

// A heap of half a row is a row again.
void Diary::pop_from_heap() {
    std::pop_heap(keys_.begin(), keys_.end(), std::greater<>());
    keys_.pop_back();
    if (keys_.size() > longest_row / 2) return;
    std::sort(keys_.begin(), keys_.end(), std::greater<>());
    heaped_ = false;
}

}  // namespace headroom
