#pragma once

#include <array>
#include <cstdint>
#include <type_traits>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

// Many blocks under one key, each by itself: the keys of the ten rounds are made once. Where the processor
// multiplies two pairs of numbers at a time (every x86-64) a block takes 57 instructions instead of 125; the
// bits are those of `philox`.
class PhiloxBlocks {
public:
    explicit constexpr PhiloxBlocks(std::array<std::uint32_t, 2> key) : key_(key) {
        for (auto& round : rounds_) {
            round = {0, key[0], 0, key[1]};
            key[0] += 0x9E3779B9u;
            key[1] += 0xBB67AE85u;
        }
    }

    constexpr PhiloxBlock at(std::array<std::uint32_t, 4> counter) const {
#ifdef __SSE2__
        if (!std::is_constant_evaluated()) return side_by_side(counter);
#endif
        return philox(counter, key_);
    }

private:
#ifdef __SSE2__
    // The numbers lie as 1, 0, 3, 2: so the two products of a round come to lie where they belong, the second
    // in front, and the numbers that join them are a shift away.
    PhiloxBlock side_by_side(const std::array<std::uint32_t, 4>& counter) const {
        const __m128i multipliers =
            _mm_set_epi32(0, static_cast<int>(0xD2511F53u), 0, static_cast<int>(0xCD9E8D57u));
        __m128i now = _mm_set_epi32(static_cast<int>(counter[2]), static_cast<int>(counter[3]),
                                    static_cast<int>(counter[0]), static_cast<int>(counter[1]));
        for (const auto& round : rounds_) {
            const __m128i keys = _mm_load_si128(reinterpret_cast<const __m128i*>(round.data()));
            const __m128i factors = _mm_shuffle_epi32(now, _MM_SHUFFLE(1, 1, 3, 3));  // numbers 2 and 0
            const __m128i products = _mm_mul_epu32(factors, multipliers);
            const __m128i odd = _mm_slli_epi64(now, 32);  // numbers 1 and 3
            now = _mm_xor_si128(_mm_xor_si128(products, keys), odd);
        }
        PhiloxBlock block;
        _mm_storeu_si128(reinterpret_cast<__m128i*>(block.word),
                         _mm_shuffle_epi32(now, _MM_SHUFFLE(2, 3, 0, 1)));
        return block;
    }
#endif

    alignas(16) std::array<std::array<std::uint32_t, 4>, 10> rounds_{};
    std::array<std::uint32_t, 2> key_;
};

}  // namespace headroom
