#pragma once

#include <stdexcept>

namespace headroom {

// A disk, file or folder that failed us: the sentence says what we were doing, where, why and what is safe.
// The program ends with exit code 3.
struct SurroundingsFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace headroom
