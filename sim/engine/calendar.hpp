#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/date.hpp"
#include "sim/engine/ensure.hpp"
#include "sim/engine/working_time.hpp"

namespace headroom {

// Which date each working day is. Working day 0 is the first on or after the start date; weekends and English
// bank holidays have no number. Months count from the month of the start date (0), earlier ones are negative.
// A day or month outside the months it was built for throws a ModelFault.
class Calendar {
public:
    // Covers whole months: `months_before` before the month of the start and `months_after` after it.
    Calendar(Date start, int months_before, int months_after);

    Date start() const { return start_; }
    int first_month() const { return first_month_; }
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

    // The moment as far through its month, that many calendar months later (fractions and negatives too).
    // Outside the months covered every month has the mean length, so that far-off birthdays still have a
    // time.
    Minutes months_later(Minutes from, double months) const;

private:
    double months_at(Minutes time) const;
    Minutes time_at(double months) const;
    double mean_month() const { return working_days_per_year_ / 12 * minutes_per_working_day; }

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
