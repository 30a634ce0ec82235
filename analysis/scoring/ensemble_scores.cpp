#include "analysis/scoring/ensemble_scores.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/ensure.hpp"
#include "sim/fitting/quantile.hpp"

namespace headroom {

namespace {

// The sum over pairs of sorted values: each is the upper one of as many pairs as there are below it.
double mean_distance_of_pairs(const std::vector<double>& sorted) {
    const double number = static_cast<double>(sorted.size());
    double sum = 0, place = 0;
    for (const double value : sorted) {
        sum += value * (2 * place + 1 - number);
        ++place;
    }
    return number < 2 ? 0 : 2 * sum / (number * (number - 1));
}

}  // namespace

double crps_of(std::span<const double> members, double outcome) {
    ensure(!members.empty(), "a forecast without members has no score");
    std::vector<double> sorted(members.begin(), members.end());
    std::sort(sorted.begin(), sorted.end());
    double off = 0;
    for (const double member : sorted) off += std::abs(member - outcome);
    return off / static_cast<double>(sorted.size()) - mean_distance_of_pairs(sorted) / 2;
}

bool is_between(double low, double value, double high) {
    return low <= value && value <= high;
}

ForecastScore score_of(std::vector<double> members, double middle, double outcome) {
    std::sort(members.begin(), members.end());
    ForecastScore score{};
    score.low_80 = quantile_of(members, 0.1);
    score.low_50 = quantile_of(members, 0.25);
    score.high_50 = quantile_of(members, 0.75);
    score.high_80 = quantile_of(members, 0.9);
    score.error = std::abs(middle - outcome);
    score.crps = crps_of(members, outcome);
    score.is_in_50 = is_between(score.low_50, outcome, score.high_50);
    score.is_in_80 = is_between(score.low_80, outcome, score.high_80);
    return score;
}

MeanScores mean_scores(std::span<const ForecastScore> scores) {
    MeanScores means;
    for (const ForecastScore& score : scores) {
        ++means.number;
        means.error += score.error;
        means.crps += score.crps;
        means.in_50 += score.is_in_50 ? 1 : 0;
        means.in_80 += score.is_in_80 ? 1 : 0;
    }
    for (double* sum : {&means.error, &means.crps, &means.in_50, &means.in_80})
        *sum /= std::max(1, means.number);
    return means;
}

}  // namespace headroom
