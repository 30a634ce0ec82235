#include "analysis/statistics/stopping.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr int fewest_added = 10;

// An interval shrinks with the root of the futures; without spread known, twice as many. Where every future
// so far failed, more would fail too.
double needed_for(const Watched& watched, int lived, const Precision& precision) {
    if (known_of(watched.values).empty()) return lived;
    const Reach reach = reach_of(watched, precision);
    if (reach.is_enough()) return lived;
    const double times = reach.half_width / reach.wanted;
    return std::isfinite(times) ? std::ceil(lived * times * times) : 2.0 * lived;
}

}  // namespace

Reach reach_of(const Watched& watched, const Precision& precision) {
    const std::vector<double> values = known_of(watched.values);
    const Interval within = mean_interval_by_world(values, worlds_of_known(watched.values, watched.worlds),
                                                   Together{watched.alternatives}.each());
    return {within.half_width(), std::max(precision.smallest_differences * watched.smallest,
                                          precision.of_the_difference * std::abs(mean_of(values)))};
}

int futures_wanted(std::span<const Watched> all, int lived, const Precision& precision) {
    if (lived < precision.first) return std::min(precision.first, precision.most);
    double needed = lived;
    for (const Watched& watched : all) needed = std::max(needed, needed_for(watched, lived, precision));
    if (needed <= lived || lived >= precision.most) return lived;
    const double within_reach = std::clamp<double>(needed, lived + fewest_added, 2.0 * lived);
    return whole_part<int>(std::min<double>(within_reach, precision.most));
}

}  // namespace headroom
