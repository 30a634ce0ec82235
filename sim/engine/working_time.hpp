#pragma once

#include <cstdint>

namespace headroom {

// Whole working minutes since the run's origin: nights, weekends and bank holidays have no length.
using Minutes = std::int32_t;

// 7 hours 24 minutes: a 37-hour week over five days, the national local government contract (Green Book).
constexpr Minutes minutes_per_working_day = 444;

// Rounded to the nearest minute, halves away from zero, so that a duration and its negative mirror each
// other.
constexpr Minutes whole_minutes(double minutes) {
    return static_cast<Minutes>(minutes < 0 ? minutes - 0.5 : minutes + 0.5);
}

constexpr Minutes working_days(double days) {
    return whole_minutes(days * minutes_per_working_day);
}

constexpr Minutes hours(double hours_of_work) {
    return whole_minutes(hours_of_work * 60);
}

// The working day a moment falls in; moments before the origin fall in days -1, -2 and so on.
constexpr int working_day_at(Minutes time) {
    return time >= 0 ? time / minutes_per_working_day : -1 - (-1 - time) / minutes_per_working_day;
}

}  // namespace headroom
