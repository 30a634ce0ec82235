// What the answer must say about the figures a run started from.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/figures.hpp"

namespace headroom {

// Sentences: which figures are not the place's own and whose stand in for them, and which of its own are of
// an earlier year than its newest. None for the typical authority, which is England itself.
std::vector<std::string> figure_caveats(const PublishedFigures& published, const PlaceFigures& place);

}  // namespace headroom
