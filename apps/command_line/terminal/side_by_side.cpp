#include "apps/command_line/terminal/side_by_side.hpp"

#include <algorithm>
#include <atomic>

#include "apps/command_line/terminal/interruption.hpp"
#include "sim/study/parallel.hpp"

namespace headroom {

void side_by_side(int threads, int count, const std::function<void(int)>& work) {
    std::atomic<int> next = 0;
    on_every_thread(std::min(threads, count), [&] {
        for (int number = next++; number < count && !interruption(); number = next++) work(number);
    });
    if (interruption()) throw GivenUpOnTheWay{};
}

}  // namespace headroom
