#include "sim/engine/draws.hpp"

#include <cmath>
#include <set>

#include "sim/engine/ensure.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

constexpr std::uint32_t many = 200'000;

// Mean and standard deviation of numbers as they come.
struct Spread {
    double count = 0, total = 0, squares = 0;

    void add(double x) {
        ++count;
        total += x;
        squares += x * x;
    }
    double mean() const { return total / count; }
    double deviation() const { return std::sqrt(squares / count - mean() * mean()); }
};

TEST_CASE("a draw depends on seed, replication, entity, purpose and ordinal, and on nothing else") {
    const auto word = [](std::uint64_t seed, std::uint32_t replication, std::uint32_t entity,
                         std::uint32_t purpose, std::uint32_t ordinal) {
        return RandomStreams(seed, replication).draw(entity, purpose, ordinal).word(0);
    };
    const std::set<std::uint32_t> words = {word(1, 2, 3, 4, 5),
                                           word(9, 2, 3, 4, 5),
                                           word(1, 9, 3, 4, 5),
                                           word(1, 2, 9, 4, 5),
                                           word(1, 2, 3, 9, 5),
                                           word(1, 2, 3, 4, 9),
                                           word(1 + (1ull << 40), 2, 3, 4, 5)};
    CHECK(words.size() == 7);
    CHECK(word(1, 2, 3, 4, 5) == word(1, 2, 3, 4, 5));
}

TEST_CASE("a draw is the Philox block of its key, word by word") {
    const Draw draw = RandomStreams(0x299f31d0a4093822u, 0x243f6a88).draw(0x85a308d3, 0x13198a2e, 0x03707344);
    CHECK(draw.word(0) == 0xd16cfe09);
    CHECK(draw.word(3) == 0x24126ea1);
    CHECK(draw.uniform(0) == (0xd16cfe09 + 0.5) / 4294967296.0);
}

TEST_CASE("a uniform number is never 0 and never 1") {
    CHECK(Draw(PhiloxBlock{{0, 0, 0, 0}}).uniform(0) == 0x1p-33);
    CHECK(Draw(PhiloxBlock{{0xFFFFFFFF, 0, 0, 0}}).uniform(0) == 1 - 0x1p-33);
    CHECK(Draw(PhiloxBlock{{0, 0, 0, 0}}).exponential(0) == Approx(33 * std::log(2.0)));
    CHECK(Draw(PhiloxBlock{{0xFFFFFFFF, 0, 0, 0}}).exponential(0) > 0);
}

TEST_CASE("uniform, exponential, normal and lognormal numbers have their mean and spread") {
    const RandomStreams streams(11, 0);
    const Lognormal hours = Lognormal::from_mean_cv(14, 0.4);
    Spread uniform, exponential, normal, lognormal_hours;
    for (std::uint32_t i = 0; i < many; ++i) {
        const Draw draw = streams.draw(i, 1, 0);
        uniform.add(draw.uniform(0));
        exponential.add(draw.exponential(1));
        normal.add(draw.normal(2));
        lognormal_hours.add(hours.at(draw.normal(3)));
    }
    // Within four standard errors of the mean, and two per cent of the deviation.
    const double error = 4 / std::sqrt(double(many));
    CHECK(uniform.mean() == Approx(0.5).margin(error * uniform.deviation()));
    CHECK(uniform.deviation() == Approx(std::sqrt(1 / 12.0)).epsilon(0.02));
    CHECK(exponential.mean() == Approx(1).margin(error));
    CHECK(exponential.deviation() == Approx(1).epsilon(0.02));
    CHECK(normal.mean() == Approx(0).margin(error));
    CHECK(normal.deviation() == Approx(1).epsilon(0.02));
    CHECK(lognormal_hours.mean() == Approx(14).margin(error * 5.6));
    CHECK(lognormal_hours.deviation() == Approx(5.6).epsilon(0.02));
}

TEST_CASE("random arrivals are Poisson: a day's count has its mean for variance, and its chance of none") {
    const RandomStreams streams(12, 0);
    constexpr double per_day = 3;
    constexpr int days = 40'000;
    std::vector<int> counts(days, 0);
    double time = 0;
    for (std::uint32_t i = 0; time < days; ++i) {
        time += streams.draw(i, 2, 0).exponential(0) / per_day;
        if (time < days) ++counts[static_cast<std::size_t>(time)];
    }
    Spread count;
    int without = 0;
    for (const int arrivals : counts) {
        count.add(arrivals);
        without += arrivals == 0;
    }
    CHECK(count.mean() == Approx(per_day).margin(4 * std::sqrt(per_day / days)));
    // The variance of a Poisson sample variance is close to (per_day + 2 per_day^2) / days.
    CHECK(count.deviation() * count.deviation() ==
          Approx(per_day).margin(4 * std::sqrt((per_day + 2 * per_day * per_day) / days)));
    const double none = std::exp(-per_day);
    CHECK(without / double(days) == Approx(none).margin(4 * std::sqrt(none / days)));
}

TEST_CASE("a lognormal quantity made from its median has it in the middle") {
    CHECK(Lognormal::from_median_sigma(5, 0.8).at(0) == Approx(5).epsilon(1e-15));
    CHECK(Lognormal::from_mean_cv(7, 0).at(2.5) == Approx(7).epsilon(1e-15));
    CHECK(lognormal(14, 0.4, 0.5) == Approx(14 / std::sqrt(1.16)).epsilon(1e-14));
    CHECK_THROWS_AS(Lognormal::from_mean_cv(0, 1), ModelFault);
    CHECK_THROWS_AS(Lognormal::from_median_sigma(1, -1), ModelFault);
}

TEST_CASE("numbers drawn in a batch have the same bits as those drawn one by one") {
    const RandomStreams streams(13, 7);
    std::array<double, 4 * 33> batch;
    fill_exponentials(batch, streams, {100, 3, 9});
    for (std::uint32_t i = 0; i < 33; ++i)
        for (int j = 0; j < 4; ++j)
            REQUIRE(batch[4 * i + std::size_t(j)] == streams.draw(100 + i, 3, 9).exponential(j));
    std::array<double, 3> uneven;
    CHECK_THROWS_AS(fill_exponentials(uneven, streams, {}), ModelFault);
}

TEST_CASE("a generator for Boost walks through the words of successive ordinals") {
    const RandomStreams streams(14, 0);
    KeyedGenerator generator(streams, 5, 6, 2);
    for (std::uint32_t ordinal = 2; ordinal < 10; ++ordinal)
        for (int i = 0; i < 4; ++i) REQUIRE(generator() == streams.draw(5, 6, ordinal).word(i));
}

TEST_CASE("a pick takes each with the same chance, and is the same pick every time") {
    constexpr int things = 7;
    std::array<int, things> taken{};
    for (std::uint32_t i = 0; i < many; ++i) {
        KeyedGenerator generator(RandomStreams(15, 0), i, 1);
        ++taken[std::size_t(pick(generator, things))];
    }
    double chi_squared = 0;
    for (const int count : taken)
        chi_squared += std::pow(count - many / double(things), 2) / (many / double(things));
    CHECK(chi_squared < 22.5);  // six degrees of freedom, exceeded once in a thousand
    KeyedGenerator generator(RandomStreams(15, 0), 0, 1);
    CHECK(pick(generator, 1) == 0);
    CHECK_THROWS_AS(pick(generator, 0), ModelFault);
}

}  // namespace
}  // namespace headroom
