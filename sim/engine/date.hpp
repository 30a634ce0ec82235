#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace headroom {

// A day of the civil (Gregorian) calendar; month 1 to 12, day 1 to 31.
struct Date {
    int year;
    int month;
    int day;

    // "2025-04-01". Anything else, or a day that does not exist, throws std::invalid_argument with a
    // sentence.
    static Date from_iso(std::string_view text);
    static Date from_days_since_1970(int days);

    std::string to_iso() const;
    int days_since_1970() const;
    // Monday 1 to Sunday 7.
    int day_of_week() const;

    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

}  // namespace headroom
