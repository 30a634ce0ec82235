// What a small sample of files can tell of a service: how many of 23 fail by the luck of the draw alone.
#pragma once

#include <array>

namespace headroom {

constexpr int inspected_files = 23;

// The chance of each number of failing files, 0 to 23, where that share of all files (0 to 1) fails: the
// binomial distribution. Drawing without return from some hundreds of files varies by a fiftieth less
// (Johnson, Kemp and Kotz, Univariate Discrete Distributions, 2005, chapters 3 and 6).
using FilesFailing = std::array<double, inspected_files + 1>;
FilesFailing files_failing(double share);

// The fewest files below or at which that share (0 to 1) of samples lies.
int files_quantile(const FilesFailing& chances, double share);

// The chance that a sample of the one shows fewer failing files than a sample of the other.
double chance_of_fewer(const FilesFailing& one, const FilesFailing& other);

// The chance that two samples of the same service differ by so many files or more.
double chance_apart(const FilesFailing& chances, int files);

}  // namespace headroom
