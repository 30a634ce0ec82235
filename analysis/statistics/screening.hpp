#pragma once

#include <span>
#include <vector>

#include "analysis/statistics/intervals.hpp"

namespace headroom {

// Which of many alternatives may be the best: the one with the least mean, and those whose mean is not surely
// above another's. Ascending by mean.
struct Screening {
    std::size_t leading = 0;
    std::vector<std::size_t> close;  // cannot be told from the best
};

// Subset screening for the least mean under common random numbers. An alternative stays unless its mean
// exceeds another's by more than t(1 - (1 - confidence) / (k - 1), n - 1) standard errors of their paired
// difference, so that the truly best one stays with at least that confidence, whatever the correlation
// (Bonferroni). B. L. Nelson, J. Swann, D. Goldsman, W. Song, Operations Research 49 (2001) 950-963, the
// screening stage, with the paired variance of B. L. Nelson and F. J. Matejcik, Management Science 41 (1995)
// 1935-1945. One list of values per alternative, future by future; a future that failed in one of two is left
// out between these two, and below fewest_futures nothing is screened out. `alternatives` is not empty.
Screening screened_for_least(std::span<const std::vector<double>> alternatives,
                             double confidence = usual_confidence);

}  // namespace headroom
