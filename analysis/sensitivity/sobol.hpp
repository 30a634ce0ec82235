// Sobol' indices: which part of the variance between worlds each factor makes.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/statistics/intervals.hpp"

namespace headroom {

// A number that resampling put an interval around.
struct Index {
    double value;
    Interval within;  // 95 %, by itself
};

// What two factors add to the variance by acting together, beyond what each does alone.
struct PairIndex {
    std::size_t one, other;
    Index index;
};

// Shares of the variance between worlds, by factor in the order of the design's columns.
struct SobolIndices {
    std::vector<Index> first;       // by itself
    std::vector<Index> total;       // with everything in which it takes part
    std::vector<PairIndex> pairs;   // without rows BA, none
    Index all_first;                // all factors by themselves, together
    double mean = 0, variance = 0;  // over the rows A and B
    int base_rows = 0;              // that all their worlds have a value in
    int dropped = 0;                // base rows left out whole, because a world had none
};

// The order of worlds that `saltelli` in sim/study/design.hpp makes: for every base row A, AB of each
// factor, BA of each factor (second order only), B.
struct SaltelliRows {
    std::size_t factors = 0;
    bool second_order = false;
    std::size_t of_base_row() const { return second_order ? 2 * factors + 2 : factors + 2; }
};

// Below so many base rows nothing is said: all indices are NaN.
constexpr int fewest_base_rows = 8;

enum class Pairs { asked, left_out };

// From one value a world, NaN where it has none; all values are centred on their mean first.
// First order: the mean of B (AB - A), Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola, Computer
// Physics Communications 181 (2010), table 2 (b), which is exactly 0 for a factor that does nothing. Total
// order: half the mean of (A - AB)^2, Jansen, Computer Physics Communications 117 (1999). Where there are
// rows BA, the same from BA and B, averaged. Second order: the mean of BA_i AB_j less that of A B, less both
// first orders, Saltelli, Computer Physics Communications 145 (2002), averaged over both ways round. The
// variance is that of A and B together. Intervals: percentile bootstrap over base rows. Indices are NaN where
// nothing varies.
SobolIndices sobol_indices(std::span<const double> worlds, const SaltelliRows& rows,
                           Pairs pairs = Pairs::asked);

}  // namespace headroom
