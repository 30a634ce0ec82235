#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>

#include "sim/engine/whole_part.hpp"

namespace headroom {

// Whole working minutes since the run's origin: nights, weekends and bank holidays have no length.
using Minutes = std::int32_t;

// A 37-hour week over five days, the national local government contract (Green Book): 7 hours 24 minutes a
// day.
constexpr int hours_in_week = 37;
constexpr int working_days_in_week = 5;
constexpr Minutes minutes_per_working_day = hours_in_week * 60 / working_days_in_week;

// What a year, a quarter, a month and four weeks hold where nobody asks for a calendar: England's mean year
// without weekends and bank holidays (Calendar::working_days_per_year), and its parts as they are rounded.
constexpr int weeks_in_year = 52;
constexpr int working_days_in_year = 253;
constexpr double working_weeks_in_year = 50.6;  // of five working days
constexpr int working_days_in_quarter = 63;
constexpr int months_in_quarter = 3;
constexpr double working_days_in_month = 21.1;
constexpr double weeks_in_month = 4.35;
constexpr int working_days_in_four_weeks = 20;
static_assert(working_weeks_in_year * working_days_in_week == working_days_in_year);

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

constexpr Minutes working_weeks(double weeks) {
    return working_days(working_days_in_week * weeks);
}

constexpr Minutes hours(double hours_of_work) {
    return whole_minutes(hours_of_work * 60);
}

// The working day a moment falls in; moments before the origin fall in days -1, -2 and so on.
constexpr int working_day_at(Minutes time) {
    return time >= 0 ? time / minutes_per_working_day : -1 - (-1 - time) / minutes_per_working_day;
}

}  // namespace headroom
