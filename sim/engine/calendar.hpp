#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/date.hpp"
#include "sim/engine/ensure.hpp"
#include "sim/engine/first_month.hpp"
#include "sim/engine/working_time.hpp"

namespace headroom {

// Which date each working day is. Working day 0 is the first on or after the start date; weekends and English
// bank holidays have no number. Month 0 begins at the start: in the middle of a calendar month it is the part
// that is left of it, and month -1 the part before; all others are whole. (The alternative, months from the
// 15th to the 14th, would cut every published month, school holiday and financial year in two.)
// A day or month outside the months it was built for throws a ModelFault.
class Calendar {
public:
    // Covers whole calendar months: `months_before` before the month of the start and `months_after` after
    // it.
    Calendar(Date start, int months_before, int months_after);

    Date start() const { return start_; }
    // The earliest month it covers, and the month in which so many whole ones before the start begin: the
    // part before the start comes on top, but to settle for no month is to begin at the start.
    int first_month() const { return first_month_; }
    int month_before(int whole_months) const {
        return first_.is_part() && whole_months > 0 ? -whole_months - 1 : -whole_months;
    }
    int last_month() const { return first_month_ + static_cast<int>(month_starts_.size()) - 2; }
    int first_working_day() const { return month_starts_.front(); }
    int last_working_day() const { return month_starts_.back() - 1; }

    // The first working day on or after the date.
    int working_day_of(Date date) const;
    Date date_of(int working_day) const;

    // The first working day of a month; for last_month() + 1, the day after the last.
    int month_start(int month) const;
    int month_of(int working_day) const {
        const int place = working_day - first_working_day();
        ensure(place >= 0 && place < static_cast<int>(months_.size()),
               "the working day is outside the calendar");
        return months_[static_cast<std::size_t>(place)];
    }
    // January 1 to December 12.
    int month_of_year(int month) const;
    int working_days_in_month(int month) const { return month_start(month + 1) - month_start(month); }

    // The mean over the 28 years (one round of leap years and weekdays) from the year of the start: about
    // 253.
    double working_days_per_year() const { return working_days_per_year_; }

    // What a month holds of its calendar month, as a share of the working days: 1 but for the two parts that
    // a start in the middle of a month makes.
    double part_of_month(int month) const;
    // Calendar months from the start of the run to the beginning of a month of it.
    double months_from_start(int month) const;

private:
    Date beginning_of(int month) const;

    FirstMonth first_;
    Date start_;
    int first_month_;
    double working_days_per_year_;
    int first_calendar_day_;                  // days since 1970 of the first day covered
    std::vector<std::int32_t> day_numbers_;   // by calendar day: the first working day on or after it
    std::vector<std::int32_t> dates_;         // by working day from first_working_day(): days since 1970
    std::vector<std::int16_t> months_;        // by working day from first_working_day(): its month
    std::vector<std::int32_t> month_starts_;  // by month from first_month_, and one more
};

}  // namespace headroom
