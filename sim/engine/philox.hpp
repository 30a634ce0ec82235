#pragma once

#include <array>
#include <cstdint>

namespace headroom {

// Four random 32-bit numbers that belong to one counter under one key.
struct PhiloxBlock {
    std::uint32_t word[4];
};

// Philox4x32-10: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as
// 1, 2, 3", SC11 (2011). Ten rounds of two 32 x 32 -> 64 bit products; the key moves on by a Weyl sequence
// (golden ratio and sqrt(3) - 1). Written here because the packaged headers refuse WebAssembly; the tests
// compare it with them.
constexpr PhiloxBlock philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    constexpr std::uint64_t first_multiplier = 0xD2511F53u;
    constexpr std::uint64_t second_multiplier = 0xCD9E8D57u;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t first = first_multiplier * counter[0];
        const std::uint64_t second = second_multiplier * counter[2];
        counter = {static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(second),
                   static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(first)};
        key[0] += 0x9E3779B9u;
        key[1] += 0xBB67AE85u;
    }
    return {{counter[0], counter[1], counter[2], counter[3]}};
}

}  // namespace headroom
