#include "analysis/statistics/intervals.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

std::vector<double> one_to(int last) {
    std::vector<double> numbers(static_cast<std::size_t>(last));
    std::iota(numbers.begin(), numbers.end(), 1.0);
    return numbers;
}

}  // namespace

TEST_CASE("Student's interval of a mean is that of the textbook") {
    // 1 to 9: mean 5, variance 7.5, t(0.975; 8) = 2.306.
    const Interval within = mean_interval(one_to(9));
    CHECK(within.low == Approx(5 - 2.306 * std::sqrt(7.5 / 9)).margin(0.001));
    CHECK(within.high == Approx(5 + 2.306 * std::sqrt(7.5 / 9)).margin(0.001));
    CHECK(within.holds(5));
    CHECK_FALSE(within.holds(8));
}

TEST_CASE("two futures have no interval of a mean, and equal ones an interval without width") {
    CHECK(std::isnan(mean_interval(one_to(2)).low));
    CHECK(mean_interval(std::vector<double>(7, 0.1)).half_width() == 0);
    CHECK(variance_of(std::vector<double>(7, 0.1)) == 0);
    CHECK(std::isnan(variance_of(one_to(1))));
    CHECK(std::isnan(mean_of({})));
}

TEST_CASE("the interval of a median runs between the values that the published table names") {
    // Conover, Practical Nonparametric Statistics (1999), section 3.2: for n = 20 the 6th and the 15th; sign
    // test tables: for n = 10 the 2nd and the 9th, for n = 6 the 1st and the 6th.
    for (const auto& [count, low, high] : {std::tuple{20, 6, 15}, {10, 2, 9}, {6, 1, 6}}) {
        CAPTURE(count);
        const Interval within = quantile_interval(one_to(count), 0.5);
        CHECK(within.low == low);
        CHECK(within.high == high);
    }
}

TEST_CASE("a quantile whose interval would reach beyond the outermost future has no end there") {
    CHECK(std::isnan(quantile_interval(one_to(5), 0.5).low));
    CHECK(std::isnan(quantile_interval(one_to(5), 0.5).high));
    CHECK(std::isnan(quantile_interval(one_to(35), 0.1).low));
    CHECK(quantile_interval(one_to(36), 0.1).low == 1);
    CHECK(quantile_interval(one_to(36), 0.9).high == 36);
    CHECK(std::isnan(quantile_interval({}, 0.5).low));
}

TEST_CASE("the interval of a low quantile mirrors that of the high one") {
    const Interval low = quantile_interval(one_to(100), 0.1), high = quantile_interval(one_to(100), 0.9);
    CHECK(low.low == 101 - high.high);
    CHECK(low.high == 101 - high.low);
    CHECK(low.holds(10));
}

TEST_CASE("the interval of a share is Wilson's, also where none or all are hit") {
    // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I: 81 of 263, 15 of 148, 0 of 20 and 1 of 29.
    const struct {
        int hits, tries;
        double low, high;
    } published[] = {
        {81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}};
    for (const auto& row : published) {
        CAPTURE(row.hits, row.tries);
        const Interval within = share_interval(row.hits, row.tries);
        CHECK(within.low == Approx(row.low).margin(0.0001));
        CHECK(within.high == Approx(row.high).margin(0.0001));
    }
    CHECK(share_interval(20, 20).high == 1);
    CHECK(share_interval(20, 20).low == Approx(1 - 0.1611).margin(0.0001));
    CHECK(std::isnan(share_interval(0, 0).low));
}

TEST_CASE("intervals that are to hold together are each made for their share of the chance to fail") {
    CHECK(Together{1}.each() == Approx(0.95));
    CHECK(Together{5}.each() == Approx(0.99));
    CHECK(Together{3, 0.9}.each() == Approx(1 - 0.1 / 3));
}

TEST_CASE("what is not a number is left out, and nothing else") {
    const double none = std::numeric_limits<double>::quiet_NaN();
    CHECK(known_of(std::vector<double>{none, 0, 3, none, -1}) == std::vector<double>{0, 3, -1});
}
