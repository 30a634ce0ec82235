// How sure one can be of a number that many futures gave: intervals that hold the truth with a stated chance.
#pragma once

#include <limits>
#include <span>
#include <vector>

namespace headroom {

// Fewer futures than this say nothing about spread, so that they get no range and no interval.
constexpr int fewest_futures = 3;

// The chance with which every interval holds the truth, unless it is said to be another.
constexpr double usual_confidence = 0.95;

// From `low` to `high`; NaN for an end that so few futures do not have.
struct Interval {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();

    double half_width() const { return (high - low) / 2; }
    bool holds(double value) const { return low <= value && value <= high; }
};

// What is asked of an interval that stands with others: all of them hold their truth at once with
// `confidence`, because each is made for its share of the chance to fail (Bonferroni; O. J. Dunn, Journal of
// the American Statistical Association 56, 1961). Needs no independence.
struct Together {
    int intervals = 1;
    double confidence = usual_confidence;

    double each() const { return 1 - (1 - confidence) / intervals; }
};

// Those of the numbers that are numbers.
std::vector<double> known_of(std::span<const double> values);

// The worlds that these were lived in, of one for every value; none where there are none.
std::vector<int> worlds_of_known(std::span<const double> values, std::span<const int> worlds);

// The mean and the variance (divided by n - 1) of numbers; NaN without, the variance below two.
double mean_of(std::span<const double> values);
double variance_of(std::span<const double> values);

// Student's interval of the mean. Without spread it has no width.
Interval mean_interval(std::span<const double> values, double confidence = usual_confidence);

// The same where several values are of one world (`worlds`, a number for each value), so that what they have
// in common counts once: the variance is that of the worlds' sums (Liang and Zeger, Biometrika 73, 1986),
// with one degree of freedom fewer than there are worlds. Empty: every value is of a world of its own.
Interval mean_interval_by_world(std::span<const double> values, std::span<const int> worlds,
                                double confidence = usual_confidence);

// The interval of the number below which a share of all futures lies, between two of the values themselves:
// right for any distribution (David and Nagaraja, Order Statistics, 2003, section 7.1). `sorted` ascends. An
// end beyond the outermost value is NaN: a median has both from six futures on, a tenth from 36.
Interval quantile_interval(std::span<const double> sorted, double share,
                           double confidence = usual_confidence);

// The chance of at most `hits` of `tries`: Abramowitz and Stegun (1964), 26.5.24.
double binomial_share_up_to(int hits, int tries, double chance);

// Wilson's interval of a share, `hits` of `tries` (E. B. Wilson, Journal of the American Statistical
// Association 22, 1927). NaN without tries.
Interval share_interval(int hits, int tries, double confidence = usual_confidence);

}  // namespace headroom
