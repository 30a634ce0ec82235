// How soon a closed family comes back.
#include "sim/families/returning.hpp"

#include <vector>

#include "sim/engine/draws.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// Share of many closed families who are back within so many years.
double share_of_draws_back(const ReturnTime& returning, double hazard, double within) {
    const RandomStreams streams(7, 0);
    int back = 0;
    constexpr int families = 40000;
    for (std::uint32_t family = 0; family < families; ++family) {
        const double years = returning.years(streams.draw(family, 1, 0).exponential(0), hazard);
        back += years >= 0 && years <= within;
    }
    return static_cast<double>(back) / families;
}

}  // namespace

TEST_CASE("32 percent of closed families are back within a year, 58 percent within six") {
    const ReturnTime returning{Settings{}};
    CHECK(returning.share_back(1) == Approx(0.32).epsilon(1e-9));
    CHECK(returning.share_back(6) == Approx(0.58).epsilon(1e-9));
    // Four standard errors of 40,000 draws are one point.
    CHECK(share_of_draws_back(returning, 1, 1) == Approx(0.32).margin(0.01));
    CHECK(share_of_draws_back(returning, 1, 6) == Approx(0.58).margin(0.01));
}

TEST_CASE("the published shares hold for any that an authority might have") {
    for (const double within_year : {0.0, 10.0, 45.0, 90.0}) {
        for (const double within_six : {0.0, 10.0, 58.0, 95.0}) {
            Settings s;
            s.return_12_months_percent = within_year;
            s.return_6_years_percent = within_six;
            const ReturnTime returning(s);
            CAPTURE(within_year, within_six);
            CHECK(returning.share_back(1) == Approx(within_year / 100).margin(1e-9));
            CHECK(returning.share_back(6) == Approx(std::max(within_year, within_six) / 100).margin(1e-9));
        }
    }
}

TEST_CASE("the share back never falls with time, starts from nothing and stays after six years") {
    const ReturnTime returning{Settings{}};
    double before = 0;
    for (int week = 0; week <= 400; ++week) {
        const double share = returning.share_back(week / 52.0);
        CHECK(share >= before);
        before = share;
    }
    CHECK(returning.share_back(0) == 0);
    CHECK(returning.share_back(20) == Approx(returning.share_back(6)));
}

TEST_CASE("most returns of the first year come early in it") {
    const ReturnTime returning{Settings{}};
    const double first_quarter = returning.share_back(0.25);
    const double second_quarter = returning.share_back(0.5) - first_quarter;
    CHECK(first_quarter > 0.32 / 4);
    CHECK(first_quarter > second_quarter);
}

TEST_CASE("a family's moment of return is where the share back has reached its chance") {
    const ReturnTime returning{Settings{}};
    for (const double chance : {0.01, 0.1, 0.2, 0.31, 0.33, 0.45, 0.57}) {
        const double years = returning.years(-natural_log(1 - chance), 1);
        CAPTURE(chance);
        CHECK(returning.share_back(years) == Approx(chance).epsilon(1e-9));
    }
    CHECK(returning.years(-natural_log(1 - 0.59), 1) == ReturnTime::never_back);
}

TEST_CASE("a family closed too early is back sooner, and likelier") {
    const ReturnTime returning{Settings{}};
    const RandomStreams streams(11, 0);
    for (std::uint32_t family = 0; family < 2000; ++family) {
        const double chance = streams.draw(family, 1, 0).exponential(0);
        const double adequate = returning.years(chance, 1), early = returning.years(chance, 1.5);
        if (adequate >= 0) {
            CHECK(early >= 0);
            CHECK(early < adequate);
        }
    }
    CHECK(share_of_draws_back(returning, 1.5, 1) > share_of_draws_back(returning, 1, 1) + 0.05);
}

TEST_CASE("with no hazard nobody comes back") {
    CHECK(ReturnTime{Settings{}}.years(0.001, 0) == ReturnTime::never_back);
    Settings s;
    s.return_12_months_percent = s.return_6_years_percent = 0;
    CHECK(share_of_draws_back(ReturnTime(s), 1, 6) == 0);
}
