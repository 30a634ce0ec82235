#include "sim/engine/date.hpp"

#include <charconv>
#include <stdexcept>

namespace headroom {

namespace {

// Years that begin in March put the leap day last, so that month lengths follow one formula
// (H. Hinnant, "chrono-compatible low-level date algorithms").
constexpr int days_in_era = 146097;               // 400 years
constexpr int days_from_year_0_to_1970 = 719468;  // from 1 March of year 0

int number_in(std::string_view digits) {
    int number = -1;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? number : -1;
}

}  // namespace

Date Date::from_iso(std::string_view text) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const Date date{number_in(text.substr(0, 4)), number_in(text.substr(5, 2)),
                        number_in(text.substr(8, 2))};
        const bool in_range = date.year >= 1583 && date.month >= 1 && date.month <= 12 && date.day >= 1;
        if (in_range && from_days_since_1970(date.days_since_1970()) == date) return date;
    }
    throw std::invalid_argument("'" + std::string(text) +
                                "' is not a date; write it as year-month-day: 2025-04-01");
}

Date Date::from_days_since_1970(int days) {
    const int shifted = days + days_from_year_0_to_1970;
    const int era = shifted / days_in_era;
    const int day_of_era = shifted % days_in_era;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {400 * era + year_of_era + (month <= 2 ? 1 : 0), month,
            day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

int Date::days_since_1970() const {
    const int year_from_march = month <= 2 ? year - 1 : year;
    const int era = year_from_march / 400;
    const int year_of_era = year_from_march % 400;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int day_of_era = 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_in_era + day_of_era - days_from_year_0_to_1970;
}

int Date::day_of_week() const {
    // 1 January 1970 was a Thursday.
    const int from_monday = (days_since_1970() + 3) % 7;
    return (from_monday + 7) % 7 + 1;
}

std::string Date::to_iso() const {
    const auto padded = [](int number, std::size_t width) {
        const std::string digits = std::to_string(number);
        return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
    };
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

}  // namespace headroom
