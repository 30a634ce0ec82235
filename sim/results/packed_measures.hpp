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

// Points that are packed and written together: a power of two, so many that a block holds no more than 64 MB
// of numbers, or else a single one.
int points_in_a_block(std::span<const Variable> variables, const Extent& extent);

// What fits a cache and a reader's memory: up to 256 futures of a point, and as many points as 16,384 numbers
// hold, a power of two and no more than in a block, so that blocks are made of whole chunks.
ChunkShape chunk_shape(const Variable& variable, const Extent& extent, int points_in_a_block);

// Some points of a study, all their futures: point-major. Which of them failed, by the same place.
struct Block {
    int first_point;
    int points;
    std::span<const Series> series;
    const std::vector<bool>* failed;  // of the whole study, by point and replication
    int most_points;                  // as points_in_a_block() says
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
