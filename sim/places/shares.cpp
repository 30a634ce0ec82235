#include "sim/places/shares.hpp"

#include <algorithm>

namespace headroom {

namespace {

constexpr Shares rows[] = {
    {{&Settings::no_further_action_percent, &Settings::no_assessment_percent,
      &Settings::assessed_not_in_need_percent},
     "no_further_action_percent, no_assessment_percent, assessed_not_in_need_percent"},
    {{&Settings::severity_low_percent, &Settings::severity_moderate_percent,
      &Settings::severity_high_percent},
     "severity_low_percent, severity_moderate_percent, severity_high_percent"},
    {{&Settings::leave_sector_percent, &Settings::leave_to_authority_percent},
     "leave_sector_percent, leave_to_authority_percent"},
    {{&Settings::looked_after_at_assessment_percent, &Settings::looked_after_from_plan_percent},
     "looked_after_at_assessment_percent, looked_after_from_plan_percent"},
    {{&Settings::home_with_support_percent, &Settings::adulthood_percent},
     "home_with_support_percent, adulthood_percent"},
    {{&Settings::closed_soon_percent, &Settings::closed_later_percent},
     "closed_soon_percent, closed_later_percent"},
    {{&Settings::assessment_target_10_percent, &Settings::assessment_target_20_percent,
      &Settings::assessment_target_30_percent},
     "assessment_target_10_percent, assessment_target_20_percent, assessment_target_30_percent",
     Shares::Drawn::in_turn},
};

}  // namespace

std::span<const Shares> all_shares() {
    return rows;
}

double sum_of(const Shares& shares, const Settings& settings) {
    double sum = 0;
    for (double Settings::*part : shares.parts)
        if (part != nullptr) sum += settings.*part;
    return sum;
}

bool is_beyond_the_whole(const Shares& shares, const Settings& settings) {
    constexpr double rounding = 1e-9;
    return sum_of(shares, settings) > 100 + rounding;
}

Settings within_the_whole(Settings settings) {
    for (const Shares& shares : all_shares()) {
        if (shares.drawn == Shares::Drawn::apart || !is_beyond_the_whole(shares, settings)) continue;
        double left = 100;
        for (double Settings::*part : shares.parts) {
            if (part == nullptr) continue;
            settings.*part = std::min(settings.*part, left);
            left -= settings.*part;
        }
    }
    return settings;
}

}  // namespace headroom
