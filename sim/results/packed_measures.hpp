// From the futures of a study to chunks of the file: on all threads, the same bytes on any number of them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/results/layout.hpp"
#include "sim/results/study_results.hpp"

namespace headroom {

// One measure of all futures, packed: chunks by point, and within it by first future.
using PackedMeasure = std::vector<std::vector<std::byte>>;

// How many futures of one point stand in a chunk; the last may be filled up with missing values.
int futures_in_a_chunk(const StudyResults& results);

std::vector<PackedMeasure> packed_measures(const StudyResults& results, std::span<const Variable> variables,
                                           int threads);

}  // namespace headroom
