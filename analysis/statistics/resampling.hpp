// The bootstrap: how far a number would move had other worlds of the same kind been drawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/statistics/intervals.hpp"

namespace headroom {

constexpr int usual_resamples = 1000;

// How often each of so many things is drawn when as many are drawn from them with replacement: resample
// `number` of a bootstrap (B. Efron, Annals of Statistics 7, 1979). The same on every machine; resamples of
// different purposes are independent.
std::vector<int> resampled(std::size_t things, std::uint32_t number, std::uint32_t purpose = 0);

// The same with one draw fewer than there are things, so that means vary as much as they should however few
// things there are (J. N. K. Rao and C. F. J. Wu, Journal of the American Statistical Association 83, 1988).
// Of one thing, that one.
std::vector<int> resampled_few(std::size_t things, std::uint32_t number, std::uint32_t purpose);

// From the k-th lowest to the k-th highest of the resampled numbers, which are n: k = (n + 1) * tail (the
// percentile interval; Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Resamples
// in which there was no number do not count; NaN where fewer than half had one.
Interval percentile_interval(std::vector<double> resamples, double confidence = usual_confidence);

}  // namespace headroom
