#include "analysis/statistics/resampling.hpp"

#include <algorithm>

#include "sim/engine/draws.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

std::vector<int> drawn(std::size_t things, std::size_t draws, std::uint32_t number, std::uint32_t purpose) {
    constexpr std::uint64_t seed = 0xB007;  // apart from the seeds of futures: it draws no family
    KeyedGenerator generator(RandomStreams(seed, 0), number, purpose);
    std::vector<int> counts(things, 0);
    for (std::size_t draw = 0; draw < draws; ++draw)
        ++counts[static_cast<std::size_t>(pick(generator, static_cast<int>(things)))];
    return counts;
}

}  // namespace

std::vector<int> resampled(std::size_t things, std::uint32_t number, std::uint32_t purpose) {
    return drawn(things, things, number, purpose);
}

std::vector<int> resampled_few(std::size_t things, std::uint32_t number, std::uint32_t purpose) {
    return drawn(things, std::max<std::size_t>(things, 2) - 1, number, purpose);
}

Interval percentile_interval(std::vector<double> resamples, double confidence) {
    std::vector<double> known = known_of(resamples);
    if (known.size() < fewest_futures || known.size() * 2 < resamples.size()) return {};
    std::sort(known.begin(), known.end());
    const double tail = (1 - confidence) / 2;
    const auto k = std::max<std::size_t>(
        1, whole_part<std::size_t>(static_cast<double>(known.size() + 1) * tail + 1e-9));
    return {known[k - 1], known[known.size() - k]};
}

}  // namespace headroom
