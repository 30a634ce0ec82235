// Figures of one's own beside published ones that cannot be true with them.
#pragma once

#include <string>
#include <vector>

#include "sim/places/figures.hpp"

namespace headroom {

// Figures of one place that cannot be true together; `whole` is the one that the others are too many for.
struct Clash {
    std::vector<Figure> figures;
    Figure whole;
    std::string expected;  // completes "... but should be ..."
};

// All of them: parts that are more than the model lets them be of their whole, rates that no place can have,
// and what a question would be refused for.
std::vector<Clash> clashes_among(const PlaceFigures& place);

}  // namespace headroom
