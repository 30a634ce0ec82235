// Counts lived futures from two of the study's threads: "unguarded" is a race that the thread sanitizer must
// report, "guarded" is the same work without one, which it must not.
#include <atomic>
#include <chrono>
#include <iostream>
#include <string_view>

#include "sim/study/parallel.hpp"

namespace {

// Until both threads are here, or one has plainly come too late to race with the other.
void wait_for_both(std::atomic<int>& arrived) {
    const auto latest = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    arrived.fetch_add(1, std::memory_order_relaxed);
    while (arrived.load(std::memory_order_relaxed) < 2 && std::chrono::steady_clock::now() < latest) {
    }
}

}  // namespace

int main(int count, char** words) {
    const std::string_view how = count == 2 ? words[1] : "";
    if (how != "guarded" && how != "unguarded") {
        std::cerr << "planted_race guarded|unguarded\n";
        return 2;
    }
    std::atomic<int> arrived = 0;
    std::atomic<int> guarded = 0;
    int unguarded = 0;
    headroom::on_every_thread(2, [&] {
        wait_for_both(arrived);
        if (how == "guarded") {
            ++guarded;
        } else {
            ++unguarded;
        }
    });
    std::cout << guarded + unguarded << " futures\n";
}
