#include "analysis/discovery/cases.hpp"

#include <cmath>
#include <limits>
#include <set>

#include "tests/catch.hpp"
#include "tests/discovery/planted.hpp"
#include "tests/statistics/made_up_table.hpp"

using namespace headroom;

namespace {

const FailTest above_20{"children_unallocated", Relation::above, 20};

// World i has the mean 16 + i, its three futures 6 apart.
StudyTable eight_worlds() {
    MadeUpWorlds worlds;
    for (int i = 0; i < 8; ++i) worlds.shares.push_back({i / 10.0});
    return made_up_table(worlds, 2, 3, [](auto shares, int policy, int future) {
        return 16 + 10 * shares[0] + 6 * (future - 1) + 100 * policy;
    });
}

}  // namespace

TEST_CASE("a test is read with its measure, its sign and its number, whatever stands between") {
    const auto test = fail_test_of("children_unallocated > 20");
    REQUIRE(test);
    CHECK(test->measure == "children_unallocated");
    CHECK(test->relation == Relation::above);
    CHECK(test->limit == 20);
    CHECK(fail_test_of("cost>=4.6e7")->relation == Relation::at_least);
    CHECK(fail_test_of("  visits_on_time_percent  <  -1.5 ")->limit == -1.5);
    CHECK(fail_test_of("strain <= 1")->relation == Relation::at_most);
}

TEST_CASE("what is no test is refused rather than guessed at") {
    for (const char* written : {"", "children_unallocated", "children_unallocated > ", "> 20", "a > b",
                                "a = 3", "a > 20 children", "a > inf", "a > nan", "a >> 3", "a < 1 < 2"})
        CHECK_FALSE(fail_test_of(written));
}

TEST_CASE("a limit itself fails where it says at least or at most, and not where it says above or below") {
    const auto fails = [](Relation relation, double value) {
        return FailTest{"m", relation, 20}.fails(value);
    };
    CHECK(fails(Relation::above, 20.1));
    CHECK_FALSE(fails(Relation::above, 20));
    CHECK(fails(Relation::at_least, 20));
    CHECK(fails(Relation::below, 19.9));
    CHECK_FALSE(fails(Relation::below, 20));
    CHECK(fails(Relation::at_most, 20));
    CHECK(words_of(above_20) == "children unallocated above 20");
}

TEST_CASE("a world fails when the mean of its futures does, or when so large a share of them does") {
    const StudyTable table = eight_worlds();
    const Cases by_mean = cases_of(table, {}, above_20);
    CHECK(by_mean.fails == std::vector<bool>{false, false, false, false, false, true, true, true});
    // Of three futures 6 apart one is above 20 as soon as the mean is above 14, all when it is above 26.
    CHECK(cases_of(table, {}, above_20, 0.3).failing_share() == 1);
    CHECK(cases_of(table, {}, above_20, 1).failing_share() == 0);
    CHECK(cases_of(table, {.policy = 1}, above_20).failing_share() == 1);
    CHECK(cases_of(table, {.policy = 1, .against = 0}, {"m", Relation::above, 101}).failing_share() == 0);
}

TEST_CASE("worlds that chance may have decided are counted as near") {
    // The standard error of three futures 6 apart is 3.46: means from 17 to 23 are near 20.
    CHECK(cases_of(eight_worlds(), {}, above_20).near == 7);
}

TEST_CASE("a world without any value is no case, and its group does not count") {
    StudyTable table = eight_worlds();
    for (int future = 0; future < 3; ++future)
        table.values[table.origin.index_of(table.origin.design.point(2, 0), future)] =
            std::numeric_limits<double>::quiet_NaN();
    const Cases cases = cases_of(table, {}, above_20);
    CHECK(cases.size() == 7);
    CHECK(cases.without_value == 1);
    CHECK(cases.group_count() == 7);
    CHECK(cases.factors[0].values.size() == 7);
    CHECK(cases.factors[0].values[2] == Approx(3));
}

TEST_CASE("folds are of whole groups, about as large as each other, and the same each time") {
    Cases cases = planted(random_points(100, 2, 1), 1, [](auto) { return 0.5; });
    for (std::size_t i = 0; i < 100; ++i) cases.groups[i] = static_cast<int>(i / 4);
    const std::vector<int> folds = folds_of(cases, 5);
    for (std::size_t i = 0; i < 100; ++i) CHECK(folds[i] == folds[i - i % 4]);
    for (int fold = 0; fold < 5; ++fold) CHECK(std::count(folds.begin(), folds.end(), fold) == 20);
    CHECK(folds == folds_of(cases, 5));
}

TEST_CASE("cases that hang together count as one in how sure a density is") {
    Cases apart = planted(random_points(100, 2, 1), 1, [](auto) { return 0.5; });
    Cases together = apart;
    for (std::size_t i = 0; i < 100; ++i) together.groups[i] = static_cast<int>(i / 10);
    const std::vector<bool> all(100, true);
    const Counted one = counted_inside(apart, all), ten = counted_inside(together, all);
    CHECK(one.density() == ten.density());
    CHECK(one.groups == 100);
    CHECK(ten.groups == 10);
    CHECK(ten.density_within().half_width() > 2 * one.density_within().half_width());
    CHECK(std::isnan(counted_inside(apart, std::vector<bool>(100, false)).density()));
}
