#pragma once

#include <cstdint>
#include <optional>

#include "sim/authority/authority.hpp"
#include "sim/measures/measure.hpp"
#include "sim/scenario/dial.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// One thread's authority, lived under an alternative with one dial turned this way and that. Scenario,
// alternative and dial must outlive it.
class AuthorityTrials {
public:
    AuthorityTrials(const Scenario& scenario, const Alternative& alternative, const Dial& dial,
                    Measure measure)
        : scenario_(&scenario), alternative_(&alternative), dial_(&dial), measure_(measure) {}

    // The measure over the whole run of that future at that value of the dial; NaN where the model failed.
    double measure(std::uint32_t future, double value);

private:
    void settle(std::uint32_t future);

    const Scenario* scenario_;
    const Alternative* alternative_;
    const Dial* dial_;
    Measure measure_;
    std::optional<Authority> authority_;
    std::optional<std::uint32_t> settled_;
};

}  // namespace headroom
