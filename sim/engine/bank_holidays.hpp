#pragma once

#include <vector>

#include "sim/engine/date.hpp"

namespace headroom {

// Easter Sunday of the Gregorian calendar.
Date easter_sunday(int year);

// The bank holidays of England and Wales in a year from 1978 on, in order of date: by rule, with the moved
// and single ones so far proclaimed. Source: Banking and Financial Dealings Act 1971,
// www.gov.uk/bank-holidays.
std::vector<Date> bank_holidays(int year);

// Days since 1970 of every bank holiday of these years, in order.
std::vector<int> bank_holidays_between(int first_year, int last_year);

// Monday to Friday and no bank holiday; `holidays` in order, and of the year of the day.
bool is_working_day(int day, const std::vector<int>& holidays);

}  // namespace headroom
