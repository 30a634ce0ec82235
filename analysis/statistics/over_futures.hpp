// What many futures say together: a mean with its range, and a difference with how sure one can be of it.
#pragma once

#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/statistics/intervals.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// One measure of one alternative over its futures. Futures where it is NaN do not count.
struct OverFutures {
    int futures = 0;
    double mean;                                               // NaN without futures
    double low, high;                                          // the 80 % range; NaN below fewest_futures
    double median = std::numeric_limits<double>::quiet_NaN();  // NaN without futures
    Interval mean_within{};                                    // 95 %, Student
    Interval median_within{};     // 95 %, order statistics; NaN below six futures
    Interval tenth_within{};      // the same of the number that one future in ten stays below
    Interval ninetieth_within{};  // and of that which one in ten exceeds
};

// `worlds`: which set of settings each future lived, where several lived the same; empty: each its own.
OverFutures over_futures(std::span<const double> values, std::span<const int> worlds = {});

// The same without medians and intervals, which take most of the time: for thousands of them in one report.
OverFutures mean_and_range(std::span<const double> values);

// The 80 % range by order statistics: the k-th lowest and k-th highest of n, k = (n + 1) / 10 rounded down
// and at least 1, so that another future falls between them with a chance of at least 80 % (from nine futures
// on). David and Nagaraja, Order Statistics (2003), section 7.3. `values` are sorted on return.
struct Range {
    double low, median, high;
};
Range middle_80_percent(std::vector<double>& values);

// What may be said of a difference. `lower` and `higher` are for measures of which neither is better;
// `slight` is surely a difference, and more likely too small to matter than not.
enum class Verdict { better, worse, lower, higher, slight, no_difference, cannot_tell };

// "better", "worse", "lower", "higher", "slight, may not matter", "no difference", "cannot tell from this
// many runs".
std::string_view words_of(Verdict verdict);

// The same to stand in a table: "slight" and "cannot tell".
std::string_view short_words_of(Verdict verdict);

// Whether it says that something differs, whichever way.
bool is_told(Verdict verdict);

// A measure of one alternative less the same of the first, future by future: the same families and people.
struct PairedDifference {
    int futures = 0;
    double mean;            // NaN without futures
    double low, high;       // 95 % confidence interval of the mean (Student); NaN below fewest_futures
    Interval joint;         // wider: all alternatives' at once hold their truth with 95 %; verdicts use it
    double share_better;    // of the futures; where neither way is better, the share in which it is higher
    Interval share_within;  // 95 %, Wilson
    double times_as_many;  // how many times as many futures it would take without pairing; NaN where unknown,
                           // infinite where pairing left no spread
    double futures_to_tell;  // about how many would tell with a chance of 80 %; 0 where these do, NaN where
                             // unknown
    Verdict verdict = Verdict::cannot_tell;
};

// What counts as a difference at all: which way is better, the smallest that anybody would act on, and how
// many differences are judged together (one for every alternative but the first). Worlds: as above.
struct Judgement {
    Better better;
    double smallest;
    int alternatives = 1;
    std::span<const int> worlds = {};
};

// Equal in every future, or a joint interval wholly within +- the smallest: no difference. One without zero,
// and a middle of at least the smallest: better or worse; a middle below it: slight. Anything else, and
// anything below fewest_futures: cannot tell.
PairedDifference paired_difference(std::span<const double> values, std::span<const double> first,
                                   Judgement judgement);

}  // namespace headroom
