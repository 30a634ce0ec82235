// Replications side by side on a number of threads; oneTBB says how many this machine grants.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/study/collection.hpp"

namespace headroom {

// The threads that the machine grants this process.
int all_threads();

// The system would not start as many threads as were wanted; a sentence that says how to ask for fewer.
struct TooFewThreads : std::runtime_error {
    TooFewThreads(int wanted, int started, const std::string& reason);
};

// Calls the work once for each of the threads at the same time. The first exception is thrown again here,
// when all have ended. Throws TooFewThreads, with no work begun, where they cannot all be started.
void on_every_thread(int threads, const std::function<void()>& work);

// Lives the replications of these numbers and hands each to the collection as it ends. `make_futures()` is
// called once on every thread; what it returns has `live(number, stop)`. Threads take the next number when
// they are free, so a slow replication holds nobody up.
template <class MakeFutures>
void live_all(std::span<const std::uint32_t> numbers, int threads, MakeFutures& make_futures,
              Collection& collection) {
    std::atomic<std::size_t> next = 0;
    on_every_thread(threads, [&] {
        try {
            auto futures = make_futures();
            for (std::size_t index = next++; index < numbers.size() && !collection.stop(); index = next++) {
                auto replication = futures.live(numbers[index], collection.stop());
                if (replication) collection.take(std::move(*replication));
            }
        } catch (...) {
            collection.stop() = true;
            throw;
        }
    });
}

}  // namespace headroom
