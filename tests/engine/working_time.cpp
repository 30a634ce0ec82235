#include "sim/engine/working_time.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/engine/ensure.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

TEST_CASE("a working day has 444 minutes and an hour 60") {
    CHECK(working_days(1) == 444);
    CHECK(working_days(45) == 45 * 444);
    CHECK(working_days(-10) == -4440);
    CHECK(hours(7.4) == 444);
    CHECK(hours(1.5) == 90);
}

TEST_CASE("parts of a minute are rounded, the same way before and after the origin") {
    CHECK(whole_minutes(1.49) == 1);
    CHECK(whole_minutes(1.5) == 2);
    CHECK(whole_minutes(-1.5) == -2);
    CHECK(whole_minutes(0.0) == 0);
}

TEST_CASE("every minute belongs to one working day") {
    CHECK(working_day_at(0) == 0);
    CHECK(working_day_at(443) == 0);
    CHECK(working_day_at(444) == 1);
    CHECK(working_day_at(-1) == -1);
    CHECK(working_day_at(-444) == -1);
    CHECK(working_day_at(-445) == -2);
}

TEST_CASE("whole days are as long whether they are counted in whole numbers or not") {
    for (int days = -3'000'000; days <= 3'000'000; days += 997)
        REQUIRE(working_days(days) == working_days(static_cast<double>(days)));
    constexpr int most = std::numeric_limits<int>::max(), least = std::numeric_limits<int>::min();
    CHECK(working_days(most) == working_days(static_cast<double>(most)));
    CHECK(working_days(least) == working_days(static_cast<double>(least)));
    CHECK(working_days(std::uint8_t{45}) == 45 * minutes_per_working_day);
}

TEST_CASE("so many minutes are at most the longest time, either way") {
    for (const double minutes :
         {0.0, 0.9, -0.9, 444.5, -444.5, 1e9 - 0.5, 1e9, 1e9 + 1, -1e9, 1e300, -1e300}) {
        const double within = std::min(std::max(minutes, -static_cast<double>(longest_time)),
                                       static_cast<double>(longest_time));
        CHECK(full_minutes(minutes) == whole_part<Minutes>(within));
    }
    CHECK(full_minutes(std::nan("")) == 0);
}

TEST_CASE("a broken promise throws a model fault that carries its reason") {
    CHECK_NOTHROW(ensure(true, "never"));
    CHECK_THROWS_AS(ensure(false, "a family is in two places"), ModelFault);
    try {
        ensure(false, "a family is in two places");
    } catch (const ModelFault& fault) {
        CHECK(std::string(fault.what()) == "a family is in two places");
    }
}

TEST_CASE("weeks, months, quarters and years are rounded parts of one year of working days") {
    CHECK(minutes_per_working_day * working_days_in_week == hours_in_week * 60);
    CHECK(working_weeks(1) == working_days(working_days_in_week));
    CHECK(working_weeks(2.5) == working_days(12.5));
    CHECK(working_days_in_month == Approx(working_days_in_year / 12.0).epsilon(0.001));
    CHECK(working_days_in_quarter == Approx(working_days_in_year / 4.0).margin(0.5));
    CHECK(weeks_in_month == Approx(weeks_in_year / 12.0).epsilon(0.005));
    CHECK(working_days_in_four_weeks == 4 * working_days_in_week);
    // Bank holidays are what is missing from so many weeks of five days.
    CHECK(weeks_in_year * working_days_in_week - working_days_in_year == 7);
}

}  // namespace
}  // namespace headroom
