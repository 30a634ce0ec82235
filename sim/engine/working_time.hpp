#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>

#include "sim/engine/whole_part.hpp"

namespace headroom {

// Whole working minutes since the run's origin: nights, weekends and bank holidays have no length.
using Minutes = std::int32_t;

// 7 hours 24 minutes: a 37-hour week over five days, the national local government contract (Green Book).
constexpr Minutes minutes_per_working_day = 444;

// Longer than any run, and so far below what Minutes can hold that the sum of two still fits.
constexpr Minutes longest_time = 1'000'000'000;

// The whole part of so many minutes, at most the longest time either way.
constexpr Minutes full_minutes(double minutes) {
    return whole_part_within<Minutes>(minutes, longest_time);
}

// Rounded to the nearest minute, halves away from zero, so that a duration and its negative mirror each
// other.
constexpr Minutes whole_minutes(double minutes) {
    return full_minutes(minutes < 0 ? minutes - 0.5 : minutes + 0.5);
}

constexpr Minutes working_days(double days) {
    return whole_minutes(days * minutes_per_working_day);
}

constexpr Minutes working_days(std::integral auto days) {
    constexpr std::int64_t most_days = longest_time / minutes_per_working_day + 1;
    const std::int64_t within = std::clamp<std::int64_t>(days, -most_days, most_days);
    const std::int64_t length = within * minutes_per_working_day;
    return static_cast<Minutes>(std::clamp<std::int64_t>(length, -longest_time, longest_time));
}

constexpr Minutes hours(double hours_of_work) {
    return whole_minutes(hours_of_work * 60);
}

// The working day a moment falls in; moments before the origin fall in days -1, -2 and so on.
constexpr int working_day_at(Minutes time) {
    return time >= 0 ? time / minutes_per_working_day : -1 - (-1 - time) / minutes_per_working_day;
}

}  // namespace headroom
