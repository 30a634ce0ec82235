#include "sim/engine/calendar.hpp"

#include "sim/engine/bank_holidays.hpp"
#include "sim/engine/ensure.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

std::string days_of(int year) {
    std::string days;
    for (const Date& day : bank_holidays(year)) days += (days.empty() ? "" : " ") + day.to_iso().substr(5);
    return days;
}

TEST_CASE("the bank holidays of England are those the government published, 2019 to 2028") {
    // www.gov.uk/bank-holidays, England and Wales.
    CHECK(days_of(2019) == "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26");
    CHECK(days_of(2020) == "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28");
    CHECK(days_of(2021) == "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
    CHECK(days_of(2022) == "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27");
    CHECK(days_of(2023) == "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26");
    CHECK(days_of(2024) == "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26");
    CHECK(days_of(2025) == "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26");
    CHECK(days_of(2026) == "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
    CHECK(days_of(2027) == "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28");
    CHECK(days_of(2028) == "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
}

TEST_CASE("the bank holidays of 2029 and 2030 follow the same rules") {
    CHECK(days_of(2029) == "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26");
    CHECK(days_of(2030) == "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26");
}

TEST_CASE("royal occasions and moved holidays of earlier years are kept") {
    CHECK(days_of(2002) == "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26");
    CHECK(days_of(2011) == "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27");
    CHECK(days_of(2012) == "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26");
}

TEST_CASE("Easter falls where the tables of the church put it") {
    CHECK(easter_sunday(1818) == Date{1818, 3, 22});  // as early as it can be
    CHECK(easter_sunday(2000) == Date{2000, 4, 23});
    CHECK(easter_sunday(2008) == Date{2008, 3, 23});
    CHECK(easter_sunday(2038) == Date{2038, 4, 25});  // as late as it can be
    CHECK(easter_sunday(2049) == Date{2049, 4, 18});
}

TEST_CASE("working day 0 is the first on or after the start, and days before it are negative") {
    const Calendar calendar({2025, 4, 19}, 2, 12);  // Easter Saturday; Monday is a bank holiday
    CHECK(calendar.date_of(0) == Date{2025, 4, 22});
    CHECK(calendar.date_of(-1) == Date{2025, 4, 17});  // Thursday, as Friday is a bank holiday
    CHECK(calendar.date_of(1) == Date{2025, 4, 23});
    CHECK(calendar.working_day_of({2025, 4, 19}) == 0);
    CHECK(calendar.working_day_of({2025, 4, 18}) == 0);
    CHECK(calendar.working_day_of({2025, 4, 17}) == -1);
    CHECK(calendar.month_start(0) == 0);
    CHECK(calendar.date_of(calendar.month_start(-1)) == Date{2025, 4, 1});
}

TEST_CASE("every working day has one date, and its date leads back to it") {
    const Calendar calendar({2025, 4, 1}, 24, 60);
    Date before{1900, 1, 1};
    for (int day = calendar.first_working_day(); day <= calendar.last_working_day(); ++day) {
        const Date date = calendar.date_of(day);
        REQUIRE(date > before);
        REQUIRE(date.day_of_week() <= 5);
        REQUIRE(calendar.working_day_of(date) == day);
        const int month = calendar.month_of(day);
        REQUIRE(calendar.month_start(month) <= day);
        REQUIRE(day < calendar.month_start(month + 1));
        REQUIRE(calendar.month_of_year(month) == date.month);
        before = date;
    }
    CHECK(calendar.date_of(calendar.first_working_day()) == Date{2023, 4, 3});
    CHECK(calendar.date_of(calendar.last_working_day()) == Date{2030, 4, 30});
}

TEST_CASE("months count from the month of the start, over years and backwards") {
    const Calendar calendar({2025, 4, 1}, 16, 20);
    CHECK(calendar.month_of_year(0) == 4);
    CHECK(calendar.month_of_year(8) == 12);
    CHECK(calendar.month_of_year(9) == 1);
    CHECK(calendar.month_of_year(-4) == 12);
    CHECK(calendar.month_of_year(-16) == 12);
    CHECK(calendar.month_of(-1) == -1);
    CHECK(calendar.month_of(0) == 0);
    CHECK(calendar.working_days_in_month(0) ==
          20);  // April 2025: 22 weekdays less Good Friday and Easter Monday
    CHECK(calendar.working_days_in_month(4) == 20);  // August 2025: 21 weekdays less the summer holiday
    CHECK(calendar.first_month() == -16);
    CHECK(calendar.last_month() == 20);
}

TEST_CASE("a year has about 253 working days, whatever the run covers") {
    CHECK(Calendar({2025, 4, 1}, 0, 1).working_days_per_year() == Approx(252.9).margin(0.1));
    CHECK(Calendar({2025, 4, 1}, 0, 1).working_days_per_year() ==
          Calendar({2025, 4, 1}, 60, 300).working_days_per_year());
    const Calendar year({2025, 4, 1}, 0, 12);
    CHECK(year.month_start(12) - year.month_start(0) == 253);  // financial year 2025-26
}

TEST_CASE("a day or month outside the calendar is our fault and says so") {
    const Calendar calendar({2025, 4, 1}, 1, 1);
    CHECK_THROWS_AS(calendar.month_of(calendar.last_working_day() + 1), ModelFault);
    CHECK_THROWS_AS(calendar.month_of(calendar.first_working_day() - 1), ModelFault);
    CHECK_THROWS_AS(calendar.date_of(calendar.last_working_day() + 1), ModelFault);
    CHECK_THROWS_AS(calendar.working_day_of({2025, 6, 1}), ModelFault);
    CHECK_THROWS_AS(calendar.month_start(3), ModelFault);
    CHECK_NOTHROW(calendar.month_start(2));
    CHECK_THROWS_AS(Calendar({2025, 4, 1}, -1, 1), ModelFault);
}

TEST_CASE("dates count days as the civil calendar does") {
    CHECK(Date{1970, 1, 1}.days_since_1970() == 0);
    CHECK(Date{2000, 2, 29}.days_since_1970() == 11016);
    CHECK(Date{2025, 4, 1}.days_since_1970() == 20179);
    CHECK(Date{1969, 12, 31}.days_since_1970() == -1);
    CHECK(Date{2025, 4, 1}.day_of_week() == 2);
    CHECK(Date{1969, 12, 28}.day_of_week() == 7);
    for (int day = -150'000; day < 150'000; day += 7)
        REQUIRE(Date::from_days_since_1970(day).days_since_1970() == day);
}

TEST_CASE("a date is read and written as year-month-day, and anything else is refused") {
    CHECK(Date::from_iso("2025-04-01") == Date{2025, 4, 1});
    CHECK(Date::from_iso("2024-02-29").to_iso() == "2024-02-29");
    for (const char* wrong : {"2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "01/04/2025",
                              "2025-4-1", "", "2025-04-01 ", "2025-04-0x", "2025--4-01", "0000-01-01"})
        CHECK_THROWS_AS(Date::from_iso(wrong), std::invalid_argument);
}

}  // namespace
}  // namespace headroom
