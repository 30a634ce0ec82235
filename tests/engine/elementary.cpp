#include "sim/engine/elementary.hpp"

#include <cmath>

#include "sim/engine/draws.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

// How far apart two numbers of one sign are, in units of the last place.
double units_apart(double one, double other) {
    const double unit = std::nextafter(std::abs(other), 1e308) - std::abs(other);
    return std::abs(one - other) / unit;
}

// The 64-bit FNV-1a hash of successive bit patterns.
struct BitsHash {
    std::uint64_t value = 0xcbf29ce484222325u;

    void add(double number) {
        const auto bits = std::bit_cast<std::uint64_t>(number);
        for (int byte = 0; byte < 8; ++byte) value = (value ^ (bits >> (8 * byte) & 0xFF)) * 0x100000001b3u;
    }
};

// Positive numbers of every size from 2^-1022 to 2^1023, keyed like any draw.
double any_positive(std::uint32_t i) {
    const Draw draw = RandomStreams(1, 0).draw(i, 0, 0);
    return (1 + draw.uniform(0)) * std::ldexp(1.0, static_cast<int>(draw.word(1) % 2045) - 1022);
}

TEST_CASE("the logarithm is within one unit in the last place of the C library's") {
    double worst = 0;
    for (std::uint32_t i = 0; i < 200'000; ++i) {
        const double any = any_positive(i);
        const double u = RandomStreams(2, 0).draw(i, 0, 0).uniform(0);
        const double near_one = 1 + (u - 0.5) * 0x1p-20;
        for (const double x : {any, u, near_one})
            worst = std::max(worst, units_apart(natural_log(x), std::log(x)));
    }
    CHECK(worst <= 1.0);
    CHECK(natural_log(1.0) == 0.0);
    CHECK(natural_log(2.0) == std::log(2.0));
    CHECK(natural_log(0x1p-1022) == std::log(0x1p-1022));
}

TEST_CASE("the exponential is within one unit in the last place of the C library's") {
    double worst = 0;
    for (std::uint32_t i = 0; i < 200'000; ++i) {
        const double u = RandomStreams(3, 0).draw(i, 0, 0).uniform(0);
        for (const double x : {1416 * u - 707, 20 * u - 10, (u - 0.5) * 0x1p-20})
            worst = std::max(worst, units_apart(exponential_of(x), std::exp(x)));
    }
    CHECK(worst <= 1.0);
    CHECK(exponential_of(0.0) == 1.0);
    CHECK(exponential_of(709.7) == Approx(std::exp(709.7)).epsilon(1e-15));
    CHECK(exponential_of(710.0) == std::numeric_limits<double>::infinity());
    CHECK(exponential_of(-800.0) == 0.0);
}

TEST_CASE("logarithm, exponential and normal quantile have the recorded bits on every processor") {
    BitsHash logarithms, exponentials, quantiles;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        const double u = RandomStreams(4, 0).draw(i, 0, 0).uniform(0);
        logarithms.add(natural_log(any_positive(i)));
        logarithms.add(natural_log(u));
        exponentials.add(exponential_of(1416 * u - 707));
        exponentials.add(exponential_of(u));
        quantiles.add(normal_quantile(u));
    }
    CHECK(logarithms.value == 0x6385429a1fb5fb26u);
    CHECK(exponentials.value == 0x4242a7bd9d8d48a1u);
    CHECK(quantiles.value == 0xeea3cbeb67138d33u);
}

TEST_CASE("the normal quantile has the values of published tables") {
    // Odeh and Owen, Tables for Normal Tolerance Limits, 1980; and R's qnorm.
    CHECK(normal_quantile(0.5) == 0.0);
    CHECK(normal_quantile(0.75) == Approx(0.6744897501960817).epsilon(1e-15));
    CHECK(normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-15));
    CHECK(normal_quantile(0.999) == Approx(3.090232306167813).epsilon(1e-15));
    CHECK(normal_quantile(1e-10) == Approx(-6.361340902404056).epsilon(1e-15));
    CHECK(normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-15));
}

TEST_CASE("the normal quantile is odd about one half and never turns back") {
    double before = -100;
    for (int i = 1; i < 100'000; ++i) {
        const double u = i / 100'000.0;
        const double z = normal_quantile(u);
        REQUIRE(z > before);
        REQUIRE(z == Approx(-normal_quantile(1 - u)).margin(1e-9));
        before = z;
    }
}

TEST_CASE("the normal quantile undoes the normal distribution function") {
    for (double z = -6; z < 6; z += 0.01) {
        const double share_below = 0.5 * std::erfc(-z / std::sqrt(2.0));
        // Above the middle the share itself has lost digits: an error of 1e-16 in it moves z by 1e-16 /
        // density.
        const double density = 0.3989422804014327 * std::exp(-0.5 * z * z);
        REQUIRE(std::abs(normal_quantile(share_below) - z) <=
                1e-14 * std::max(1.0, std::abs(z)) + 2.3e-16 / density);
    }
}

TEST_CASE("a number said to lie above a chance does, and most that lie well above it are said to") {
    int above = 0, said = 0;
    for (double log_factor = -4; log_factor < 4; log_factor += 0.037) {
        for (double chance = 1e-6; chance < 1; chance *= 1.7) {
            for (double number = 1e-6; number < 1; number *= 1.3) {
                const bool is_above = number >= chance * exponential_of(log_factor);
                if (surely_above(number, chance, log_factor)) REQUIRE(is_above);
                if (log_factor > 0.5 || number < 3 * chance * exponential_of(log_factor)) continue;
                ++above;
                said += surely_above(number, chance, log_factor);
            }
        }
    }
    CHECK(above > 1000);
    CHECK(said > 0.6 * above);
    CHECK_FALSE(surely_above(0.5, 0.1, 1.0));
    CHECK_FALSE(surely_above(0.5, 0.5, 0.0));
}

}  // namespace
}  // namespace headroom
