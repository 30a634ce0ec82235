#include "sim/engine/calendar.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/bank_holidays.hpp"
#include "sim/engine/ensure.hpp"

namespace headroom {

namespace {

Date first_of_month(Date start, int month) {
    const int months_from_year_0 = 12 * start.year + start.month - 1 + month;
    return {months_from_year_0 / 12, months_from_year_0 % 12 + 1, 1};
}

// Days since 1970 of every bank holiday of these years, in order.
std::vector<int> bank_holidays_between(int first_year, int last_year) {
    std::vector<int> days;
    for (int year = first_year; year <= last_year; ++year)
        for (const Date& date : bank_holidays(year)) days.push_back(date.days_since_1970());
    return days;
}

bool is_working_day(int day, const std::vector<int>& holidays) {
    return Date::from_days_since_1970(day).day_of_week() <= 5 &&
           !std::binary_search(holidays.begin(), holidays.end(), day);
}

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
    : start_(start),
      first_month_(-months_before),
      working_days_per_year_(mean_working_days_per_year(start.year)) {
    ensure(months_before >= 0 && months_after >= 0 && months_before + months_after < 12 * 400,
           "a calendar covers the month of its start and up to 400 years around it");
    const Date end = first_of_month(start, months_after + 1);
    const Date first = first_of_month(start, first_month_);
    const std::vector<int> holidays = bank_holidays_between(first.year, end.year);
    first_calendar_day_ = first.days_since_1970();
    int start_number = 0;  // working days before the start date
    for (int day = first_calendar_day_, month = first_month_; day < end.days_since_1970(); ++day) {
        if (day == first_of_month(start, month + 1).days_since_1970()) ++month;
        if (month > first_month_ + static_cast<int>(month_starts_.size()) - 1)
            month_starts_.push_back(static_cast<std::int32_t>(dates_.size()));
        if (day == start.days_since_1970()) start_number = static_cast<int>(dates_.size());
        day_numbers_.push_back(static_cast<std::int32_t>(dates_.size()));
        if (!is_working_day(day, holidays)) continue;
        dates_.push_back(day);
        months_.push_back(static_cast<std::int16_t>(month));
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

int Calendar::month_of_year(int month) const {
    return first_of_month(start_, month).month;
}

Minutes Calendar::months_later(Minutes from, double months) const {
    return time_at(months_at(from) + months);
}

// Calendar months since the start of month 0, with the part of the month gone by.
double Calendar::months_at(Minutes time) const {
    const int day = working_day_at(time);
    if (day < first_working_day())
        return first_month_ + (time - double(first_working_day()) * minutes_per_working_day) / mean_month();
    if (day > last_working_day())
        return last_month() + 1 +
               (time - double(month_starts_.back()) * minutes_per_working_day) / mean_month();
    const int month = month_of(day);
    const double gone = time - double(month_start(month)) * minutes_per_working_day;
    return month + gone / (double(working_days_in_month(month)) * minutes_per_working_day);
}

Minutes Calendar::time_at(double months) const {
    const double month = std::floor(months);
    if (month < first_month_)
        return working_days(first_working_day()) + whole_minutes((months - first_month_) * mean_month());
    if (month > last_month())
        return working_days(month_starts_.back()) + whole_minutes((months - last_month() - 1) * mean_month());
    const int whole = static_cast<int>(month);
    return working_days(month_start(whole) + (months - month) * working_days_in_month(whole));
}

}  // namespace headroom
