// What many futures say together: a mean with its range, and a difference with how sure one can be of it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "sim/measures/measure.hpp"

namespace headroom {

// Fewer futures than this say nothing about spread, so that they get no range and no interval.
constexpr int fewest_futures = 3;

// One measure of one alternative over its futures. Futures where it is NaN do not count.
struct OverFutures {
    int futures = 0;
    double mean;       // NaN without futures
    double low, high;  // the 80 % range; NaN below fewest_futures
};
OverFutures over_futures(std::span<const double> values);

// The 80 % range by order statistics: the k-th lowest and k-th highest of n, k = (n + 1) / 10 rounded down
// and at least 1, so that another future falls between them with a chance of at least 80 % (from nine futures
// on). David and Nagaraja, Order Statistics (2003), section 7.3. `values` are sorted on return.
struct Range {
    double low, median, high;
};
Range middle_80_percent(std::vector<double>& values);

// What may be said of a difference. `lower` and `higher` are for measures of which neither is better.
enum class Verdict { better, worse, lower, higher, no_difference, cannot_tell };

// "better", "worse", "lower", "higher", "no difference", "cannot tell from this many runs".
std::string_view words_of(Verdict verdict);

// A measure of one alternative less the same of the first, future by future: the same families and people.
struct PairedDifference {
    int futures = 0;
    double mean;          // NaN without futures
    double low, high;     // 95 % confidence interval of the mean (Student); NaN below fewest_futures
    double share_better;  // of the futures; where neither way is better, the share in which it is higher
    Verdict verdict = Verdict::cannot_tell;
};

// What counts as a difference at all: which way is better, and the smallest that anybody would act on.
struct Judgement {
    Better better;
    double smallest;
};

// Equal in every future, or an interval wholly within +- the smallest: no difference. An interval without
// zero: better or worse. Anything else, and anything below fewest_futures: cannot tell.
PairedDifference paired_difference(std::span<const double> values, std::span<const double> first,
                                   Judgement judgement);

}  // namespace headroom
