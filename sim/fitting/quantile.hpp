#pragma once

#include <span>

namespace headroom {

// Of values in order; a share between two of them lies between them in proportion. NaN for none.
double quantile_of(std::span<const double> sorted, double share);

}  // namespace headroom
