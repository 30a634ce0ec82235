// Several ways of running an authority, and one number for everything that each of their futures measured.
#pragma once

#include <cinttypes>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "sim/futures/digest.hpp"
#include "tests/authority/futures.hpp"

namespace headroom {

inline std::vector<std::pair<std::string, Way>> ways_with_names() {
    const Settings small = small_authority();
    const auto allocated_at_once = [](Policy& policy) {
        policy.allocation.every_working_days = 0;
        policy.caseload_limit.rule = HardLimit{14};
    };
    const auto patch_teams = [](Policy& policy) { policy.practice.patch_teams = 1; };
    return {{"as now", Way{small}},
            {"hard limit of 12", limited_to(small, 12)},
            {"patch teams", decided(small, patch_teams)},
            {"allocation at once", decided(small, allocated_at_once)},
            {"an inspection", struck(small, {ShockKind::inspection, 3, 0, 0})},
            {"the typical authority", Way{Settings{}}}};
}

// A line for every way and future: its name, number, events and digest.
inline std::vector<std::string> lines_of_digests() {
    std::vector<std::string> lines;
    for (const auto& [name, way] : ways_with_names()) {
        Authority authority(way.settings, Policy{}, {2025, 4, 1}, 6, 24);
        for (std::uint32_t future = 0; future < 3; ++future) {
            authority.settle(17, future);
            Digest digest;
            for (const double value : authority.run({&way.settings, way.policies, way.shocks}).values()) {
                digest.add(value);
            }
            char numbers[80];
            std::snprintf(numbers, sizeof numbers, ", future %" PRIu32 ": %" PRIu64 " events, %016" PRIx64,
                          future, authority.events_simulated(), digest.value());
            lines.push_back(name + numbers);
        }
    }
    return lines;
}

}  // namespace headroom
