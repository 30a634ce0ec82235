#include "analysis/statistics/stopping.hpp"

#include <cmath>
#include <limits>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

// So many values around a mean, each that far from it.
Watched around(double mean, double distance, int futures) {
    Watched watched{"", {}, 1, 1};
    for (int i = 0; i < futures; ++i) watched.values.push_back(mean + (i % 2 == 0 ? distance : -distance));
    return watched;
}

int wanted(const Watched& watched, int lived, Precision precision = {}) {
    return futures_wanted(std::vector{watched}, lived, precision);
}

}  // namespace

TEST_CASE("nobody looks before twenty futures") {
    CHECK(wanted(around(0, 0, 4), 4) == 20);
    CHECK(wanted(around(0, 0, 4), 4, {.most = 10}) == 10);
}

TEST_CASE("futures end when the interval reaches half the smallest difference that matters") {
    // Half-width 2.0930 * 1.02598 / sqrt(20) = 0.480 of a wanted 0.5; a tenth more spread is 0.528.
    CHECK(reach_of(around(0, 1, 20), {}).half_width == Approx(0.480).margin(0.001));
    CHECK(wanted(around(0, 1, 20), 20) == 20);
    CHECK(wanted(around(0, 1.1, 20), 20) == 30);
}

TEST_CASE("as many are added as the spread asks for, at least ten and at most twice as many") {
    CHECK(wanted(around(0, 3, 100), 100) == 144);  // half-width 0.5983: 143.2
    CHECK(wanted(around(0, 1.5, 20), 20) == 40);
    CHECK(wanted(around(0, 100, 20), 20) == 40);
    CHECK(wanted(around(0, 100, 700), 700) == 1000);
    CHECK(wanted(around(0, 100, 1000), 1000) == 1000);
}

TEST_CASE("a large difference needs to be known to a quarter of itself only") {
    CHECK(wanted(around(0, 10, 40), 40) == 80);
    CHECK(wanted(around(14, 10, 40), 40) == 40);
    CHECK(wanted(around(-14, 10, 40), 40) == 40);
}

TEST_CASE("the least precise of several differences decides") {
    const std::vector<Watched> both{around(0, 0.1, 40), around(0, 2.2, 40)};
    CHECK(futures_wanted(both, 40, {}) == wanted(both[1], 40));
    CHECK(wanted(both[0], 40) == 40);
}

TEST_CASE("differences that are judged together need more futures than one alone") {
    Watched alone = around(0, 1, 20), among_many = alone;
    among_many.alternatives = 10;
    CHECK(wanted(alone, 20) == 20);
    CHECK(wanted(among_many, 20) > 20);
}

TEST_CASE("an alternative equal to the first is precise at the first look") {
    CHECK(wanted(around(0, 0, 20), 20) == 20);
}

TEST_CASE("where every future failed no more are tried, and where nearly all did, twice as many") {
    Watched failed{"", std::vector<double>(20, std::numeric_limits<double>::quiet_NaN()), 1, 1};
    CHECK_FALSE(reach_of(failed, {}).is_enough());
    CHECK(wanted(failed, 20) == 20);
    failed.values[3] = failed.values[7] = 1;
    CHECK(wanted(failed, 20) == 40);
    CHECK(wanted(failed, 1000) == 1000);
}

TEST_CASE("the precision asked for scales what is wanted") {
    CHECK(reach_of(around(0, 1, 20), {.smallest_differences = 2}).wanted == 2);
    CHECK(wanted(around(0, 4, 20), 20, {.smallest_differences = 2}) == 20);
    CHECK(wanted(around(0, 4, 20), 20) == 40);
}
