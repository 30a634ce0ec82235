// How far one year lies from the usual, and how much of that lasts into the next.
#pragma once

#include "sim/engine/elementary.hpp"

namespace headroom {

// In standard deviations of what is new in one year; the variance is that of what is new and of what lasts
// of the years before. The year before the start is the one whose figures the place stands at: no deviation.
struct Deviation {
    double z = 0;
    double variance = 0;

    // Lasts: the share of this year's deviation that is left in the next, 0 to 1.
    Deviation next(double lasts, double normal) const {
        return {lasts * z + normal, lasts * lasts * variance + 1};
    }
};

// By what a rate is multiplied, 1 on average; the logarithm differs.
inline double times_usual(const Deviation& deviation, double log_sd) {
    return exponential_of(log_sd * deviation.z - log_sd * log_sd * deviation.variance / 2);
}

}  // namespace headroom
