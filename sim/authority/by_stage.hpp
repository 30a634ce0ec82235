// Where the hours of a family belong, among the measures kept by stage and severity.
#pragma once

#include "sim/families/stage.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// The measures that are kept by stage and severity stand side by side in the table.
inline Measure beside(Measure first, int steps) {
    return static_cast<Measure>(static_cast<int>(first) + steps);
}

inline int stage_column(Stage stage) {
    switch (stage) {
        case Stage::screening:
        case Stage::assessment: return 0;
        case Stage::brief_help: return 1;
        case Stage::child_in_need: return 2;
        case Stage::child_protection: return 3;
        case Stage::looked_after: return 4;
        case Stage::closed: return 0;
    }
    return 0;
}

}  // namespace headroom
