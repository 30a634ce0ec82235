#include "analysis/sensitivity/regression.hpp"

#include <limits>
#include <numeric>

#include "analysis/sensitivity/least_squares.hpp"
#include "tests/catch.hpp"
#include "tests/sensitivity/known_functions.hpp"
#include "tests/sensitivity/made_up_factors.hpp"
#include "tests/statistics/made_up_chance.hpp"

using namespace headroom;

namespace {

std::vector<int> each_by_itself(std::size_t worlds) {
    std::vector<int> groups(worlds);
    std::iota(groups.begin(), groups.end(), 0);
    return groups;
}

Regressions regressions_over(const Design& design, const KnownFunction& function) {
    return standardised_regressions(values_over(design, function), numbers_of(design),
                                    each_by_itself(design.points()));
}

}  // namespace

TEST_CASE("least squares finds a plane through points that lie on one, whatever its scale and height") {
    const Design design = latin_hypercube(30, 2, 1);
    std::vector<std::vector<double>> columns(2);
    std::vector<double> y;
    for (std::size_t point = 0; point < 30; ++point) {
        columns[0].push_back(1e6 + design.point(point)[0]);
        columns[1].push_back(1e-6 * design.point(point)[1]);
        y.push_back(5 + 2 * columns[0].back() - 3e6 * columns[1].back());
    }
    const LinearFit fit = least_squares(columns, y, std::vector<int>(30, 1));
    CHECK(fit.slopes[0] == Approx(2));
    CHECK(fit.slopes[1] == Approx(-3e6));
    CHECK(fit.explained == Approx(1));
}

TEST_CASE("least squares agrees with Longley's six columns to nine digits") {
    // J. W. Longley, Journal of the American Statistical Association 62 (1967), a fit hard to do by normal
    // equations; certified values: NIST Statistical Reference Datasets, Longley.
    const std::vector<std::vector<double>> columns = {
        {83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7,
         116.9},
        {234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546,
         482704, 502601, 518173, 554894},
        {2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007},
        {1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827},
        {107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950,
         123366, 125368, 127852, 130081},
        {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962}};
    const std::vector<double> y = {60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761,
                                   66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551};
    const LinearFit fit = least_squares(columns, y, std::vector<int>(16, 1));
    const double certified[] = {15.0618722713733,  -0.358191792925910e-01, -2.02022980381683,
                                -1.03322686717359, -0.511041056535807e-01, 1829.15146461355};
    for (std::size_t column = 0; column < 6; ++column)
        CHECK(fit.slopes[column] == Approx(certified[column]).epsilon(1e-9));
    CHECK(fit.explained == Approx(0.995479004577296).epsilon(1e-12));
}

TEST_CASE("a row that counts twice is as good as two rows, and one that counts nought is not there") {
    const std::vector<double> x = {0, 1, 2, 5}, y = {1, 0, 4, 9};
    const LinearFit counted = least_squares({x}, y, std::vector<int>{1, 2, 1, 0});
    const LinearFit written =
        least_squares({{0, 1, 1, 2}}, std::vector<double>{1, 0, 0, 4}, std::vector<int>{1, 1, 1, 1});
    CHECK(counted.slopes[0] == Approx(written.slopes[0]));
    CHECK(counted.explained == Approx(written.explained));
}

TEST_CASE("a column that says nothing new, or nothing at all, gets no slope") {
    const std::vector<double> x = {0, 1, 2, 5}, same = {1, 3, 5, 11}, flat = {4, 4, 4, 4};
    const LinearFit fit =
        least_squares({x, same, flat}, std::vector<double>{1, 2, 3, 6}, std::vector<int>(4, 1));
    CHECK(fit.slopes[0] == Approx(1));
    CHECK(fit.slopes[1] == 0);
    CHECK(fit.slopes[2] == 0);
    CHECK(fit.explained == Approx(1));
}

TEST_CASE("standardised coefficients of a sum are the shares of its spread, in either form") {
    const Design design = latin_hypercube(500, 3, 1);
    const Regressions found =
        regressions_over(design, [](auto shares) { return 3 * shares[0] - 4 * shares[1]; });
    CHECK(found.values.coefficients[0].value == Approx(0.6).margin(0.03));
    CHECK(found.values.coefficients[1].value == Approx(-0.8).margin(0.03));
    CHECK(found.values.coefficients[2].value == Approx(0).margin(1e-9));
    CHECK(found.values.explained == Approx(1));
    CHECK(found.ranks.coefficients[1].value == Approx(-0.8).margin(0.03));
    CHECK(found.ranks.explained > 0.95);
}

