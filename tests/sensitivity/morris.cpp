#include "analysis/sensitivity/morris.hpp"

#include <limits>

#include "tests/catch.hpp"
#include "tests/sensitivity/known_functions.hpp"
#include "tests/sensitivity/made_up_factors.hpp"
#include "tests/statistics/made_up_chance.hpp"

using namespace headroom;

namespace {

std::vector<ElementaryEffects> effects_over(const Design& design, const KnownFunction& function) {
    return elementary_effects(values_over(design, function), numbers_of(design));
}

}  // namespace

TEST_CASE("of a straight line every effect is its slope over the whole range, and never differs") {
    const Design design = morris_trajectories(8, 3, 4, 1);
    const auto found = effects_over(design, [](auto shares) { return 5 * shares[0] - 2 * shares[1] + 100; });
    REQUIRE(found.size() == 3);
    CHECK(found[0].mean.value == Approx(5));
    CHECK(found[0].size.value == Approx(5));
    CHECK(found[1].mean.value == Approx(-2));
    CHECK(found[1].size.value == Approx(2));
    CHECK(found[2].size.value == 0);
    for (const ElementaryEffects& factor : found) {
        CHECK(factor.spread.value == Approx(0).margin(1e-12));
        CHECK(factor.effects == 8);
    }
}

TEST_CASE("of a product the effects are the other factor: mean a half, spread the square root of 5/36") {
    const auto found =
        effects_over(morris_trajectories(4000, 2, 4, 1), [](auto shares) { return shares[0] * shares[1]; });
    for (const ElementaryEffects& factor : found) {
        CHECK(factor.mean.value == Approx(0.5).margin(0.02));
        CHECK(factor.spread.value == Approx(std::sqrt(5.0 / 36)).margin(0.01));
        CHECK(factor.spread.within.holds(std::sqrt(5.0 / 36)));
    }
}

TEST_CASE("effects up and down cancel in the mean and not in the size") {
    // sin over a whole period at shares 0, 1/3, 2/3, 1: the change over 2/3 is +- sin(120 degrees).
    const auto found = effects_over(morris_trajectories(2000, 2, 4, 1), [](auto shares) {
        return std::sin(2 * std::acos(-1.0) * shares[0]) + shares[1];
    });
    const double each = 1.5 * std::sin(std::acos(-1.0) / 3);
    CHECK(found[0].mean.value == Approx(-each).margin(0.05));
    CHECK(found[0].size.value == Approx(each).margin(0.05));
    const auto square = effects_over(morris_trajectories(2000, 2, 4, 1),
                                     [](auto shares) { return shares[0] * shares[0] - shares[0]; });
    CHECK(square[0].mean.value == Approx(0).margin(0.02));
    CHECK(square[0].size.value == Approx(1.0 / 3).margin(1e-9));
}

TEST_CASE("Morris ranks the factors of Sobol's g function as they matter, from 20 trajectories") {
    const std::vector<double> numbers = {99, 0, 9, 1};
    const auto found =
        effects_over(morris_trajectories(20, 4, 4, 1), [&](auto shares) { return sobol_g(shares, numbers); });
    CHECK(found[1].size.value > found[3].size.value);
    CHECK(found[3].size.value > found[2].size.value);
    CHECK(found[2].size.value > found[0].size.value);
}

TEST_CASE("a world that failed takes with it only the effects that touch it") {
    const Design design = morris_trajectories(5, 3, 4, 1);
    std::vector<double> values = values_over(design, [](auto shares) { return shares[0] + shares[1]; });
    values[0] = std::numeric_limits<double>::quiet_NaN();      // start of the first trajectory: one effect
    values[4 + 1] = std::numeric_limits<double>::quiet_NaN();  // within the second: two
    const auto found = elementary_effects(values, numbers_of(design));
    CHECK(found[0].effects + found[1].effects + found[2].effects == 15 - 3);
    CHECK(found[0].mean.value == Approx(1));
}

TEST_CASE("a choice has effects by the change of word, and a direction only between two words") {
    const Design design = morris_trajectories(40, 2, 6, 1);
    std::vector<WorldFactor> factors = numbers_of(design);
    make_choice(factors[0], 3);
    make_choice(factors[1], 2);
    std::vector<double> values;
    for (std::size_t world = 0; world < design.points(); ++world)
        values.push_back((factors[0].values[world] == 1 ? 4 : 0) + 3 * factors[1].values[world]);
    const auto found = elementary_effects(values, factors);
    CHECK(std::isnan(found[0].mean.value));
    CHECK(found[0].size.value > 0);
    CHECK(found[0].size.value <= 4);
    CHECK(found[1].mean.value == Approx(3));
}

TEST_CASE("sigma has an interval from six trajectories on, means from four") {
    for (const int trajectories : {3, 4, 5, 6}) {
        const auto found =
            effects_over(morris_trajectories(static_cast<std::size_t>(trajectories), 2, 4, 2),
                         [](auto shares) { return shares[0] * (1 + shares[1]) + shares[1] * shares[1]; });
        CAPTURE(trajectories);
        CHECK(std::isnan(found[0].size.within.low) == (trajectories < 4));
        CHECK(std::isnan(found[0].mean.within.high) == (trajectories < 4));
        CHECK(std::isnan(found[0].spread.within.high) == (trajectories < 6));
    }
}

TEST_CASE("two trajectories give no interval") {
    const auto found =
        effects_over(morris_trajectories(2, 2, 4, 1), [](auto shares) { return shares[0] * shares[1]; });
    CHECK(found[0].effects == 2);
    CHECK(std::isnan(found[0].size.within.low));
    CHECK(std::isnan(found[0].spread.within.low));
}

TEST_CASE("intervals of mean effects hold the known ones in about 95 of 100 trials of ten trajectories") {
    // Effects of the first factor are 1 + 2 * the second: mean 2, all positive. The second takes four values
    // with equal chance, so that an interval is a little off what Student's would be for normal numbers.
    int mean_held = 0, size_held = 0, spread_held = 0;
    for (int trial = 0; trial < trials; ++trial) {
        const auto found = effects_over(morris_trajectories(10, 2, 4, static_cast<std::uint64_t>(trial + 1)),
                                        [](auto shares) { return shares[0] * (1 + 2 * shares[1]); });
        mean_held += found[0].mean.within.holds(2);
        size_held += found[0].size.within.holds(2);
        spread_held += found[0].spread.within.holds(2 * std::sqrt(5.0 / 36));
    }
    CHECK(mean_held / double(trials) == Approx(0.95).margin(0.03));
    CHECK(size_held / double(trials) == Approx(0.95).margin(0.03));
    CHECK(spread_held / double(trials) == Approx(0.95).margin(0.04));
}
