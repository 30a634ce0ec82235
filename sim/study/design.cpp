#include "sim/study/design.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/engine/draws.hpp"
#include "sim/engine/sobol_points.hpp"

namespace headroom {

namespace {

// Keep the draws of each kind of design apart.
constexpr std::uint32_t of_latin_hypercube = 0x1A71;
constexpr std::uint32_t of_morris = 0x3044;

double level(std::size_t number, std::size_t levels) {
    return levels < 2 ? 0.5 : static_cast<double>(number) / static_cast<double>(levels - 1);
}

// A random order of 0 to count - 1 (Fisher and Yates).
std::vector<std::size_t> random_order(std::size_t count, KeyedGenerator& generator) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[static_cast<std::size_t>(pick(generator, static_cast<int>(i)))]);
    return order;
}

double uniform(KeyedGenerator& generator) {
    return (generator() + 0.5) * 0x1p-32;
}

double squared_distance(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

// The squared distance of a point to its nearest neighbour.
double nearest_to(const Design& design, std::size_t number) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t other = 0; other < design.points(); ++other) {
        if (other != number)
            nearest = std::min(nearest, squared_distance(design.point(number), design.point(other)));
    }
    return nearest;
}

// Exchanges one number of two points for as long as that moves the closer of their neighbourhoods apart.
Design spread_out(Design design, KeyedGenerator& generator) {
    constexpr std::size_t most_points = 1000;
    constexpr std::size_t distances = 40'000'000;  // half a second
    const std::size_t points = design.points();
    if (points < 3 || points > most_points || design.factors() < 2) return design;
    std::vector<double> shares(design.shares().begin(), design.shares().end());
    for (std::size_t trial = 0; trial < distances / (4 * points); ++trial) {
        const auto a = static_cast<std::size_t>(pick(generator, static_cast<int>(points)));
        const auto b = static_cast<std::size_t>(pick(generator, static_cast<int>(points)));
        const auto factor = static_cast<std::size_t>(pick(generator, static_cast<int>(design.factors())));
        if (a == b) continue;
        std::swap(shares[a * design.factors() + factor], shares[b * design.factors() + factor]);
        Design changed(design.factors(), shares);
        if (std::min(nearest_to(changed, a), nearest_to(changed, b)) >
            std::min(nearest_to(design, a), nearest_to(design, b))) {
            design = std::move(changed);
        } else {
            std::swap(shares[a * design.factors() + factor], shares[b * design.factors() + factor]);
        }
    }
    return design;
}

}  // namespace

Design full_factorial(std::span<const std::size_t> levels) {
    std::size_t points = levels.empty() ? 0 : 1;
    for (const std::size_t each : levels) points *= each;
    std::vector<double> shares(points * levels.size());
    for (std::size_t point = 0; point < points; ++point) {
        std::size_t rest = point;
        for (std::size_t factor = levels.size(); factor-- > 0; rest /= levels[factor])
            shares[point * levels.size() + factor] = level(rest % levels[factor], levels[factor]);
    }
    return {levels.size(), std::move(shares)};
}

Design one_at_a_time(std::span<const double> base, std::span<const std::size_t> levels) {
    std::vector<double> shares(base.begin(), base.end());
    for (std::size_t factor = 0; factor < base.size(); ++factor) {
        for (std::size_t number = 0; number < levels[factor]; ++number) {
            shares.insert(shares.end(), base.begin(), base.end());
            shares[shares.size() - base.size() + factor] = level(number, levels[factor]);
        }
    }
    return {base.size(), std::move(shares)};
}

Design latin_hypercube(std::size_t points, std::size_t factors, std::uint64_t seed) {
    const RandomStreams streams(seed, 0);
    std::vector<double> shares(points * factors);
    for (std::size_t factor = 0; factor < factors; ++factor) {
        KeyedGenerator generator(streams, static_cast<std::uint32_t>(factor), of_latin_hypercube);
        const std::vector<std::size_t> order = random_order(points, generator);
        for (std::size_t point = 0; point < points; ++point)
            shares[point * factors + factor] =
                (static_cast<double>(order[point]) + uniform(generator)) / static_cast<double>(points);
    }
    KeyedGenerator exchanges(streams, static_cast<std::uint32_t>(factors), of_latin_hypercube);
    return spread_out({factors, std::move(shares)}, exchanges);
}

double nearest_distance(const Design& design) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t point = 0; point < design.points(); ++point)
        nearest = std::min(nearest, nearest_to(design, point));
    return std::sqrt(nearest);
}

Design sobol_sequence(std::size_t points, std::size_t factors, std::uint64_t seed) {
    return {factors, sobol_points(points, factors, seed)};
}

Design saltelli(std::size_t base, std::size_t factors, Orders orders, std::uint64_t seed) {
    const std::vector<double> both = sobol_points(base, 2 * factors, seed);
    std::vector<double> shares;
    const std::size_t rows = orders == Orders::second_too ? 2 * factors + 2 : factors + 2;
    shares.reserve(base * rows * factors);
    const auto add_mixed = [&](const double* of, const double* with, std::size_t factor) {
        shares.insert(shares.end(), of, of + factors);
        if (factor < factors) shares[shares.size() - factors + factor] = with[factor];
    };
    for (std::size_t point = 0; point < base; ++point) {
        const double* const a = both.data() + point * 2 * factors;
        const double* const b = a + factors;
        add_mixed(a, b, factors);
        for (std::size_t factor = 0; factor < factors; ++factor) add_mixed(a, b, factor);
        for (std::size_t factor = 0; orders == Orders::second_too && factor < factors; ++factor)
            add_mixed(b, a, factor);
        add_mixed(b, a, factors);
    }
    return {factors, std::move(shares)};
}

Design morris_trajectories(std::size_t trajectories, std::size_t factors, std::size_t levels,
                           std::uint64_t seed) {
    const RandomStreams streams(seed, 0);
    const double step = static_cast<double>(levels) / (2.0 * static_cast<double>(levels - 1));
    std::vector<double> shares;
    for (std::size_t trajectory = 0; trajectory < trajectories; ++trajectory) {
        KeyedGenerator generator(streams, static_cast<std::uint32_t>(trajectory), of_morris);
        std::vector<double> point(factors);
        std::vector<double> steps(factors);
        for (std::size_t factor = 0; factor < factors; ++factor) {
            // From the lower half of the grid up, or from the upper half down.
            const double low =
                level(static_cast<std::size_t>(pick(generator, static_cast<int>(levels / 2))), levels);
            const bool upward = pick(generator, 2) == 1;
            point[factor] = upward ? low : low + step;
            steps[factor] = upward ? step : -step;
        }
        shares.insert(shares.end(), point.begin(), point.end());
        for (const std::size_t factor : random_order(factors, generator)) {
            point[factor] += steps[factor];
            shares.insert(shares.end(), point.begin(), point.end());
        }
    }
    return {factors, std::move(shares)};
}

}  // namespace headroom
