// Which points of a space of factors a study looks at.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace headroom {

// Points by factors: where in its range each factor stands, from 0 (its low end, or first word) to 1 (its
// high end, or last word).
class Design {
public:
    Design() = default;
    Design(std::size_t factors, std::vector<double> shares) : factors_(factors), shares_(std::move(shares)) {}

    std::size_t factors() const { return factors_; }
    std::size_t points() const { return factors_ == 0 ? 0 : shares_.size() / factors_; }
    std::span<const double> point(std::size_t number) const {
        return std::span(shares_).subspan(number * factors_, factors_);
    }
    std::span<const double> shares() const { return shares_; }

private:
    std::size_t factors_ = 0;
    std::vector<double> shares_;
};

// Every combination of so many evenly spaced levels of each factor (one level: the middle), the last factor
// varying fastest.
Design full_factorial(std::span<const std::size_t> levels);

// The base, then every factor alone at each of its evenly spaced levels (one level: the middle), in order.
Design one_at_a_time(std::span<const double> base, std::span<const std::size_t> levels);

// A Latin hypercube: every factor once in each of `points` equal parts of its range, at a random place within
// (McKay, Beckman and Conover, Technometrics 21, 1979). Up to 1,000 points it is spread out by exchanging
// numbers of one factor between two points whenever their nearest neighbours come to lie further away
// (maximin; Johnson, Moore and Ylvisaker 1990, Morris and Mitchell 1995); beyond that the exchange costs more
// than it brings, and it is left random.
Design latin_hypercube(std::size_t points, std::size_t factors, std::uint64_t seed);

// The smallest distance between two points.
double nearest_distance(const Design& design);

// Sobol's sequence with a digital shift.
Design sobol_sequence(std::size_t points, std::size_t factors, std::uint64_t seed);

// For Sobol's indices of first, total and (asked for) second order: from two independent Sobol matrices A and
// B, for every base point the rows A, AB of each factor (A with that factor from B), BA of each factor
// (second order only), B: base * (factors + 2) points, or base * (2 * factors + 2). Saltelli, Computer
// Physics Communications 145 (2002); the order of rows is that of SALib.
enum class Orders { first_and_total, second_too };
Design saltelli(std::size_t base, std::size_t factors, Orders orders, std::uint64_t seed);

// Random trajectories on a grid of `levels` (even), each of factors + 1 points that differ from the one
// before in one factor by levels / (2 * (levels - 1)). Morris, Technometrics 33 (1991).
Design morris_trajectories(std::size_t trajectories, std::size_t factors, std::size_t levels,
                           std::uint64_t seed);

}  // namespace headroom
