#include "sim/families/margin.hpp"

#include "sim/engine/draws.hpp"

namespace headroom {

BySeverity comes_and_goes(const Settings& s) {
    return {s.comes_and_goes_weight_low, s.comes_and_goes_weight_moderate, s.comes_and_goes_weight_high,
            s.comes_and_goes_weight_acute};
}

BySeverity margin_of(const BySeverity& mix, const BySeverity& weights, double leaning, double strength) {
    if (strength == 0 || leaning == 1) return {1, 1, 1, 1};
    double weight = 0, mean = 0;
    for (int s = 0; s < severity_count; ++s) {
        weight += mix[s];
        mean += mix[s] * weights[s];
    }
    mean /= weight;
    const double log_leaning = natural_log(leaning);
    BySeverity times{};
    double total = 0;
    for (int s = 0; s < severity_count; ++s) {
        times[s] = exponential_of(strength * (weights[s] / mean - 1) * log_leaning);
        total += mix[s] / weight * times[s];
    }
    for (double& each : times) each /= total;
    return times;
}

}  // namespace headroom
