// A run may start on any day: what months it then has.
#include "sim/engine/first_month.hpp"

#include "sim/engine/bank_holidays.hpp"
#include "sim/engine/calendar.hpp"
#include "sim/engine/draws.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

// Days on which something else happens to months: weekends, bank holidays, leap days, ends of months and
// years.
std::vector<Date> awkward_starts() {
    return {{2025, 4, 15}, {2025, 4, 1},  {2025, 5, 31}, {2025, 6, 1},   {2025, 6, 2},   {2024, 2, 29},
            {2096, 2, 29}, {2026, 8, 31}, {2025, 1, 1},  {2025, 1, 2},   {2025, 12, 25}, {2025, 12, 31},
            {2027, 1, 31}, {1990, 1, 1},  {1990, 1, 31}, {2099, 12, 31}, {2099, 12, 30}, {2022, 12, 31},
            {2024, 3, 29}, {2024, 3, 30}, {2024, 3, 31}, {1999, 12, 31}, {2025, 4, 30},  {2025, 10, 13}};
}

std::vector<Date> starts(std::uint32_t random) {
    std::vector<Date> dates = awkward_starts();
    const RandomStreams streams(5, 0);
    const int first = Date{1990, 1, 1}.days_since_1970(), end = Date{2100, 1, 1}.days_since_1970();
    for (std::uint32_t i = 0; i < random; ++i) {
        const double u = streams.draw(i, 1, 0).uniform(0);
        dates.push_back(Date::from_days_since_1970(first + whole_part<int>(u * (end - first))));
    }
    return dates;
}

}  // namespace

TEST_CASE("on every day from 1990 to 2099 a run has a first month with a working day in it") {
    const int end = Date{2100, 1, 1}.days_since_1970();
    for (int day = Date{1990, 1, 1}.days_since_1970(); day < end; ++day) {
        const Date start = Date::from_days_since_1970(day);
        const FirstMonth month = first_month_of(start);
        CAPTURE(start.to_iso());
        REQUIRE(month.first.day == 1);
        REQUIRE(month.working_days >= 16);
        REQUIRE(month.working_days_gone < month.working_days);
        REQUIRE(month.part() > 0);
        REQUIRE(month.part() <= 1);
        if (start.day == 1) REQUIRE(!month.is_part());
        REQUIRE(beginning_of_month(start, 0) == start);
        REQUIRE(beginning_of_month(start, 1) > start);
        REQUIRE(beginning_of_month(start, 1).day == 1);
    }
}

TEST_CASE("the first month from 15 April is the rest of April, and twelve months end on 31 March") {
    const FirstMonth month = first_month_of({2025, 4, 15});
    CHECK(month.is_part());
    CHECK(month.working_days == 20);
    CHECK(month.working_days_gone == 10);
    CHECK(month.part() == 0.5);
    CHECK(beginning_of_month({2025, 4, 15}, 1) == Date{2025, 5, 1});
    CHECK(end_of_month({2025, 4, 15}, 0) == Date{2025, 4, 30});
    CHECK(end_of_month({2025, 4, 15}, 11) == Date{2026, 3, 31});
    CHECK(end_of_month({2025, 4, 1}, 11) == Date{2026, 3, 31});
}

TEST_CASE("where no working day of its month is left a run has the whole month after") {
    // Saturday 31 May, Sunday 1 June and Monday 2 June 2025 are before the same working day.
    for (const Date start : {Date{2025, 5, 31}, Date{2025, 6, 1}, Date{2025, 6, 2}}) {
        CAPTURE(start.to_iso());
        CHECK_FALSE(first_month_of(start).is_part());
        CHECK(first_month_of(start).first == Date{2025, 6, 1});
        CHECK(Calendar(start, 1, 2).month_start(0) == 0);
        CHECK(Calendar(start, 1, 2).month_start(1) == 21);
    }
    CHECK(first_month_of({2026, 8, 31}).first == Date{2026, 9, 1});  // the summer bank holiday
}

TEST_CASE("from any start every working day is in one month, and the parts of a month make a whole one") {
    for (const Date start : starts(60)) {
        CAPTURE(start.to_iso());
        const Calendar calendar(start, 13, 26);
        REQUIRE(calendar.month_start(0) == 0);
        REQUIRE(calendar.date_of(0) >= start);
        REQUIRE(calendar.date_of(-1) < start);
        double last_part = 1;
        for (int month = calendar.first_month(); month <= calendar.last_month(); ++month) {
            REQUIRE(calendar.working_days_in_month(month) > 0);
            const Date first = calendar.date_of(calendar.month_start(month));
            REQUIRE(first.month == calendar.month_of_year(month));
            REQUIRE(calendar.date_of(calendar.month_start(month + 1) - 1).month == first.month);
            if (month == 0)
                REQUIRE(calendar.part_of_month(-1) + calendar.part_of_month(0) ==
                        Approx(calendar.part_of_month(0) < 1 ? 1 : 2));
            if (month > 0) REQUIRE(calendar.part_of_month(month) == 1);
            if (month > 0)
                REQUIRE(calendar.months_from_start(month) ==
                        Approx(calendar.months_from_start(month - 1) + last_part));
            last_part = calendar.part_of_month(month);
        }
        REQUIRE(calendar.months_from_start(0) == 0);
        REQUIRE(calendar.month_before(0) == 0);
        const Date settled_from = calendar.date_of(calendar.month_start(calendar.month_before(12)));
        REQUIRE(settled_from.month == first_month_of(start).first.month);
        REQUIRE(settled_from.year == first_month_of(start).first.year - 1);
    }
}

}  // namespace headroom
