// Numbers, names and dates as people read them, the same in every language setting of the machine.
#pragma once

#include <string>
#include <string_view>

#include "analysis/statistics/headlines.hpp"
#include "sim/engine/date.hpp"

namespace headroom {

// "1,234.5"; "none" for NaN; never "-0.0".
std::string number_words(double value, int decimals);

// With its sign, "+1.2" or "-0.3"; a difference that rounds to nothing is "0.0".
std::string signed_words(double value, int decimals);

// As a setting is written: at most three figures that count, "0.66", "16.2", "1250".
std::string plain_words(double value);

// "97 %".
std::string percent_words(double share);

// "97 % (92-99)": of the futures, with the interval of the share. Where neither way is better it is the share
// in which the measure is higher: "97 % higher".
std::string share_words(const PairedDifference& difference, const Headline& row);

// "1 future", "1,000 futures".
std::string counted_futures(int futures);

// As one cell of a table, in the row's unit and decimals: "12.3 (11.0-14.1)", without the range if there is
// none.
std::string cell_words(const OverFutures& measure, const Headline& row);

// The joint interval, "-4.0 to -2.2"; "none" below three futures.
std::string interval_words(const PairedDifference& difference, const Headline& row);

// A name in quotation marks.
std::string quoted_name(std::string_view name);

// "April 2025", "Apr 2025" and "1 April 2025".
std::string month_words(Date start, int month);
std::string short_month_words(Date start, int month);

// "Apr to Jun 2025", "Nov 2025 to Jan 2026"; one month is "Apr 2025". Both ends are in it.
std::string months_words(Date start, int first, int last);
// The same of a quarter of the run, counted from 0; the last of so many months may be shorter.
std::string quarter_words(Date start, int quarter, int months);
// "36 months from 1 April 2025"; from the middle of a month also how far the first goes.
std::string length_words(int months, Date start);

std::string date_words(Date date);

}  // namespace headroom
