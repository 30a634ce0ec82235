#include "sim/fitting/fitted_setting.hpp"

#include <algorithm>
#include <array>

#include "sim/engine/elementary.hpp"

namespace headroom {

namespace {

constexpr double least_part = 0.001;  // of a range, that a value is kept inside its ends

FittedSetting fitted(std::string_view key, FittedScale scale, double spread, std::string_view told_by) {
    const SettingRow& row = *find_setting(key);
    return {row.key, row.value, scale, spread, told_by, row.low, row.high};
}

double part_of_range(const FittedSetting& setting, double value) {
    return std::clamp((value - setting.low) / (setting.high - setting.low), least_part, 1 - least_part);
}

}  // namespace

std::span<const FittedSetting> fitted_settings() {
    static const std::array rows = {
#define HEADROOM_FITTED(key, scale, spread, told_by) fitted(#key, FittedScale::scale, spread, told_by),
#include "sim/fitting/fitted_settings.inc"
#undef HEADROOM_FITTED
    };
    return rows;
}

double on_scale(const FittedSetting& setting, double value) {
    const double part = part_of_range(setting, value);
    if (setting.scale == FittedScale::share) return natural_log(part / (1 - part));
    return natural_log(std::clamp(value, std::max(setting.low, least_part), setting.high));
}

double off_scale(const FittedSetting& setting, double unbounded) {
    const double bounded = std::clamp(unbounded, -20.0, 20.0);
    const double value = setting.scale == FittedScale::share
                             ? setting.low + (setting.high - setting.low) / (1 + exponential_of(-bounded))
                             : exponential_of(bounded);
    return std::clamp(value, setting.low, setting.high);
}

}  // namespace headroom
