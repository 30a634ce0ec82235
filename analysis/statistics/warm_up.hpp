// How long a run takes to forget where it started: for questions about where things settle in the end. A run
// "from today" is no such question; it is answered whole.
#pragma once

#include <span>
#include <vector>

namespace headroom {

// The first values of a series that still tell of its start.
struct WarmUp {
    int length = 0;  // values to leave out
    bool is_long_enough =
        false;  // false: the series is too short to tell, or has not settled in its first half
};

// MSER-5: of means over five values each, as many are left out as make the standard error of the mean of the
// rest least; a minimum at the half of the series or beyond says that the run is too short. K. P. White,
// Simulation 69 (1997) 323-334; batches of five, K. P. White, M. J. Cobb, S. C. Spratt, Proceedings of the
// 2000 Winter Simulation Conference, 755-760. Below fifty values (ten batches) nothing is said.
WarmUp mser_5(std::span<const double> series);

// The longest warm-up of all, which is left out of all alike; long enough if each is. Each series is the mean
// over futures of one measure of one alternative, value by value.
WarmUp warm_up_of_all(std::span<const std::vector<double>> series);

// Welch's moving average, to look at: each value becomes the mean of itself and of `window` neighbours on
// either side, of fewer near the start, so that the last `window` values have none. P. D. Welch, in: Computer
// Performance Modeling Handbook (1983), section 6.3.2.
std::vector<double> welch_average(std::span<const double> series, int window);

}  // namespace headroom
