// A run may start on any day of any month: the first month is what is left of it.
#include <cstring>

#include "sim/authority/world.hpp"
#include "tests/authority/futures.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

Settings tiny() {
    return small_authority(2500);
}

// One future from a start, after some months of settling.
Series lived_from(const Settings& settings, Date start, int settling_months, int months,
                  const std::vector<Shock>& shocks = {}) {
    const Way way{settings};
    Authority authority(settings, Policy{}, start, settling_months, months);
    authority.settle(11, 0);
    return authority.run({&way.settings, way.policies, shocks});
}

bool same_bits(const Series& one, const Series& other) {
    return one.values().size() == other.values().size() &&
           std::memcmp(one.values().data(), other.values().data(), one.values().size_bytes()) == 0;
}

// What a month's salaries come to in a year, by the number of posts filled at its end.
double salaries_of_a_post(const Series& series, int month) {
    return series.at(Measure::cost_salaries, month) / series.at(Measure::in_post, month);
}

}  // namespace

TEST_CASE("a run may start on any day, after any number of settling months") {
    const RandomStreams streams(23, 0);
    const int first = Date{1990, 1, 1}.days_since_1970(), end = Date{2100, 1, 1}.days_since_1970();
    std::vector<std::pair<Date, int>> starts = {{{2025, 4, 15}, 0},  {{2025, 4, 15}, 1},   {{2024, 2, 29}, 2},
                                                {{2025, 5, 31}, 1},  {{2025, 1, 2}, 0},    {{2025, 1, 2}, 1},
                                                {{2026, 8, 31}, 2},  {{2025, 12, 25}, 0},  {{1990, 1, 31}, 3},
                                                {{2099, 12, 31}, 1}, {{2025, 10, 13}, 120}};
    for (std::uint32_t i = 0; i < 20; ++i) {
        const Draw draw = streams.draw(i, starting_position, 0);
        starts.emplace_back(
            Date::from_days_since_1970(first + whole_part<int>(draw.uniform(0) * (end - first))),
            whole_part<int>(draw.uniform(1) * 4));
    }
    for (const auto& [start, settling] : starts) {
        CAPTURE(start.to_iso(), settling);
        Series series;
        REQUIRE_NOTHROW(series = lived_from(tiny(), start, settling, 2));
        REQUIRE(series.first_part() == first_month_of(start).part());
        REQUIRE(series.at(Measure::children_open, 0) > 0);
        REQUIRE(series.at(Measure::cost_salaries, 0) > 0);
        // What a month costs is in proportion to how much of one it is; who is in post changes a little.
        if (settling > 0)
            CHECK(salaries_of_a_post(series, 0) / series.first_part() ==
                  Approx(salaries_of_a_post(series, 1)).epsilon(0.25));
    }
}

TEST_CASE("from a Saturday the 31st, a Sunday the 1st or the Monday after, the future is the same") {
    const Series saturday = lived_from(tiny(), {2025, 5, 31}, 2, 3);
    CHECK(same_bits(saturday, lived_from(tiny(), {2025, 6, 1}, 2, 3)));
    CHECK(same_bits(saturday, lived_from(tiny(), {2025, 6, 2}, 2, 3)));
    CHECK_FALSE(same_bits(saturday, lived_from(tiny(), {2025, 6, 3}, 2, 3)));
}

TEST_CASE("half a month has half a month's referrals, and the year no more for it") {
    const Settings settings = small_authority(30000);
    const Series whole = lived_from(settings, {2025, 4, 1}, 1, 3);
    const Series part = lived_from(settings, {2025, 4, 15}, 1, 3);
    const double a_month = whole.over(Measure::referrals, 0, 3) / 3;
    CHECK(part.at(Measure::referrals, 0) == Approx(a_month / 2).epsilon(0.3));
    CHECK(part.over(Measure::referrals, 1, 3) / 2 == Approx(a_month).epsilon(0.3));
}

TEST_CASE("a mean over months counts a part-month for as much of a month as it is") {
    const Series series = lived_from(tiny(), {2025, 4, 29}, 1, 2);
    const double first = series.at(Measure::children_open, 0), second = series.at(Measure::children_open, 1);
    CHECK(series.first_part() == 0.1);
    CHECK(series.over(Measure::children_open, 0, 2) == Approx((0.1 * first + second) / 1.1));
    CHECK(series.over(Measure::cost, 0, 2) == series.at(Measure::cost, 0) + series.at(Measure::cost, 1));
    CHECK(series.by_period(3).first_part() == 0.1);
}

TEST_CASE("an inspection that begins in a part-month takes the days it has left in the next") {
    const std::vector<Shock> inspection = {{ShockKind::inspection, 0, 1, 12}};
    const auto hours = [&](Date start) {
        return lived_from(tiny(), start, 1, 3, inspection).over_run(Measure::inspection_hours);
    };
    CHECK(hours({2025, 4, 28}) == Approx(hours({2025, 4, 1})).epsilon(0.25));
}

TEST_CASE(
    "who is asked to stop stops in the middle of set-up, of settling and of a run, and can begin again") {
    const Way way{tiny()};
    Authority authority(way.settings, Policy{}, {2025, 4, 1}, 2, 3);
    int asked = 0;
    authority.stop_when([&asked] { return ++asked, false; });
    authority.settle(11, 0);
    const int while_settling = asked;
    const Series whole = authority.run({&way.settings, way.policies, way.shocks});
    const int in_all = asked;
    // Every family that stands open and every day: 40 days of settling, 60 of the run.
    CHECK(while_settling > 60);
    CHECK(in_all - while_settling >= 60);
    for (const int stop_at : {1, 5, while_settling - 1, while_settling + 1, in_all - 1}) {
        CAPTURE(stop_at);
        asked = 0;
        authority.stop_when([&asked, stop_at] { return ++asked >= stop_at; });
        CHECK_THROWS_AS((authority.settle(11, 0), authority.run({&way.settings, way.policies, way.shocks})),
                        Stopped);
        authority.stop_when({});
        authority.settle(11, 0);
        CHECK(same_bits(authority.run({&way.settings, way.policies, way.shocks}), whole));
    }
}
