#include "analysis/statistics/resampling.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("a resample draws as many as there are, and leaves out about 37 of 100") {
    double left_out = 0;
    for (std::uint32_t number = 0; number < 200; ++number) {
        const std::vector<int> counts = resampled(50, number);
        CHECK(std::accumulate(counts.begin(), counts.end(), 0) == 50);
        left_out += static_cast<double>(std::count(counts.begin(), counts.end(), 0)) / 50;
    }
    // (1 - 1/50)^50; the standard error of the mean of 200 shares is 0.3 %.
    CHECK(left_out / 200 == Approx(0.364).margin(0.01));
}

TEST_CASE("the same resample is the same again, and another one or another purpose is not") {
    CHECK(resampled(100, 3) == resampled(100, 3));
    CHECK(resampled(100, 3) != resampled(100, 4));
    CHECK(resampled(100, 3, 1) != resampled(100, 3));
}

TEST_CASE("a percentile interval leaves one in forty resamples beyond either end") {
    std::vector<double> resamples;
    for (int i = 999; i >= 1; --i) resamples.push_back(i);
    const Interval within = percentile_interval(resamples);
    CHECK(within.low == 25);
    CHECK(within.high == 975);
    CHECK(percentile_interval(resamples, 0.8).low == 100);
}

TEST_CASE("resamples without a number do not count, and too many of them leave no interval") {
    const double none = std::numeric_limits<double>::quiet_NaN();
    CHECK(percentile_interval({1, none, 3, 2}).low == 1);
    CHECK(percentile_interval({1, none, 3, 2}).high == 3);
    CHECK(std::isnan(percentile_interval({1, 2, 3, none, none, none, none}).low));
    CHECK(std::isnan(percentile_interval({1, 2}).high));
}

TEST_CASE("one draw fewer makes means of few things vary as much as they should") {
    // The mean of four numbers of variance 5/3 has the variance 5/12; with four draws it would be 5/16.
    const double numbers[] = {1, 2, 3, 4};
    double sum = 0, squares = 0;
    constexpr int resamples = 20000;
    for (std::uint32_t number = 0; number < resamples; ++number) {
        const std::vector<int> counts = resampled_few(4, number, 0);
        double mean = 0;
        for (std::size_t i = 0; i < 4; ++i) mean += counts[i] * numbers[i] / 3;
        sum += mean;
        squares += mean * mean;
    }
    const double mean = sum / resamples;
    CHECK(mean == Approx(2.5).margin(0.02));
    CHECK(squares / resamples - mean * mean == Approx(5.0 / 12).epsilon(0.04));
    CHECK(resampled_few(1, 0, 0) == std::vector<int>{1});
}
