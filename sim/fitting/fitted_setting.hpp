// The settings that a fit moves, and the scales on which it moves them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/settings/setting.hpp"

namespace headroom {

// A proportion moves by its logarithm; a share by its logit between the ends of its range.
enum class FittedScale : std::uint8_t { proportion, share };

// One setting that a fit moves. Low and high: its range, in its own unit.
struct FittedSetting {
    std::string_view key;
    double Settings::*value;
    FittedScale scale;
    double spread;  // standard deviation on the scale, before any figure is seen
    std::string_view told_by;
    double low;
    double high;
};

std::span<const FittedSetting> fitted_settings();

// A value of the setting on its unbounded scale, and back. A value at or beyond an end of the range is taken
// as a thousandth of the range inside it, so that it can still move.
double on_scale(const FittedSetting& setting, double value);
double off_scale(const FittedSetting& setting, double unbounded);

}  // namespace headroom
