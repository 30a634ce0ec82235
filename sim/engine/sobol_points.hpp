// Points that fill a space of many dimensions evenly.
#pragma once

#include <cstdint>
#include <vector>

namespace headroom {

// The first `count` points of Sobol's sequence in so many dimensions (1 to 3,667), point by point, each
// number in [0, 1). The point at the origin is left out. Direction numbers of Joe and Kuo, SIAM Journal on
// Scientific Computing 30 (2008), as Boost.Random has them; all arithmetic is on whole numbers. A seed other
// than 0 shifts every dimension by a digital shift of its own (an exclusive or of all digits, Cranley and
// Patterson's idea on binary digits), which keeps the evenness and makes points of different seeds
// independent estimates.
std::vector<double> sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed);

}  // namespace headroom
