// The points a study looks at.
#include "sim/study/design.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "sim/engine/sobol_points.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

std::vector<double> factor_of(const Design& design, std::size_t factor) {
    std::vector<double> shares;
    for (std::size_t point = 0; point < design.points(); ++point)
        shares.push_back(design.point(point)[factor]);
    return shares;
}

bool differ_in_one(std::span<const double> a, std::span<const double> b, double& by) {
    int different = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        ++different;
        by = std::abs(a[i] - b[i]);
    }
    return different == 1;
}

}  // namespace

TEST_CASE("a full factorial design holds every combination of levels once") {
    const Design design = full_factorial(std::array<std::size_t, 3>{2, 3, 4});
    REQUIRE(design.points() == 24);
    std::set<std::vector<double>> all;
    for (std::size_t point = 0; point < 24; ++point)
        all.insert({design.point(point).begin(), design.point(point).end()});
    CHECK(all.size() == 24);
    CHECK(std::vector<double>(design.point(0).begin(), design.point(0).end()) ==
          std::vector<double>{0, 0, 0});
    CHECK(design.point(1)[2] == Approx(1.0 / 3));
    CHECK(design.point(23)[1] == 1);
    CHECK(full_factorial(std::array<std::size_t, 1>{1}).point(0)[0] == 0.5);
}

TEST_CASE("one at a time moves a single factor from the base") {
    const std::vector<double> base = {0.3, 0.6, 0.9};
    const Design design = one_at_a_time(base, std::array<std::size_t, 3>{2, 2, 3});
    REQUIRE(design.points() == 8);
    for (std::size_t point = 1; point < 8; ++point) {
        double by = 0;
        CHECK(differ_in_one(design.point(0), design.point(point), by));
    }
    CHECK(design.point(1)[0] == 0);
    CHECK(design.point(2)[0] == 1);
    CHECK(design.point(6)[2] == 0.5);
    CHECK(design.point(7)[2] == 1);
}

TEST_CASE("a Latin hypercube has every factor once in each part of its range") {
    for (const std::size_t points : {1u, 2u, 10u, 100u, 1500u}) {
        const Design design = latin_hypercube(points, 3, 7);
        REQUIRE(design.points() == points);
        for (std::size_t factor = 0; factor < 3; ++factor) {
            std::vector<double> shares = factor_of(design, factor);
            std::sort(shares.begin(), shares.end());
            for (std::size_t i = 0; i < points; ++i) {
                CHECK(shares[i] >= static_cast<double>(i) / static_cast<double>(points));
                CHECK(shares[i] <= static_cast<double>(i + 1) / static_cast<double>(points));
            }
        }
    }
}

TEST_CASE("spreading a Latin hypercube out keeps its points further apart than chance would") {
    double spread = 0, by_chance = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        spread += nearest_distance(latin_hypercube(40, 4, seed));
        // The first 40 points of a hypercube too large to be spread out, each in a part of its own.
        const Design large = latin_hypercube(1001, 4, seed);
        by_chance += nearest_distance(Design(4, {large.shares().begin(), large.shares().begin() + 160}));
    }
    CHECK(spread > 1.5 * by_chance);
}

TEST_CASE("designs are the same for the same seed, and others for another") {
    const auto same = [](const Design& a, const Design& b) {
        return std::ranges::equal(a.shares(), b.shares());
    };
    CHECK(same(latin_hypercube(30, 5, 3), latin_hypercube(30, 5, 3)));
    CHECK_FALSE(same(latin_hypercube(30, 5, 3), latin_hypercube(30, 5, 4)));
    CHECK(same(sobol_sequence(30, 5, 3), sobol_sequence(30, 5, 3)));
    CHECK_FALSE(same(sobol_sequence(30, 5, 3), sobol_sequence(30, 5, 4)));
    CHECK_FALSE(same(morris_trajectories(3, 5, 4, 1), morris_trajectories(3, 5, 4, 2)));
}

TEST_CASE("Sobol's sequence begins as published, and a shift keeps it even") {
    // Joe and Kuo: after the origin (1/2, 1/2, ...), (3/4, 1/4), (1/4, 3/4).
    const std::vector<double> plain = sobol_points(3, 2, 0);
    CHECK(plain == std::vector<double>{0.5, 0.5, 0.75, 0.25, 0.25, 0.75});
    for (const std::uint64_t seed : {0u, 1u, 99u}) {
        // 1,024 points less the origin: every sixteenth of each of 20 dimensions holds 64 of them, but for
        // the one that the origin would be in.
        const Design design = sobol_sequence(1023, 20, seed);
        for (std::size_t factor = 0; factor < 20; ++factor) {
            std::array<int, 16> counts{};
            for (const double share : factor_of(design, factor)) {
                REQUIRE(share >= 0);
                REQUIRE(share < 1);
                ++counts[static_cast<std::size_t>(share * 16)];
            }
            std::sort(counts.begin(), counts.end());
            CHECK(counts[0] == 63);
            CHECK(counts[1] == 64);
            CHECK(counts[15] == 64);
        }
    }
}

TEST_CASE("Sobol's sequence integrates a smooth function far better than chance") {
    const Design design = sobol_sequence(4095, 5, 11);
    double sum = 0;
    for (std::size_t point = 0; point < design.points(); ++point) {
        double product = 1;
        for (const double share : design.point(point)) product *= 1 + (share - 0.5) / 2;
        sum += product;
    }
    // By chance the standard error would be 0.005.
    CHECK(sum / 4095 == Approx(1).margin(0.0005));
}

TEST_CASE("Saltelli's rows take one factor from the other matrix") {
    const std::size_t factors = 4;
    for (const Orders orders : {Orders::first_and_total, Orders::second_too}) {
        const Design design = saltelli(8, factors, orders, 5);
        const std::size_t rows = orders == Orders::second_too ? 2 * factors + 2 : factors + 2;
        REQUIRE(design.points() == 8 * rows);
        for (std::size_t base = 0; base < 8; ++base) {
            const auto a = design.point(base * rows), b = design.point(base * rows + rows - 1);
            for (std::size_t i = 0; i < factors; ++i) {
                const auto ab = design.point(base * rows + 1 + i);
                CHECK(ab[i] == b[i]);
                for (std::size_t other = 0; other < factors; ++other) {
                    if (other != i) CHECK(ab[other] == a[other]);
                }
                if (orders == Orders::first_and_total) continue;
                const auto ba = design.point(base * rows + 1 + factors + i);
                CHECK(ba[i] == a[i]);
                CHECK(ba[(i + 1) % factors] == b[(i + 1) % factors]);
            }
        }
    }
}

TEST_CASE("a Morris trajectory moves every factor once, by the same step, and stays in its range") {
    const std::size_t factors = 6;
    const Design design = morris_trajectories(10, factors, 4, 2);
    REQUIRE(design.points() == 10 * (factors + 1));
    for (std::size_t trajectory = 0; trajectory < 10; ++trajectory) {
        const std::size_t first = trajectory * (factors + 1);
        for (std::size_t i = 1; i <= factors; ++i) {
            double by = 0;
            CHECK(differ_in_one(design.point(first + i - 1), design.point(first + i), by));
            CHECK(by == Approx(4.0 / 6));
        }
        double by = 0;
        CHECK_FALSE(differ_in_one(design.point(first), design.point(first + factors), by));
    }
    for (const double share : design.shares()) {
        CHECK(share > -1e-12);
        CHECK(share < 1 + 1e-12);
        CHECK(std::abs(share * 3 - std::round(share * 3)) < 1e-9);
    }
}
