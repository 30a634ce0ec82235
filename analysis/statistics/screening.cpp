#include "analysis/statistics/screening.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/statistics/student_t.hpp"

namespace headroom {

namespace {

// Student's quantile of one confidence; nearly all pairs have the same number of futures.
class PairQuantile {
public:
    explicit PairQuantile(double confidence) : confidence_(confidence) {}
    double of(double count) {
        if (count != count_) value_ = student_t_quantile(confidence_, count - 1);
        count_ = count;
        return value_;
    }

private:
    double confidence_, count_ = 0, value_ = 0;
};

// Whether the first is surely above the second.
bool is_surely_above(std::span<const double> values, std::span<const double> others, PairQuantile& quantile) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < values.size(); ++i) differences.push_back(values[i] - others[i]);
    differences = known_of(differences);
    if (differences.size() < fewest_futures) return false;
    const double count = static_cast<double>(differences.size());
    const double reach = quantile.of(count) * std::sqrt(variance_of(differences) / count);
    return mean_of(differences) > reach;
}

}  // namespace

Screening screened_for_least(std::span<const std::vector<double>> alternatives, double confidence) {
    std::vector<double> means;
    for (const std::vector<double>& values : alternatives) means.push_back(mean_of(known_of(values)));
    std::vector<std::size_t> order(alternatives.size());
    std::iota(order.begin(), order.end(), 0);
    // An alternative without a future has no mean and comes last.
    const auto rank = [&means](std::size_t i) { return std::isnan(means[i]) ? HUGE_VAL : means[i]; };
    std::stable_sort(order.begin(), order.end(),
                     [&rank](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    const int others = std::max(1, static_cast<int>(alternatives.size()) - 1);
    PairQuantile quantile(Together{others, confidence}.each());
    Screening found;
    found.leading = order.front();
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (std::isnan(means[order[i]])) continue;
        const auto is_beaten_by = [&](std::size_t other) {
            return is_surely_above(alternatives[order[i]], alternatives[other], quantile);
        };
        if (std::none_of(order.begin(), order.end(), is_beaten_by)) found.close.push_back(order[i]);
    }
    return found;
}

}  // namespace headroom