TEST_CASE("what rises steadily but not straight is followed by ranks alone") {
    const Regressions found = regressions_over(
        latin_hypercube(300, 2, 1), [](auto shares) { return std::exp(12 * shares[0]) + 0.001 * shares[1]; });
    CHECK(found.values.explained < enough_explained);
    CHECK(found.ranks.explained > 0.99);
    CHECK(found.ranks.coefficients[0].value == Approx(1).margin(0.01));
}

TEST_CASE("what goes up and down again is explained by neither line") {
    const Regressions found = regressions_over(latin_hypercube(200, 2, 1), [](auto shares) {
        return (shares[0] - 0.5) * (shares[0] - 0.5) + 0.01 * shares[1];
    });
    CHECK(found.values.explained < 0.1);
    CHECK(found.ranks.explained < 0.1);
}

TEST_CASE("a choice counts by what its words add together, whichever word comes first") {
    const Design design = latin_hypercube(600, 2, 1);
    std::vector<WorldFactor> factors = numbers_of(design);
    make_choice(factors[0], 3);
    std::vector<double> values;
    // The middle word adds 6: a spread of 6 * sqrt(2) / 3 beside 10 * sqrt(1/12) of the number.
    for (std::size_t world = 0; world < design.points(); ++world)
        values.push_back((factors[0].values[world] == 1 ? 6 : 0) - factors[1].values[world]);
    const Regressions found = standardised_regressions(values, factors, each_by_itself(600));
    const double choice = 2 * std::sqrt(2.0), number = 10 / std::sqrt(12.0);
    const double all = std::sqrt(choice * choice + number * number);
    CHECK(found.columns == 3);
    CHECK(found.values.coefficients[0].value == Approx(choice / all).margin(0.02));
    CHECK(found.values.coefficients[1].value == Approx(-number / all).margin(0.02));
    CHECK(found.values.explained == Approx(1));
}

TEST_CASE("columns that say nothing explain nothing once R squared is adjusted") {
    TrialChance chance(5, 1);
    const Regressions found =
        regressions_over(latin_hypercube(60, 30, 1), [&](auto) { return chance.normal(); });
    CHECK(found.values.explained > 0.3);
    CHECK(found.values.explained_adjusted == Approx(0).margin(0.3));
}

TEST_CASE("worlds that failed are left out and counted, and too few worlds give no line") {
    const Design design = latin_hypercube(50, 2, 1);
    std::vector<double> values = values_over(design, [](auto shares) { return shares[0]; });
    values[3] = values[17] = std::numeric_limits<double>::quiet_NaN();
    const Regressions found = standardised_regressions(values, numbers_of(design), each_by_itself(50));
    CHECK(found.worlds == 48);
    CHECK(found.without == 2);
    CHECK(found.values.coefficients[0].value == Approx(1));
    const Regressions few = regressions_over(latin_hypercube(4, 2, 1), [](auto shares) { return shares[0]; });
    CHECK(std::isnan(few.values.coefficients[0].value));
    const auto noisy = [](auto shares) { return shares[0] + shares[1] * shares[1]; };
    CHECK(std::isnan(regressions_over(latin_hypercube(6, 2, 1), noisy).values.coefficients[0].value));
    CHECK(regressions_over(latin_hypercube(7, 2, 1), noisy).values.coefficients[0].within.low > -10);
    const Design rows = latin_hypercube(30, 2, 1);
    std::vector<int> three;
    for (int world = 0; world < 30; ++world) three.push_back(world / 10);
    const Regressions drawn = standardised_regressions(values_over(rows, noisy), numbers_of(rows), three);
    CHECK(drawn.values.coefficients[0].value > 0);
    CHECK(std::isnan(drawn.values.coefficients[0].within.low));
    const Regressions flat = regressions_over(latin_hypercube(40, 2, 1), [](auto) { return 1.0; });
    CHECK(std::isnan(flat.values.explained));
}

TEST_CASE("bootstrap intervals of coefficients hold the known ones in about 95 of 100 trials of 60 worlds") {
    // y = 2 x1 + x2 + noise, all normal with standard deviation 1: coefficients 2 / sqrt(6), 1 / sqrt(6), 0.
    int held[3] = {};
    for (int trial = 0; trial < long_trials; ++trial) {
        TrialChance chance(31, trial);
        std::vector<WorldFactor> factors(3);
        std::vector<double> values;
        for (int world = 0; world < 60; ++world) {
            for (WorldFactor& factor : factors) factor.values.push_back(chance.normal());
            values.push_back(2 * factors[0].values.back() + factors[1].values.back() + chance.normal());
        }
        const Regressions found = standardised_regressions(values, factors, each_by_itself(60));
        const double known[] = {2 / std::sqrt(6.0), 1 / std::sqrt(6.0), 0};
        for (std::size_t i = 0; i < 3; ++i) held[i] += found.values.coefficients[i].within.holds(known[i]);
    }
    for (const int each : held) CHECK(each / double(long_trials) == Approx(0.95).margin(long_margin));
}
