// From the futures of a study to chunks of the file: on all threads, the same bytes on any number of them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "sim/measures/series.hpp"
#include "sim/results/layout.hpp"

namespace headroom {

// How a measure is cut up: so many points by so many futures, whole along its other axes.
struct ChunkShape {
    int points, futures;
};

// What fits a cache and a reader's memory: up to 256 futures of a point, and as many points as 16,384 numbers
// hold, a power of two so that blocks of points are made of whole chunks.
ChunkShape chunk_shape(const Variable& variable, const Extent& extent);

// Points that are packed and written together: a power of two, no less than any chunk's, so that a block
// holds about 64 MB of numbers.
int points_in_a_block(std::span<const Variable> variables, const Extent& extent);

// Some points of a study, all their futures: point-major. Which of them failed, by the same place.
struct Block {
    int first_point;
    int points;
    std::span<const Series> series;
    const std::vector<bool>* failed;  // of the whole study, by point and replication
};

// One chunk, by the place of its first number.
struct PackedChunk {
    int point, future;
    std::vector<std::byte> bytes;
};
using PackedMeasure = std::vector<PackedChunk>;

std::vector<PackedMeasure> packed_measures(const Block& block, std::span<const Variable> variables,
                                           const Extent& extent, int threads);

}  // namespace headroom
