#include "sim/families/margin.hpp"

#include "sim/engine/draws.hpp"

namespace headroom {

namespace {

// How much likelier each severity is to come and go: a shape, assumed, that with strength 0.7 gives the
// published responses of assessments, enquiries, plans and care.
constexpr BySeverity comes_and_goes = {1.4, 1.0, 0.6, 0.3};

}  // namespace

BySeverity margin_of(const BySeverity& mix, double leaning, double strength) {
    if (strength == 0 || leaning == 1) return {1, 1, 1, 1};
    double weight = 0, mean = 0;
    for (int s = 0; s < severity_count; ++s) {
        weight += mix[s];
        mean += mix[s] * comes_and_goes[s];
    }
    mean /= weight;
    const double log_leaning = natural_log(leaning);
    BySeverity times{};
    double total = 0;
    for (int s = 0; s < severity_count; ++s) {
        times[s] = exponential_of(strength * (comes_and_goes[s] / mean - 1) * log_leaning);
        total += mix[s] / weight * times[s];
    }
    for (double& each : times) each /= total;
    return times;
}

}  // namespace headroom
