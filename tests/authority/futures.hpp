// Futures of a small authority under several ways of running it: the same families and the same people, so
// that a handful of futures shows what a way does.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "sim/authority/authority.hpp"

namespace headroom {

// One way of running the authority: what it decides, what happens to it, and what is assumed of the world.
struct Way {
    Settings settings;
    std::vector<DatedPolicy> policies;
    std::vector<Shock> shocks;

    explicit Way(const Settings& chosen) : settings(chosen), policies(1) {}
    Policy& policy() { return policies.front().policy; }
};

// How long and how often.
struct Span {
    int months = 24;
    int futures = 8;
    int settling_months = 6;
    Policy today{};
};

// The typical authority made so small: every number of children and of workers in proportion.
inline Settings small_authority(double children = 8000) {
    Settings settings;
    const double factor = children / settings.children_0_to_17;
    for (const SettingRow& row : setting_rows()) {
        if (row.unit == "children" && row.key != "children_per_family") settings.*row.value *= factor;
        if (row.unit == "full-time equivalents") settings.*row.value *= factor;
    }
    return settings;
}

// The same with everything that answers load, managers or demand switched off: nothing gives way.
inline Settings without_answers(Settings settings) {
    for (double Settings::*strength :
         {&Settings::demand_leaning, &Settings::no_further_action_to_demand, &Settings::not_in_need_to_demand,
          &Settings::conferences_put_off_to_demand, &Settings::hours_to_pressure,
          &Settings::not_in_need_to_load, &Settings::in_need_closing_to_load, &Settings::stepping_up_to_load,
          &Settings::agency_to_load, &Settings::posts_to_load, &Settings::assessment_held_up_percent,
          &Settings::supervision_to_leaving, &Settings::supervision_to_sickness,
          &Settings::drift_without_manager_percent, &Settings::generic_extra_hours_percent})
        settings.*strength = 0;
    settings.load_sharing_above_percent = 1000;
    settings.weeks_until_place_is_kept = 520;
    settings.weeks_until_over_limit = 520;
    settings.posts_moved_above_percent = 1000;
    settings.extreme_caseload = 10000;
    return settings;
}

// The same authority under another policy, or after a shock.
inline Way decided(const Settings& settings, const std::function<void(Policy&)>& decide) {
    Way way{settings};
    decide(way.policy());
    return way;
}
inline Way limited_to(const Settings& settings, double children) {
    return decided(settings, [&](Policy& policy) { policy.caseload_limit.rule = HardLimit{children}; });
}
inline Way struck(const Settings& settings, Shock shock) {
    Way way{settings};
    way.shocks.push_back(shock);
    return way;
}

// Whether two futures are the same, not-a-numbers among them.
inline bool same_to_the_bit(const Series& one, const Series& other) {
    const std::span<const double> a = one.values(), b = other.values();
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

// A difference of this many standard errors is an accident of the futures drawn once in seven hundred times.
constexpr double sure = 3;

// What came of every way: `series[way][future]`.
struct Lived {
    std::vector<std::vector<Series>> series;

    // A measure over some months, mean over futures; all months where none are given.
    double mean(std::size_t way, Measure measure, int from, int to) const {
        double sum = 0;
        for (const Series& future : series[way]) sum += future.over(measure, from, to);
        return sum / static_cast<double>(series[way].size());
    }
    double mean(std::size_t way, Measure measure) const {
        return mean(way, measure, 0, series[way].front().months());
    }
    // The mean at the end of one month.
    double in_month(std::size_t way, Measure measure, int month) const {
        return mean(way, measure, month, month + 1);
    }
    // How surely a way has more of a measure than the first: the mean difference over the same futures, in
    // standard errors. Negative: surely less.
    double surely_more(std::size_t way, Measure measure, int from, int to) const {
        double sum = 0, squares = 0;
        const double futures = static_cast<double>(series[way].size());
        for (std::size_t i = 0; i < series[way].size(); ++i) {
            const double more = series[way][i].over(measure, from, to) - series[0][i].over(measure, from, to);
            sum += more;
            squares += more * more;
        }
        const double mean = sum / futures;
        const double variance = std::max(0.0, squares / futures - mean * mean);
        return mean == 0 ? 0 : mean / std::sqrt(variance / (futures - 1) + 1e-12);
    }
    double surely_more(std::size_t way, Measure measure) const {
        return surely_more(way, measure, 0, series[way].front().months());
    }
};

inline Lived live(const std::vector<Way>& ways, const Span& span = {}) {
    Lived lived;
    lived.series.resize(ways.size());
    Authority authority(ways.front().settings, span.today, {2025, 4, 1}, span.settling_months, span.months);
    for (int future = 0; future < span.futures; ++future) {
        authority.settle(17, static_cast<std::uint32_t>(future));
        for (std::size_t way = 0; way < ways.size(); ++way) {
            const Way& chosen = ways[way];
            lived.series[way].push_back(authority.run({&chosen.settings, chosen.policies, chosen.shocks}));
        }
    }
    return lived;
}

}  // namespace headroom
