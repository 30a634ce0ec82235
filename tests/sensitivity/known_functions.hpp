// Functions of which every index is known, and the designs to look at them with.
#pragma once

#include <cmath>
#include <functional>
#include <span>
#include <vector>

#include "sim/study/design.hpp"

namespace headroom {

// Ishigami and Homma (1990), with a = 7 and b = 0.1, of shares from 0 to 1 that stand for -pi to pi.
inline double ishigami(std::span<const double> shares) {
    const double pi = std::acos(-1.0);
    const auto x = [&](std::size_t i) { return pi * (2 * shares[i] - 1); };
    return std::sin(x(0)) + 7 * std::sin(x(1)) * std::sin(x(1)) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

struct IshigamiIndices {
    double variance, first[3], total[3], first_and_third;
};
inline IshigamiIndices indices_of_ishigami() {
    const double pi = std::acos(-1.0), a = 7, b = 0.1;
    const double one = 0.5 * std::pow(1 + b * std::pow(pi, 4) / 5, 2), two = a * a / 8;
    const double both = b * b * std::pow(pi, 8) * (1.0 / 18 - 1.0 / 50), all = one + two + both;
    return {all, {one / all, two / all, 0}, {(one + both) / all, two / all, both / all}, both / all};
}

// Sobol's g function: the larger a factor's number, the less it matters.
inline double sobol_g(std::span<const double> shares, std::span<const double> numbers) {
    double product = 1;
    for (std::size_t i = 0; i < shares.size(); ++i)
        product *= (std::abs(4 * shares[i] - 2) + numbers[i]) / (1 + numbers[i]);
    return product;
}

struct GIndices {
    double variance = 1;
    std::vector<double> first, total;
    double pair(std::size_t i, std::size_t j) const { return first[i] * first[j] * variance; }
};
inline GIndices indices_of_g(std::span<const double> numbers) {
    GIndices found;
    for (const double number : numbers) {
        found.first.push_back(1.0 / 3 / ((1 + number) * (1 + number)));
        found.variance *= 1 + found.first.back();
    }
    const double product = found.variance;
    found.variance -= 1;
    for (double& part : found.first) {
        found.total.push_back(part * product / (1 + part) / found.variance);
        part /= found.variance;
    }
    return found;
}

using KnownFunction = std::function<double(std::span<const double>)>;

inline std::vector<double> values_over(const Design& design, const KnownFunction& function) {
    std::vector<double> values;
    for (std::size_t point = 0; point < design.points(); ++point)
        values.push_back(function(design.point(point)));
    return values;
}

}  // namespace headroom
