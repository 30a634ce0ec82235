#include "sim/results/chunk.hpp"

#include <libdeflate.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

// What zlib's format and HDF5's shuffling say the bytes stand for, by the plain way; none when they are
// broken.
std::vector<double> unpacked(std::span<const std::byte> packed, std::size_t count) {
    std::vector<std::byte> shuffled(count * sizeof(double)), bytes(shuffled.size());
    const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> inflater(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    if (libdeflate_zlib_decompress(inflater.get(), packed.data(), packed.size(), shuffled.data(),
                                   shuffled.size(), nullptr) != LIBDEFLATE_SUCCESS)
        return {};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i % count * sizeof(double) + i / count] = shuffled[i];
    std::vector<double> values(count);
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

bool comes_back(const std::vector<double>& values) {
    ChunkPacker packer;
    packer.pack(std::vector<double>(7, 0.1));  // nothing of an earlier chunk stays
    const std::vector<double> back = unpacked(packer.pack(values), values.size());
    return back.size() == values.size() &&
           std::memcmp(back.data(), values.data(), values.size() * sizeof(double)) == 0;
}

std::size_t packed_size(const std::vector<double>& values) {
    return ChunkPacker().pack(values).size();
}

std::vector<double> measured_numbers(std::size_t count) {
    std::mt19937_64 random(3);
    std::vector<double> values;
    while (values.size() < count) values.push_back(static_cast<double>(random() >> 11) * 0x1p-53 * 100);
    return values;
}

}  // namespace

TEST_CASE("packed numbers come back to the last bit, measured or counted, few or many") {
    for (const std::size_t count : {1u, 2u, 100u, 3600u, 65535u, 65536u, 156672u}) {
        CAPTURE(count);
        std::vector<double> values = measured_numbers(count);
        CHECK(comes_back(values));
        for (std::size_t i = 0; i < count; i += 3) values[i] = 0;
        CHECK(comes_back(values));
        for (double& value : values) value = std::floor(value);
        CHECK(comes_back(values));
        values.assign(count, std::numeric_limits<double>::quiet_NaN());
        CHECK(comes_back(values));
    }
}

TEST_CASE("random bits of every place come back, with no place left to compress") {
    std::mt19937_64 random(4);
    std::vector<double> values(5000);
    for (double& value : values) {
        const std::uint64_t bits = random();
        std::memcpy(&value, &bits, sizeof value);
    }
    CHECK(comes_back(values));
    CHECK(packed_size(values) < values.size() * sizeof(double) * 101 / 100);
}

TEST_CASE("counted numbers take a fifth of their bytes, the same number over and over next to none") {
    std::vector<double> values = measured_numbers(3600);
    for (double& value : values) value = std::floor(value);
    CHECK(packed_size(values) < values.size() * sizeof(double) / 5);
    CHECK(packed_size(std::vector<double>(3600, 0.1)) < 500);
}
