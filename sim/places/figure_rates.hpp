// Rates of a place beside the numbers they are worked out from.
#pragma once

#include <vector>

#include "sim/places/figure_relations.hpp"

namespace headroom {

// Every rate, and as `one` and `other` the part and the whole that it is worked out from.
std::vector<Following> rates_with_their_halves();

// Rates that are not what their own numbers make, by more than rounding does.
std::vector<Contradiction> other_rates_among(const KnownValues& values);

}  // namespace headroom
