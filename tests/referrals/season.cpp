// The rhythm of the year: referrals by month as published, stretched by surges, and read both ways.
#include "sim/referrals/season.hpp"

#include <cmath>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Settings typical;
const Calendar calendar({2025, 4, 1}, 12, 36);

Minutes start_of(int month) {
    return calendar.month_start(month) * minutes_per_working_day;
}

double within_month(const Season& season, int month) {
    return season.at(start_of(month + 1)) - season.at(start_of(month));
}

}  // namespace

TEST_CASE("each month has its published share of the year's referrals") {
    const Season season(typical, calendar);
    // DfE, referrals by month against the mean month, January first.
    const double published[] = {1.029, 0.965, 1.067, 0.890, 1.095, 1.098,
                                1.012, 0.831, 1.029, 1.027, 1.082, 0.876};
    for (int month = -12; month < 36; ++month) {
        CAPTURE(month);
        const double share = published[calendar.month_of_year(month) - 1];
        CHECK(within_month(season, month) == Approx(share / 12).epsilon(1e-3));
    }
}

TEST_CASE("any twelve months hold one year's referrals") {
    const Season season(typical, calendar);
    for (int month = -12; month <= 24; ++month) {
        CHECK(season.at(start_of(month + 12)) - season.at(start_of(month)) == Approx(1).epsilon(1e-9));
    }
}

TEST_CASE("the moment of a reading and the reading of a moment undo each other, within two minutes") {
    const Season season(typical, calendar);
    for (Minutes time = start_of(-12) - 5000; time < start_of(36) + 5000; time += 971) {
        CAPTURE(time);
        CHECK(std::abs(season.time_at(season.at(time)) - time) <= 2);
    }
    for (double reading = -0.1; reading < 5; reading += 0.0173) {
        CHECK(season.at(season.time_at(reading)) == Approx(reading).margin(2e-5));
    }
}

TEST_CASE("more time never means fewer referrals, before, within and after the months of the run") {
    const Season season(typical, calendar);
    double before = season.at(start_of(-12) - working_days(300));
    for (Minutes time = start_of(-12) - working_days(299); time < start_of(36) + working_days(300);
         time += 333) {
        CHECK(season.at(time) > before);
        before = season.at(time);
    }
}

TEST_CASE("outside the months of the run referrals go on at the year's mean rate") {
    const Season season(typical, calendar);
    const Minutes year = static_cast<Minutes>(calendar.working_days_per_year() * minutes_per_working_day);
    CHECK(season.at(start_of(37) + year) - season.at(start_of(37)) == Approx(1).epsilon(1e-5));
    CHECK(season.at(start_of(-12)) - season.at(start_of(-12) - year) == Approx(1).epsilon(1e-5));
}

TEST_CASE("a surge of 20 percent brings a fifth more referrals in its months and none in the others") {
    std::vector<double> factors(static_cast<std::size_t>(calendar.last_month() - calendar.first_month() + 1),
                                1.0);
    const int first = 6 - calendar.first_month();
    for (int k = 0; k < 3; ++k) factors[static_cast<std::size_t>(first + k)] = 1.2;
    const Season calm(typical, calendar), surging(typical, calendar, factors);
    for (int month = -12; month < 36; ++month) {
        CAPTURE(month);
        const double times = month >= 6 && month < 9 ? 1.2 : 1;
        CHECK(within_month(surging, month) == Approx(times * within_month(calm, month)).epsilon(1e-9));
    }
    // So whoever comes after it comes sooner, and who came before it comes at the same time.
    CHECK(surging.time_at(2) < calm.time_at(2));
    CHECK(surging.time_at(1) == calm.time_at(1));
}

TEST_CASE("a month without referrals is passed over: nobody arrives in it") {
    Settings s;
    s.referral_share_august = 0;
    const Season season(s, calendar);
    const Minutes august = start_of(4), september = start_of(5);
    REQUIRE(calendar.month_of_year(4) == 8);
    for (double reading = 0; reading < 4; reading += 0.001) {
        const Minutes time = season.time_at(reading);
        CHECK((time <= august || time >= september));
    }
}

TEST_CASE("only the proportion between months counts, not their sum") {
    Settings doubled;
    for (const SettingRow& row : setting_rows()) {
        if (row.key.starts_with("referral_share_")) doubled.*row.value *= 2;
    }
    const Season one(typical, calendar), two(doubled, calendar);
    for (int month = -12; month < 36; ++month) {
        CHECK(within_month(two, month) == Approx(within_month(one, month)).epsilon(1e-9));
    }
}
