#include "analysis/statistics/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

#include "analysis/statistics/student_t.hpp"
#include "sim/engine/draws.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double binomial_share_up_to(int hits, int tries, double chance) {
    if (hits < 0) return 0;
    if (hits >= tries) return 1;
    return incomplete_beta(tries - hits, hits + 1, 1 - chance);
}

std::vector<double> known_of(std::span<const double> values) {
    std::vector<double> kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept),
                 [](double value) { return !std::isnan(value); });
    return kept;
}

std::vector<int> worlds_of_known(std::span<const double> values, std::span<const int> worlds) {
    std::vector<int> kept;
    for (std::size_t i = 0; i < std::min(values.size(), worlds.size()); ++i)
        if (!std::isnan(values[i])) kept.push_back(worlds[i]);
    return kept;
}

double mean_of(std::span<const double> values) {
    if (values.empty()) return not_a_number;
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) {
    if (values.size() < 2) return not_a_number;
    // Equal values have no spread, whatever rounding does to their mean.
    if (std::all_of(values.begin(), values.end(), [&](double value) { return value == values[0]; })) return 0;
    const double mean = mean_of(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return squares / static_cast<double>(values.size() - 1);
}

Interval mean_interval(std::span<const double> values, double confidence) {
    if (values.size() < fewest_futures) return {};
    const double count = static_cast<double>(values.size()), mean = mean_of(values);
    const double half =
        student_t_quantile((1 + confidence) / 2, count - 1) * std::sqrt(variance_of(values) / count);
    return {mean - half, mean + half};
}

Interval mean_interval_by_world(std::span<const double> values, std::span<const int> worlds,
                                double confidence) {
    if (worlds.empty()) return mean_interval(values, confidence);
    const double mean = mean_of(values), count = static_cast<double>(values.size());
    std::map<int, double> off;  // the sum over a world's values of how far they lie from the mean
    for (std::size_t i = 0; i < values.size(); ++i) off[worlds[i]] += values[i] - mean;
    if (off.size() == values.size() || variance_of(values) == 0) return mean_interval(values, confidence);
    if (off.size() < fewest_futures) return {};
    const double number = static_cast<double>(off.size());
    double squares = 0;
    for (const auto& [world, sum] : off) squares += sum * sum;
    const double half = student_t_quantile((1 + confidence) / 2, number - 1) *
                        std::sqrt(squares * number / (number - 1)) / count;
    return {mean - half, mean + half};
}

Interval quantile_interval(std::span<const double> sorted, double share, double confidence) {
    const int count = static_cast<int>(sorted.size());
    const double tail = (1 - confidence) / 2;
    // The k-th lowest value lies above the quantile when fewer than k values lie below it.
    int below = 0, above = count + 1;
    while (below < count && binomial_share_up_to(below, count, share) <= tail) ++below;
    while (above > 0 && 1 - binomial_share_up_to(above - 2, count, share) <= tail) --above;
    const auto kth = [&](int k) {
        return k >= 1 && k <= count ? sorted[static_cast<std::size_t>(k - 1)] : not_a_number;
    };
    return {kth(below), kth(above)};
}

Interval share_interval(int hits, int tries, double confidence) {
    if (tries == 0) return {};
    const double count = tries, share = hits / count;
    const double z = normal_quantile((1 + confidence) / 2), squared = z * z / count;
    const double middle = (share + squared / 2) / (1 + squared);
    const double half = z * std::sqrt(share * (1 - share) / count + squared / (4 * count)) / (1 + squared);
    // Rounding must not leave none or all of them outside.
    return {hits == 0 ? 0 : middle - half, hits == tries ? 1 : middle + half};
}

}  // namespace headroom
