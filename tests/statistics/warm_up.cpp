#include "analysis/statistics/warm_up.hpp"

#include <cmath>

#include "analysis/statistics/intervals.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_chance.hpp"

using namespace headroom;

namespace {

// The mean over futures, value by value.
std::vector<double> averaged(const std::vector<std::vector<double>>& futures) {
    std::vector<double> average(futures[0].size(), 0.0);
    for (const auto& future : futures)
        for (std::size_t i = 0; i < future.size(); ++i)
            average[i] += future[i] / static_cast<double>(futures.size());
    return average;
}

// Ten futures of a series that starts far from where it settles.
std::vector<std::vector<double>> futures_from(double start, int trial, double memory = 0.9) {
    TrialChance chance(37, trial);
    std::vector<std::vector<double>> futures;
    for (int i = 0; i < 10; ++i) futures.push_back(autoregression(chance, 300, memory, start));
    return futures;
}

Interval interval_without(const std::vector<std::vector<double>>& futures, int left_out) {
    std::vector<double> means;
    for (const auto& future : futures)
        means.push_back(mean_of(std::span(future).subspan(static_cast<std::size_t>(left_out))));
    return mean_interval(means);
}

}  // namespace

TEST_CASE("MSER-5 leaves out the start of a series that jumps once, to the batch") {
    std::vector<double> series(200, 1.0);
    for (std::size_t i = 0; i < 200; ++i) series[i] += i % 2 == 0 ? 0.1 : -0.1;
    for (std::size_t i = 0; i < 30; ++i) series[i] += 10;
    CHECK(mser_5(series).length == 30);
    CHECK(mser_5(series).is_long_enough);
    for (std::size_t i = 30; i < 33; ++i) series[i] += 10;  // within the seventh batch of five
    CHECK(mser_5(series).length == 35);
}

TEST_CASE("a series that has settled from the start loses nothing, and one without spread neither") {
    std::vector<double> even(100, 3.0);
    CHECK(mser_5(even).length == 0);
    CHECK(mser_5(even).is_long_enough);
    for (std::size_t i = 0; i < 100; ++i) even[i] += i % 10 < 5 ? 1 : -1;
    CHECK(mser_5(even).length <= 5);
}

TEST_CASE("a series that still rises at its end is too short, and fewer than fifty values say nothing") {
    std::vector<double> rising;
    for (int i = 0; i < 200; ++i) rising.push_back(i);
    CHECK_FALSE(mser_5(rising).is_long_enough);
    CHECK_FALSE(mser_5(std::vector<double>(49, 1.0)).is_long_enough);
    CHECK(mser_5(std::vector<double>(50, 1.0)).is_long_enough);
}

TEST_CASE("the longest warm-up counts for all alternatives") {
    std::vector<std::vector<double>> all(3, std::vector<double>(100, 1.0));
    for (std::size_t i = 0; i < 20; ++i) all[1][i] = 5;
    for (std::size_t i = 0; i < 10; ++i) all[2][i] = 5;
    CHECK(warm_up_of_all(all).length == 20);
    CHECK(warm_up_of_all(all).is_long_enough);
    all[0].resize(30);
    CHECK_FALSE(warm_up_of_all(all).is_long_enough);
    CHECK_FALSE(warm_up_of_all({}).is_long_enough);
}

TEST_CASE("with what MSER-5 leaves out, intervals hold the steady state, and with the start they do not") {
    // Memory 0.9 from 20 standard steps away: what is left of the start after k values is 20 * 0.9^k.
    int held = 0, held_whole = 0, long_enough = 0;
    for (int trial = 0; trial < trials; ++trial) {
        const auto futures = futures_from(20, trial);
        const WarmUp found = mser_5(averaged(futures));
        long_enough += found.is_long_enough;
        held += interval_without(futures, found.length).holds(0);
        held_whole += interval_without(futures, 0).holds(0);
    }
    // A little of the start stays in, so that a little less than 95 % is allowed beside three errors.
    CHECK(held / double(trials) > 0.95 - 3 * 0.0097 - 0.015);
    CHECK(held / double(trials) < 0.95 + 3 * 0.0097);
    CHECK(held_whole / double(trials) < 0.5);
    CHECK(long_enough > 0.9 * trials);
}

TEST_CASE("a series that starts where it settles keeps nearly all of itself") {
    double left_out = 0;
    int held = 0;
    for (int trial = 0; trial < trials; ++trial) {
        const auto futures = futures_from(0, trial, 0.5);
        const WarmUp found = mser_5(averaged(futures));
        left_out += found.length / double(trials);
        held += interval_without(futures, found.length).holds(0);
    }
    CHECK(left_out < 0.15 * 300);
    CHECK(held / double(trials) > 0.95 - 3 * 0.0097);
}

TEST_CASE("Welch's average is that of the textbook: fewer neighbours at the start, none at the end") {
    const std::vector<double> series{1, 2, 6, 4, 2, 9, 5};
    const std::vector<double> average = welch_average(series, 2);
    REQUIRE(average.size() == 5);
    CHECK(average[0] == 1);
    CHECK(average[1] == 3);         // 1, 2, 6
    CHECK(average[2] == 3);         // 1, 2, 6, 4, 2
    CHECK(average[3] == 4.6);       // 2, 6, 4, 2, 9
    CHECK(average[4] == 26 / 5.0);  // 6, 4, 2, 9, 5
    CHECK(welch_average(series, 0) == series);
    CHECK(welch_average(series, 9).empty());
}

TEST_CASE("Welch's average is as even as the number of its neighbours says") {
    // Independent values: the variance of a mean of 11 is an eleventh.
    TrialChance chance(41, 0);
    const std::vector<double> average = welch_average(autoregression(chance, 20'000, 0, 0), 5);
    CHECK(variance_of(std::span(average).subspan(5)) == Approx(1 / 11.0).epsilon(0.05));
}
