#include "analysis/statistics/over_futures.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/statistics/headlines.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr Judgement lower_is_better{Better::lower, 0.1};

std::vector<double> one_to(int last) {
    std::vector<double> numbers(static_cast<std::size_t>(last));
    std::iota(numbers.begin(), numbers.end(), 1.0);
    return numbers;
}

}  // namespace

TEST_CASE("the 80 % range of 99 futures runs from the tenth lowest to the tenth highest") {
    std::vector<double> values = one_to(99);
    const Range range = middle_80_percent(values);
    CHECK(range.low == 10);
    CHECK(range.median == 50);
    CHECK(range.high == 90);
}

TEST_CASE("another future falls within the 80 % range at least four times in five") {
    MadeUpChance chance(3);
    int inside = 0;
    constexpr int rounds = 4000;
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> values;
        for (int i = 0; i < 30; ++i) values.push_back(chance.between(0, 1));
        const Range range = middle_80_percent(values);
        const double another = chance.between(0, 1);
        inside += another >= range.low && another <= range.high;
    }
    CHECK(inside / static_cast<double>(rounds) > 0.79);  // exactly 25 / 31, standard error 0.006
    CHECK(inside / static_cast<double>(rounds) < 0.83);
}

TEST_CASE("one or two futures have a mean and no range") {
    const OverFutures two = over_futures(one_to(2));
    CHECK(two.mean == 1.5);
    CHECK(std::isnan(two.low));
    CHECK(std::isnan(two.high));
    CHECK(over_futures(one_to(3)).low == 1);
}

TEST_CASE("futures without a number do not count") {
    const OverFutures some = over_futures(std::vector<double>{1, none, 2, 3, none});
    CHECK(some.futures == 3);
    CHECK(some.mean == 2);
    const OverFutures nothing = over_futures(std::vector<double>{none});
    CHECK(nothing.futures == 0);
    CHECK(std::isnan(nothing.mean));
}

TEST_CASE("an alternative compared with itself differs by exactly nothing") {
    const std::vector<double> values{0.1, 0.7, 1e9, -3};
    const PairedDifference found = paired_difference(values, values, lower_is_better);
    CHECK(found.mean == 0);
    CHECK(found.low == 0);
    CHECK(found.high == 0);
    CHECK(found.share_better == 0);
    CHECK(found.verdict == Verdict::no_difference);
}

TEST_CASE("the interval of a paired difference is Student's") {
    // Differences -1, -2, -3, -4: mean -2.5, standard error 0.6455, t(0.975; 3) = 3.1824.
    const PairedDifference found =
        paired_difference(std::vector<double>{0, 0, 0, 0}, std::vector<double>{1, 2, 3, 4}, lower_is_better);
    CHECK(found.mean == -2.5);
    CHECK(found.low == Approx(-2.5 - 3.1824 * 0.6455).margin(0.0005));
    CHECK(found.high == Approx(-2.5 + 3.1824 * 0.6455).margin(0.0005));
    CHECK(found.share_better == 1);
    CHECK(found.verdict == Verdict::better);
}

TEST_CASE("the interval holds the true difference 95 times in a hundred") {
    MadeUpChance chance(11);
    int held = 0;
    constexpr int rounds = 4000;
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> values, first;
        for (int i = 0; i < 12; ++i) {
            const double shared = chance.between(0, 50);
            first.push_back(shared);
            values.push_back(shared + 2 + chance.between(-1, 1) + chance.between(-1, 1) +
                             chance.between(-1, 1));
        }
        const PairedDifference found = paired_difference(values, first, lower_is_better);
        held += found.low <= 2 && found.high >= 2;
    }
    CHECK(held / static_cast<double>(rounds) == Approx(0.95).margin(0.012));  // 3.5 standard errors
}

TEST_CASE("the same verdict is better or worse as the measure says, or only higher where neither is") {
    const std::vector<double> values{5, 5.5, 6}, first{1, 1, 1};
    CHECK(paired_difference(values, first, {Better::lower, 0.1}).verdict == Verdict::worse);
    CHECK(paired_difference(values, first, {Better::higher, 0.1}).verdict == Verdict::better);
    CHECK(paired_difference(values, first, {Better::neither, 0.1}).verdict == Verdict::higher);
    CHECK(paired_difference(first, values, {Better::neither, 0.1}).verdict == Verdict::lower);
}

TEST_CASE("a difference without spread is certain, and one that nobody would act on is none") {
    const std::vector<double> first{1, 2, 3};
    CHECK(paired_difference(std::vector<double>{3, 4, 5}, first, lower_is_better).verdict == Verdict::worse);
    CHECK(paired_difference(std::vector<double>{3, 4, 5}, first, lower_is_better).low == 2);
    CHECK(paired_difference(std::vector<double>{1.05, 2.05, 3.05}, first, lower_is_better).verdict ==
          Verdict::no_difference);
}

TEST_CASE("an interval around zero that is wider than the smallest difference cannot tell") {
    const PairedDifference found = paired_difference(std::vector<double>{-1, 1, -1.2, 1.1},
                                                     std::vector<double>{0, 0, 0, 0}, lower_is_better);
    CHECK(found.verdict == Verdict::cannot_tell);
    CHECK(words_of(found.verdict) == "cannot tell from this many runs");
    CHECK(found.share_better == 0.5);
}

TEST_CASE("two futures give no interval and no verdict, unless they are the same") {
    const PairedDifference found =
        paired_difference(std::vector<double>{1, 2}, std::vector<double>{5, 6}, lower_is_better);
    CHECK(std::isnan(found.low));
    CHECK(found.verdict == Verdict::cannot_tell);
    CHECK(paired_difference(std::vector<double>{1}, std::vector<double>{1}, lower_is_better).verdict ==
          Verdict::no_difference);
    CHECK(paired_difference({}, {}, lower_is_better).verdict == Verdict::cannot_tell);
}

