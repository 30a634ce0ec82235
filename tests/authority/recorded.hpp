// Futures of a small authority that were written down.
#pragma once

#include <vector>

#include "sim/authority/recorder.hpp"
#include "sim/authority/world.hpp"
#include "tests/authority/futures.hpp"

namespace headroom {

constexpr int recorded_months = 14;

// A small authority under one way, settled, and its calendar.
struct Recorded {
    explicit Recorded(const Way& way, std::uint32_t future = 0)
        : authority(way.settings, Policy{}, {2025, 4, 1}, 6, recorded_months) {
        authority.settle(17, future);
        plain = authority.run({&way.settings, way.policies, way.shocks});
        run = record_run(authority, {&way.settings, way.policies, way.shocks}, future);
    }
    const Calendar& calendar() { return authority.world().calendar; }

    Authority authority;
    Series plain;
    RecordedRun run;
};

// Ways in which families wait, are handed over and turned away as often as may be.
inline std::vector<Way> eventful_ways() {
    const Settings small = small_authority();
    std::vector<Way> ways = {Way{small}, limited_to(small, 11)};
    ways.push_back(decided(small, [](Policy& policy) {
        policy.caseload_limit.rule = HardLimit{12};
        policy.caseload_limit.overflow = Overflow::raised_threshold;
        policy.practice.early_closure = 1;
        policy.allocation.every_working_days = 0;
    }));
    ways.push_back(decided(small, [](Policy& policy) {
        policy.caseload_limit.rule = HardLimit{10};
        policy.caseload_limit.overflow = Overflow::duty;
        policy.agency.convert_percent = 60;
        policy.practice.patch_teams = 1;
    }));
    // Teams of one or two workers, most of whom leave within the year and are not replaced.
    Settings dwindling = small_authority(1500);
    dwindling.turnover_percent = 100;
    ways.push_back(decided(dwindling, [](Policy& policy) {
        policy.caseload_limit.rule = HardLimit{10};
        policy.caseload_limit.overflow = Overflow::manager_held;
        policy.recruitment.freeze = 1;
        policy.agency.most_percent = 0;
    }));
    ways.push_back(struck(small, {ShockKind::reorganisation, 4, 1, 40}));
    return ways;
}

}  // namespace headroom
