#include "sim/engine/sobol_points.hpp"

#include <boost/random/sobol.hpp>

#include "sim/engine/draws.hpp"

namespace headroom {

std::vector<double> sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
    constexpr std::uint32_t shifts = 0x50B01;  // keeps these draws apart from all others of the seed
    boost::random::sobol sequence(dimensions);
    std::vector<std::uint32_t> shift(dimensions, 0);
    const RandomStreams streams(seed, 0);
    for (std::size_t i = 0; i < dimensions && seed != 0; ++i)
        shift[i] = streams.draw(static_cast<std::uint32_t>(i), shifts, 0).word(0);
    std::vector<double> points(count * dimensions);
    for (std::size_t i = 0; i < points.size(); ++i) {
        // The engine counts in 64 bits; the upper 32 are enough, and are what the shift is made for.
        const auto digits = static_cast<std::uint32_t>(sequence() >> 32);
        points[i] = (digits ^ shift[i % dimensions]) * 0x1p-32;
    }
    return points;
}

}  // namespace headroom
