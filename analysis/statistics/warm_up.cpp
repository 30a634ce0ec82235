#include "analysis/statistics/warm_up.hpp"

#include <algorithm>

#include "analysis/statistics/intervals.hpp"

namespace headroom {

namespace {

constexpr std::size_t batch_size = 5, fewest_batches = 10;

std::vector<double> batch_means(std::span<const double> series) {
    std::vector<double> means;
    for (std::size_t first = 0; first + batch_size <= series.size(); first += batch_size)
        means.push_back(mean_of(series.subspan(first, batch_size)));
    return means;
}

// The square of the standard error of the mean of what is kept, but for a factor near 1: White's statistic.
double marginal_error(std::span<const double> kept) {
    const double mean = mean_of(kept), count = static_cast<double>(kept.size());
    double squares = 0;
    for (const double value : kept) squares += (value - mean) * (value - mean);
    return squares / (count * count);
}

}  // namespace

WarmUp mser_5(std::span<const double> series) {
    const std::vector<double> means = batch_means(series);
    if (means.size() < fewest_batches) return {};
    const std::size_t half = means.size() / 2;
    std::size_t best = 0;
    double least = marginal_error(means);
    for (std::size_t left_out = 1; left_out <= half; ++left_out) {
        const double error = marginal_error(std::span(means).subspan(left_out));
        if (error >= least) continue;
        least = error;
        best = left_out;
    }
    return {static_cast<int>(best * batch_size), best < half};
}

WarmUp warm_up_of_all(std::span<const std::vector<double>> series) {
    WarmUp longest{0, !series.empty()};
    for (const std::vector<double>& each : series) {
        const WarmUp found = mser_5(each);
        longest.length = std::max(longest.length, found.length);
        longest.is_long_enough = longest.is_long_enough && found.is_long_enough;
    }
    return longest;
}

std::vector<double> welch_average(std::span<const double> series, int window) {
    std::vector<double> average;
    const int last = static_cast<int>(series.size()) - window;
    for (int i = 0; i < last; ++i) {
        const int reach = std::min(i, window);
        average.push_back(mean_of(
            series.subspan(static_cast<std::size_t>(i - reach), static_cast<std::size_t>(2 * reach + 1))));
    }
    return average;
}

}  // namespace headroom
