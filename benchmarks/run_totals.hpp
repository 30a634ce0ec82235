#pragma once

#include <cstddef>
#include <cstdint>

namespace headroom {

// What one run of a benchmark model leaves behind. Two runs with the same digest had the same waits in the
// same order.
struct RunTotals {
    std::uint64_t events = 0;
    std::uint64_t waits = 0;  // customers or families whose wait is over
    std::int64_t waited = 0;  // ticks, all of them together
    std::uint64_t digest = 0;

    void count_wait(std::int64_t ticks) {
        ++waits;
        waited += ticks;
        digest = digest * 0x9E3779B97F4A7C15u + static_cast<std::uint64_t>(ticks) + 1;
    }
    double mean_wait(double ticks_per_unit) const {
        return waits == 0 ? 0 : static_cast<double>(waited) / static_cast<double>(waits) / ticks_per_unit;
    }
};

}  // namespace headroom
