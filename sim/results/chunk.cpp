#include "sim/results/chunk.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

namespace headroom {

namespace {

static_assert(std::endian::native == std::endian::little, "chunks are written as they stand in memory");

// First all lowest bytes, then all second lowest, and so on: like bytes stand together and deflate well.
void shuffle(std::span<const double> values, std::vector<std::byte>& shuffled) {
    const std::size_t count = values.size();
    shuffled.resize(count * sizeof(double));
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t bits = std::bit_cast<std::uint64_t>(values[i]);
        for (std::size_t place = 0; place < sizeof(double); ++place, bits >>= 8) {
            shuffled[place * count + i] = static_cast<std::byte>(bits);
        }
    }
}

// Whether compressing would gain little: bytes of many values (fewer than one pair in sixteen is of equal
// ones) without runs. So look the last places of measured numbers, a third of a file.
bool looks_random(std::span<const std::byte> bytes) {
    constexpr std::size_t most_looked_at = 2048, values = 16, longest_run = 8;
    const std::size_t count = std::min(bytes.size(), most_looked_at);
    std::size_t times[256] = {}, runs = 0, equal_pairs = 0;
    for (std::size_t i = 0; i < count; ++i) {
        equal_pairs += times[static_cast<std::size_t>(bytes[i])]++;
        runs += i > 0 && bytes[i] == bytes[i - 1];
    }
    return equal_pairs * 2 * values < count * (count - 1) && runs * longest_run < count;
}

// Appends parts of a deflate stream, byte by byte (RFC 1951, 3.2.4; RFC 1950).
class StreamEnd {
public:
    explicit StreamEnd(std::byte* at) : at_(at) {}

    void number(std::uint32_t value, int bytes_from_lowest) {
        for (; bytes_from_lowest > 0; --bytes_from_lowest, value >>= 8)
            *at_++ = static_cast<std::byte>(value);
    }
    void number_from_highest(std::uint32_t value) {
        for (int shift = 24; shift >= 0; shift -= 8) *at_++ = static_cast<std::byte>(value >> shift);
    }
    // As they stand: blocks of kind 0, none of which is the last.
    void stored(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const std::size_t length = std::min(bytes.size(), longest_stored);
            number(0, 1);
            number(static_cast<std::uint32_t>(length), 2);
            number(~static_cast<std::uint32_t>(length), 2);
            std::memcpy(at_, bytes.data(), length);
            at_ += length;
            bytes = bytes.subspan(length);
        }
    }
    void skip(std::size_t bytes) { at_ += bytes; }
    std::byte* at() const { return at_; }

    static constexpr std::size_t longest_stored = 65535;

private:
    std::byte* at_;
};

constexpr int fastest_level = 1;              // as small as level 4 after shuffling, at 155 against 60 MB/s
constexpr std::size_t frame = 2 + 4 + 8 * 5;  // header, checksum, and beginnings of stored blocks

}  // namespace

ChunkPacker::ChunkPacker()
    : compressor_(libdeflate_alloc_compressor(fastest_level), libdeflate_free_compressor) {
    if (!compressor_) throw std::bad_alloc();
}

std::span<const std::byte> ChunkPacker::pack(std::span<const double> values) {
    shuffle(values, shuffled_);
    const std::span<const std::byte> all = shuffled_;
    std::size_t random = 0;
    while (random + values.size() < all.size() && looks_random(all.subspan(random, values.size())))
        random += values.size();
    const std::span<const std::byte> rest = all.subspan(random);
    const std::size_t bound = libdeflate_deflate_compress_bound(compressor_.get(), rest.size());
    packed_.resize(random + random / StreamEnd::longest_stored * 5 + bound + frame);
    StreamEnd end(packed_.data());
    end.number(0x0178, 2);  // deflate with a window of 32 kB, at the fastest
    end.stored(all.first(random));
    end.skip(libdeflate_deflate_compress(compressor_.get(), rest.data(), rest.size(), end.at(), bound));
    end.number_from_highest(libdeflate_adler32(1, all.data(), all.size()));
    return std::span(packed_).first(static_cast<std::size_t>(end.at() - packed_.data()));
}

}  // namespace headroom