TEST_CASE("a future that failed in either alternative is left out of both") {
    const PairedDifference found = paired_difference(std::vector<double>{1, none, 3, 4},
                                                     std::vector<double>{none, 100, 5, 6}, lower_is_better);
    CHECK(found.futures == 2);
    CHECK(found.mean == -2);
}

TEST_CASE("verdicts go by an interval that is wider the more alternatives are judged together") {
    // Differences 1, 2, 3, 4: mean 2.5, standard error 0.6455; t(0.975; 3) = 3.182, t(1 - 0.025 / 9; 3)
    // = 6.993.
    const std::vector<double> values{2, 4, 6, 8}, first{1, 2, 3, 4};
    const PairedDifference alone = paired_difference(values, first, {Better::lower, 0.1, 1});
    const PairedDifference among_ten = paired_difference(values, first, {Better::lower, 0.1, 10});
    CHECK(alone.verdict == Verdict::worse);
    CHECK(alone.joint.low == alone.low);
    CHECK(among_ten.verdict == Verdict::cannot_tell);
    CHECK(among_ten.low == alone.low);
    CHECK(among_ten.joint.half_width() / alone.joint.half_width() == Approx(7.453 / 3.182).epsilon(0.001));
}

TEST_CASE("pairing saves what the futures have in common") {
    // Variances 2500 and 2601 apart, a quarter of a squared unit paired.
    const PairedDifference found = paired_difference(std::vector<double>{1, 51.5, 101},
                                                     std::vector<double>{0, 50, 100}, lower_is_better);
    CHECK(found.times_as_many == Approx((2500 + 2500.0833) / (1 / 12.0)).epsilon(1e-4));
    const std::vector<double> first{1, 2, 3};
    CHECK(std::isinf(paired_difference(std::vector<double>{2, 3, 4}, first, lower_is_better).times_as_many));
    CHECK(std::isnan(
        paired_difference(std::vector<double>{1, 1, 1}, std::vector<double>{1, 1, 1}, lower_is_better)
            .times_as_many));
}

TEST_CASE("what is told needs no more futures, and what is not needs four times as many to halve its width") {
    const std::vector<double> first(4, 0.0);
    CHECK(paired_difference(std::vector<double>{1, 2, 3, 4}, first, lower_is_better).futures_to_tell == 0);
    const double many =
        paired_difference(std::vector<double>{-1, 1, 2, 3}, first, lower_is_better).futures_to_tell;
    const double half =
        paired_difference(std::vector<double>{0.125, 1.125, 1.625, 2.125}, first, lower_is_better)
            .futures_to_tell;
    CHECK(many == Approx(4 * half).margin(4));
    CHECK(many > 4);
    CHECK(std::isnan(
        paired_difference(std::vector<double>{1}, std::vector<double>{2}, lower_is_better).futures_to_tell));
}

TEST_CASE("the share of futures that are better carries Wilson's interval") {
    const PairedDifference found = paired_difference(std::vector<double>{-1, -1, 1, -1},
                                                     std::vector<double>{0, 0, 0, 0}, lower_is_better);
    CHECK(found.share_better == 0.75);
    CHECK(found.share_within.low == Approx(0.3006).margin(0.0001));
    CHECK(found.share_within.high == Approx(0.9544).margin(0.0001));
}

TEST_CASE("a smallest difference that is a share grows with the first alternative") {
    const Headline cost{Measure::cost, Group::cost, 1e-6, 1, 0, 0.005};
    CHECK(cost.beside(46e6).smallest == Approx(230'000));
    CHECK(cost.beside(-2e6).smallest == Approx(10'000));
    CHECK(cost.beside(none).smallest == 0);
    const Headline unmet{Measure::unmet_per_100, Group::shortfalls, 1, 1, 0.5};
    CHECK(unmet.beside(46e6).smallest == 0.5);
}

TEST_CASE("a difference that is sure, and likelier too small to matter than not, is slight and no more") {
    const std::vector<double> first(40, 10.0);
    const auto of = [&](double mean, double spread) {
        std::vector<double> values;
        for (int i = 0; i < 40; ++i) values.push_back(10 + mean + (i % 2 == 0 ? spread : -spread));
        return paired_difference(values, first, {Better::lower, 0.5}).verdict;
    };
    CHECK(of(0.4, 1.0) == Verdict::slight);  // 0.08 to 0.72
    CHECK(of(-0.4, 1.0) == Verdict::slight);
    CHECK(of(0.6, 1.0) == Verdict::worse);  // 0.28 to 0.92
    CHECK(of(-0.6, 1.0) == Verdict::better);
    CHECK(of(0.4, 0.1) == Verdict::no_difference);  // 0.37 to 0.43
    CHECK(of(0.2, 1.0) == Verdict::cannot_tell);    // -0.12 to 0.52
    CHECK_FALSE(is_told(Verdict::slight));
}

TEST_CASE("where only one or two of many futures have a value nothing is told of a difference") {
    const std::vector<double> one = {3, none, none, none, none}, two = {3, none, 4, none, none},
                              three = {3, none, 4, none, 5};
    const Judgement judgement{Better::lower, 0.5};
    CHECK(paired_difference(one, one, judgement).verdict == Verdict::cannot_tell);
    CHECK(paired_difference(two, two, judgement).verdict == Verdict::cannot_tell);
    CHECK(paired_difference(three, three, judgement).verdict == Verdict::no_difference);
    // A question of one future is of that future alone, which is the same.
    const std::vector<double> single = {3};
    CHECK(paired_difference(single, single, judgement).verdict == Verdict::no_difference);
}
