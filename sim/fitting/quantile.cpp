#include "sim/fitting/quantile.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/whole_part.hpp"

namespace headroom {

double quantile_of(std::span<const double> sorted, double share) {
    if (sorted.empty()) return std::nan("");
    const double place = share * static_cast<double>(sorted.size() - 1);
    const std::size_t below = whole_part<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace headroom
