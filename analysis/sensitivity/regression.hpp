// Standardised regression: how far a straight line explains what worlds differ by, and what each factor adds.
#pragma once

#include <span>
#include <vector>

#include "analysis/sensitivity/sobol.hpp"
#include "analysis/statistics/study_worlds.hpp"

namespace headroom {

// One line through all worlds.
struct Regression {
    // By factor: standard deviations that the measure moves for one standard deviation of the factor. Of a
    // choice: the standard deviation of what its words add, which has no sign and is never quite 0.
    std::vector<Index> coefficients;
    double explained = 0;           // R squared
    double explained_adjusted = 0;  // less what so many columns explain by chance (Ezekiel 1930)
};

// The line through the values and the line through their ranks, which also follows what rises steadily but
// not straight.
struct Regressions {
    Regression values, ranks;
    int worlds = 0;   // that have a value
    int without = 0;  // worlds left out
    int columns = 0;  // numbers and words that the line was fitted to
    int resamples = 0;
};

// Below this R squared a straight line says little about what matters (Saltelli, Global Sensitivity Analysis:
// The Primer, 2008, section 1.2.5). What is chance no line can explain, so that it is asked of the rest.
constexpr double enough_explained = 0.7;

// So many more worlds than columns there must be: four are left to tell the line from what it misses. And so
// many worlds, base rows or trajectories, before drawing among them anew says how far they may be luck.
constexpr int fewest_spare_worlds = 5;
constexpr int fewest_resampled = 4;

// Standardised (rank) regression coefficients, from any design: Saltelli (2008), as above; ranks: R. L. Iman
// and W. J. Conover, Technometrics 21 (1979). A choice stands as one column for each word but the first.
// Intervals: percentile bootstrap over groups of worlds that hang together, the ranks being those of all
// worlds. NaN where nothing varies or worlds are fewer than columns +
// fewest_spare_worlds; no intervals below fewest_resampled groups.
Regressions standardised_regressions(std::span<const double> worlds, const std::vector<WorldFactor>& factors,
                                     std::span<const int> groups);

}  // namespace headroom
