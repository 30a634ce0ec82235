#include "sim/engine/calendar.hpp"

#include <algorithm>

#include "sim/engine/bank_holidays.hpp"
#include "sim/engine/ensure.hpp"

namespace headroom {

namespace {

double mean_working_days_per_year(int first_year) {
    constexpr int years = 28;
    const std::vector<int> holidays = bank_holidays_between(first_year, first_year + years - 1);
    const int end = Date{first_year + years, 1, 1}.days_since_1970();
    int count = 0;
    for (int day = Date{first_year, 1, 1}.days_since_1970(); day < end; ++day)
        count += is_working_day(day, holidays);
    return static_cast<double>(count) / years;
}

}  // namespace

Calendar::Calendar(Date start, int months_before, int months_after)
    : first_(first_month_of(start)),
      start_(start),
      first_month_(first_.is_part() ? -months_before - 1 : -months_before),
      working_days_per_year_(mean_working_days_per_year(start.year)) {
    ensure(months_before >= 0 && months_after >= 0 && months_before + months_after < 12 * 400,
           "a calendar covers the month of its start and up to 400 years around it");
    const Date end = beginning_of(months_after + 1);
    const Date first = std::min(start, beginning_of(first_month_));
    const std::vector<int> holidays = bank_holidays_between(first.year, end.year);
    first_calendar_day_ = first.days_since_1970();
    int start_number = 0;  // working days before the start date
    int next_month = first_month_;
    int next_begins = beginning_of(next_month).days_since_1970();
    for (int day = first_calendar_day_; day < end.days_since_1970(); ++day) {
        if (day == next_begins) {
            month_starts_.push_back(static_cast<std::int32_t>(dates_.size()));
            next_begins = beginning_of(++next_month).days_since_1970();
        }
        if (day == start.days_since_1970()) start_number = static_cast<int>(dates_.size());
        day_numbers_.push_back(static_cast<std::int32_t>(dates_.size()));
        if (!is_working_day(day, holidays)) continue;
        dates_.push_back(day);
        months_.push_back(static_cast<std::int16_t>(next_month - 1));
    }
    month_starts_.push_back(static_cast<std::int32_t>(dates_.size()));
    for (std::int32_t& number : day_numbers_) number -= start_number;
    for (std::int32_t& number : month_starts_) number -= start_number;
}

int Calendar::working_day_of(Date date) const {
    const int place = date.days_since_1970() - first_calendar_day_;
    ensure(place >= 0 && place < static_cast<int>(day_numbers_.size()), "the date is outside the calendar");
    return day_numbers_[static_cast<std::size_t>(place)];
}

Date Calendar::date_of(int working_day) const {
    const int place = working_day - first_working_day();
    ensure(place >= 0 && place < static_cast<int>(dates_.size()), "the working day is outside the calendar");
    return Date::from_days_since_1970(dates_[static_cast<std::size_t>(place)]);
}

int Calendar::month_start(int month) const {
    const int place = month - first_month_;
    ensure(place >= 0 && place < static_cast<int>(month_starts_.size()), "the month is outside the calendar");
    return month_starts_[static_cast<std::size_t>(place)];
}

Date Calendar::beginning_of(int month) const {
    if (month == 0 && first_.is_part()) return start_;
    return first_of_month(first_.first, month < 0 && first_.is_part() ? month + 1 : month);
}

int Calendar::month_of_year(int month) const {
    return beginning_of(month).month;
}

double Calendar::part_of_month(int month) const {
    if (month == 0) return first_.part();
    return month == -1 && first_.is_part() ? 1 - first_.part() : 1;
}

double Calendar::months_from_start(int month) const {
    return month <= 0 ? month : month - 1 + first_.part();
}

}  // namespace headroom
