// Futures of a scenario with the whole model: one settled authority, branched into every alternative.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "sim/authority/authority.hpp"
#include "sim/futures/replication.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// The settings that a future lives where these are asked for: in a fitted authority, with its member's.
Settings settings_lived(const Scenario& scenario, const Settings& asked, std::uint32_t future);

// One thread's authority, settled anew for every replication and branched for every alternative. The scenario
// must outlive it.
class AuthorityFutures {
public:
    explicit AuthorityFutures(const Scenario& scenario);

    // Another scenario, or the same one changed. What is settled stays where the new one begins alike; to the
    // last bit its futures are the same either way.
    void take_up(const Scenario& scenario);

    // Whether to stop is asked in the middle of a future too, so that a long one is given up at once.
    void stop_when(std::function<bool()> is_over);

    // A fault of the model is written down in the replication, never thrown. Nothing when asked to stop half
    // way.
    std::optional<Replication> live(std::uint32_t number, const std::atomic<bool>& stop);

    // One alternative of that future, settled first where it is not; all NaN, with the reason in `fault`,
    // where the model failed. Throws Stopped when it is asked to.
    Series branch(const Alternative& alternative, std::uint32_t number, std::string& fault);

private:
    void settle(std::uint32_t number);
    void forget();

    const Scenario* scenario_;
    std::uint64_t beginning_;  // what a settled authority rests on
    std::optional<Authority> authority_;
    std::optional<std::uint32_t> settled_;
    std::function<bool()> is_over_;
};

}  // namespace headroom
