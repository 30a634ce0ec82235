#pragma once

#include "sim/engine/date.hpp"

namespace headroom {

// The month a run begins in: the calendar month of the first working day on or after the start. A run that
// starts after a working day of that month has only the part that is left of it.
struct FirstMonth {
    Date first;             // of the calendar month
    int working_days;       // in the whole calendar month
    int working_days_gone;  // before the start

    bool is_part() const { return working_days_gone > 0; }
    // What is left of the month, as a share of its working days.
    double part() const { return static_cast<double>(working_days - working_days_gone) / working_days; }
};

FirstMonth first_month_of(Date start);

// The first of a calendar month so many months later (earlier: negative).
Date first_of_month(Date date, int months_later);

// The day on which a month of a run begins, counted from 0: the start itself, then the first of every month
// after.
Date beginning_of_month(Date start, int month);

// The last day of a month of a run.
Date end_of_month(Date start, int month);

}  // namespace headroom
