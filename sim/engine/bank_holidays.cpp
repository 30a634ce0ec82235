#include "sim/engine/bank_holidays.hpp"

#include <algorithm>

namespace headroom {

namespace {

constexpr int monday = 1;
constexpr int saturday = 6;
constexpr int sunday = 7;

Date days_after(Date date, int days) {
    return Date::from_days_since_1970(date.days_since_1970() + days);
}

Date first_monday_from(Date date) {
    return days_after(date, (7 + monday - date.day_of_week()) % 7);
}

Date early_may(int year) {
    // Moved to the fiftieth and seventy-fifth anniversaries of the end of the war in Europe.
    if (year == 1995 || year == 2020) return {year, 5, 8};
    return first_monday_from({year, 5, 1});
}

Date spring(int year) {
    // Moved to stand beside the holidays for the Queen's golden, diamond and platinum jubilees.
    if (year == 2002 || year == 2012) return {year, 6, 4};
    if (year == 2022) return {year, 6, 2};
    return first_monday_from({year, 5, 25});
}

void add_new_year(int year, std::vector<Date>& days) {
    const Date new_year{year, 1, 1};
    const int weekday = new_year.day_of_week();
    days.push_back(days_after(new_year, weekday == saturday ? 2 : weekday == sunday ? 1 : 0));
}

// A holiday that falls on a weekend is kept on the next weekday that is not one already.
void add_christmas(int year, std::vector<Date>& days) {
    const Date christmas{year, 12, 25};
    switch (christmas.day_of_week()) {
        case saturday: days.insert(days.end(), {{year, 12, 27}, {year, 12, 28}}); break;
        case sunday: days.insert(days.end(), {{year, 12, 26}, {year, 12, 27}}); break;
        case saturday - 1: days.insert(days.end(), {christmas, {year, 12, 28}}); break;
        default: days.insert(days.end(), {christmas, {year, 12, 26}}); break;
    }
}

// Proclaimed for one occasion: royal weddings of 1981 and 2011, the eve of 2000, jubilees of 2002, 2012 and
// 2022, the Queen's funeral and the King's coronation.
void add_single_occasions(int year, std::vector<Date>& days) {
    constexpr Date occasions[] = {{1981, 7, 29}, {1999, 12, 31}, {2002, 6, 3},  {2011, 4, 29},
                                  {2012, 6, 5},  {2022, 6, 3},   {2022, 9, 19}, {2023, 5, 8}};
    std::copy_if(std::begin(occasions), std::end(occasions), std::back_inserter(days),
                 [year](Date occasion) { return occasion.year == year; });
}

}  // namespace

// "Anonymous" Gregorian algorithm (Nature, 20 April 1876; J. Meeus, Astronomical Algorithms, 1991, chapter
// 8).
Date easter_sunday(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int year_of_century = year % 100;
    const int correction = (8 * century + 13) / 25;
    const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    const int weekday =
        (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * weekday) / 451;
    const int march_days = epact + weekday - 7 * late + 114;
    return {year, march_days / 31, march_days % 31 + 1};
}

std::vector<Date> bank_holidays(int year) {
    std::vector<Date> days;
    const Date easter = easter_sunday(year);
    add_new_year(year, days);
    days.push_back(days_after(easter, -2));
    days.push_back(days_after(easter, 1));
    days.push_back(early_may(year));
    days.push_back(spring(year));
    days.push_back(first_monday_from({year, 8, 25}));
    add_christmas(year, days);
    add_single_occasions(year, days);
    std::sort(days.begin(), days.end());
    return days;
}

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

}  // namespace headroom
