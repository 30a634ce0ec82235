#pragma once

#include <cmath>
#include <ostream>
#include <vector>

namespace headroom {

// What the replications of a model say of one number: their mean, and how far chance may have moved it.
struct Estimate {
    double mean;
    double standard_error;
};

inline Estimate estimate_of(const std::vector<double>& replications) {
    const double count = static_cast<double>(replications.size());
    double total = 0, squares = 0;
    for (const double each : replications) total += each;
    const double mean = total / count;
    for (const double each : replications) squares += (each - mean) * (each - mean);
    return {mean, std::sqrt(squares / (count - 1) / count)};
}

// An answer known from theory. An estimate equals it if it lies within three standard errors of it, and if
// these are small enough (a share of the answer) for that to mean something.
struct KnownAnswer {
    double value;
    double largest_error;  // three standard errors, as a share of the value

    friend bool operator==(const Estimate& estimate, const KnownAnswer& answer) {
        const double error = 3 * estimate.standard_error;
        return std::abs(estimate.mean - answer.value) <= error &&
               error <= answer.largest_error * answer.value;
    }
};

inline std::ostream& operator<<(std::ostream& out, const Estimate& estimate) {
    return out << estimate.mean << " (3 standard errors: " << 3 * estimate.standard_error << ")";
}

inline std::ostream& operator<<(std::ostream& out, const KnownAnswer& answer) {
    return out << answer.value << " (to " << 100 * answer.largest_error << " %)";
}

}  // namespace headroom
