// A model of a few lines in the place of the whole one, for studies of many worlds.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <limits>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "sim/futures/replication.hpp"

namespace headroom {

// How often each future was lived, by all threads.
class Witness {
public:
    void note(std::uint32_t world, std::uint32_t number) {
        const std::lock_guard lock(mutex_);
        ++times_[{world, number}];
    }
    std::size_t different() const { return times_.size(); }
    int times(std::uint32_t world, std::uint32_t number) const {
        const auto found = times_.find({world, number});
        return found == times_.end() ? 0 : found->second;
    }
    int most_times() const {
        int most = 0;
        for (const auto& [future, times] : times_) most = std::max(most, times);
        return most;
    }

private:
    std::mutex mutex_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> times_;
};

// Lives two policies whose every value is drawn from the world, the number and the place of the value.
struct TinyWorlds {
    Witness* witness = nullptr;
    std::function<void(std::uint32_t world, std::uint32_t number)> before = {};

    std::optional<Replication> live(std::uint32_t world, std::uint32_t number,
                                    const std::function<bool()>& is_over) const {
        if (before) before(world, number);
        Replication future;
        future.world = world;
        future.number = number;
        for (std::uint32_t policy = 0; policy < 2; ++policy) {
            if (is_over()) return std::nullopt;
            Series series(2, 0);
            std::uint64_t state = (std::uint64_t{world} << 32) + number * 1000u + policy;
            for (double& value : series.values()) {
                state = state * 6364136223846793005u + 1442695040888963407u;
                value = static_cast<double>(state >> 11) * 0x1p-53;
            }
            future.series.push_back(std::move(series));
            future.faults.emplace_back();
        }
        if (witness) witness->note(world, number);
        return future;
    }
};

// Everything in a future, as text that can be compared to the last bit.
inline std::string bits_of(const Replication& future) {
    std::string bits = std::to_string(future.world) + "-" + std::to_string(future.number) + ":";
    for (const Series& series : future.series)
        bits.append(reinterpret_cast<const char*>(series.values().data()), series.values().size_bytes());
    for (const std::string& fault : future.faults) bits += fault + ";";
    return bits;
}

inline std::string bits_of(const std::vector<Replication>& futures) {
    std::string bits;
    for (const Replication& future : futures) bits += bits_of(future);
    return bits;
}

}  // namespace headroom
