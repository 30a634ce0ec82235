#include "sim/engine/philox.hpp"

#include <Random123/philox.h>

#include "tests/catch.hpp"

namespace headroom {
namespace {

std::vector<std::uint32_t> words_of(const PhiloxBlock& block) {
    return {std::begin(block.word), std::end(block.word)};
}

TEST_CASE("Philox gives the known answers published with Random123") {
    // kat_vectors of Random123 1.14: zero, all ones, and the digits of pi.
    CHECK(words_of(philox({0, 0, 0, 0}, {0, 0})) ==
          std::vector<std::uint32_t>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(words_of(philox({ones, ones, ones, ones}, {ones, ones})) ==
          std::vector<std::uint32_t>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(words_of(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0})) ==
          std::vector<std::uint32_t>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("Philox agrees with Random123's own header on any counter and key") {
    PhiloxBlock from{};
    for (int i = 0; i < 10'000; ++i) {
        const std::array<std::uint32_t, 4> counter{from.word[0], from.word[1], from.word[2], from.word[3]};
        const std::array<std::uint32_t, 2> key{from.word[1] ^ 7u, from.word[3] + 5u};
        const auto theirs =
            r123::Philox4x32()({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
        from = philox(counter, key);
        REQUIRE(words_of(from) == std::vector<std::uint32_t>(theirs.begin(), theirs.end()));
    }
}

TEST_CASE("Philox can be worked out by the compiler") {
    static_assert(philox({0, 0, 0, 0}, {0, 0}).word[0] == 0x6627e8d5);
}

TEST_CASE("blocks made two products at a time are those of the plain rounds") {
    PhiloxBlock from{{1, 2, 3, 4}};
    for (std::uint32_t step = 0; step < 10'000; ++step) {
        const std::array<std::uint32_t, 4> counter = {from.word[0], from.word[1], from.word[2], step};
        const std::array<std::uint32_t, 2> key = {from.word[3], step * 0x9E3779B9u};
        from = philox(counter, key);
        REQUIRE(words_of(PhiloxBlocks(key).at(counter)) == words_of(from));
    }
    constexpr PhiloxBlocks compiled({0, 0});
    static_assert(compiled.at({0, 0, 0, 0}).word[0] == 0x6627e8d5);
}

}  // namespace
}  // namespace headroom
