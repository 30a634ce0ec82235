#pragma once

#include <string>

#include "analysis/statistics/comparison.hpp"
#include "analysis/words/colours.hpp"

namespace headroom {

// The need that each alternative leaves unmet, as a bar of its three parts, all on one scale, at most `width`
// letters wide in all. Each part has a letter of its own, named above; "" where nothing was measured.
std::string unmet_bars(const Comparison& comparison, std::size_t width, Colours colours);

}  // namespace headroom
