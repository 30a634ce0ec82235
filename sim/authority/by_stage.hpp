// Where the hours of a family belong, among the measures kept by stage and severity.
#pragma once

#include <algorithm>

#include "sim/families/stage.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// The measures that are kept by stage and severity stand side by side in the table.
inline Measure beside(Measure first, int steps) {
    return static_cast<Measure>(static_cast<int>(first) + steps);
}

// Screening counts with assessment.
inline int stage_column(Stage stage) {
    return stage == Stage::closed
               ? 0
               : std::max(0, static_cast<int>(stage) - static_cast<int>(Stage::assessment));
}

}  // namespace headroom
