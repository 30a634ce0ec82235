#include "sim/engine/first_month.hpp"

#include <vector>

#include "sim/engine/bank_holidays.hpp"

namespace headroom {

FirstMonth first_month_of(Date start) {
    const std::vector<int> holidays = bank_holidays_between(start.year, start.year + 1);
    const int begins = start.days_since_1970();
    int first_working = begins;
    while (!is_working_day(first_working, holidays)) ++first_working;
    FirstMonth month{first_of_month(Date::from_days_since_1970(first_working), 0), 0, 0};
    const int end = first_of_month(month.first, 1).days_since_1970();
    for (int day = month.first.days_since_1970(); day < end; ++day) {
        if (!is_working_day(day, holidays)) continue;
        ++month.working_days;
        month.working_days_gone += day < begins ? 1 : 0;
    }
    return month;
}

Date first_of_month(Date date, int months_later) {
    const int months_from_year_0 = 12 * date.year + date.month - 1 + months_later;
    return {months_from_year_0 / 12, months_from_year_0 % 12 + 1, 1};
}

Date beginning_of_month(Date start, int month) {
    return month == 0 ? start : first_of_month(first_month_of(start).first, month);
}

Date end_of_month(Date start, int month) {
    return Date::from_days_since_1970(beginning_of_month(start, month + 1).days_since_1970() - 1);
}

}  // namespace headroom
