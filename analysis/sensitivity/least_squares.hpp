#pragma once

#include <span>
#include <vector>

namespace headroom {

// The straight line through points: what one more of each column adds to y, with the part of the spread of y
// that it explains.
struct LinearFit {
    std::vector<double> slopes;  // 0 for a column that the ones before it already say
    double explained = 0;        // R squared; NaN where y does not vary
};

// The least squares fit with an intercept of y on columns of the same length, in which every row counts
// `counts` times. By Householder reflections of the columns about their means (Golub and Van Loan, Matrix
// Computations, section 5.3), which loses no digits to the normal equations.
LinearFit least_squares(const std::vector<std::vector<double>>& columns, std::span<const double> y,
                        std::span<const int> counts);

// The mean and the standard deviation of numbers each of which counts so many times.
struct Moments {
    double mean, deviation;
};
Moments moments_of(std::span<const double> values, std::span<const int> counts);

}  // namespace headroom
