#include "analysis/statistics/student_t.hpp"

#include <cmath>

namespace headroom {

namespace {

// The continued fraction of 26.5.8, quick for x < (a + 1) / (a + b + 2).
double beta_fraction(double a, double b, double x) {
    constexpr double tiny = 1e-300, precise = 1e-16;
    const auto away_from_zero = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1, d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m < 500; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        fraction *= c * d;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        fraction *= c * d;
        if (std::abs(c * d - 1) < precise) break;
    }
    return fraction;
}

}  // namespace

double incomplete_beta(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
    return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

double student_t_share_below(double t, double degrees_of_freedom) {
    const double tail =
        incomplete_beta(degrees_of_freedom / 2, 0.5, degrees_of_freedom / (degrees_of_freedom + t * t)) / 2;
    return t > 0 ? 1 - tail : tail;
}

double student_t_quantile(double share, double degrees_of_freedom) {
    if (share == 0.5) return 0;
    if (share < 0.5) return -student_t_quantile(1 - share, degrees_of_freedom);
    double low = 0, high = 1;
    while (student_t_share_below(high, degrees_of_freedom) < share && high < 1e12) high *= 2;
    for (int halving = 0; halving < 100 && low < high; ++halving) {
        const double middle = (low + high) / 2;
        (student_t_share_below(middle, degrees_of_freedom) < share ? low : high) = middle;
    }
    // The last digits of lgamma, log and exp differ between processors; to eleven decimals all agree, so that
    // a run which adds futures until an interval is narrow enough stops at the same number everywhere.
    return std::round((low + high) / 2 * 1e11) / 1e11;
}

}  // namespace headroom
