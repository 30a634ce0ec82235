#pragma once

#include <vector>

#include "sim/scenario/reader.hpp"

namespace headroom {

// Puts the lengths, seed and settings of the command line in place of the question's, each within the same
// range.
void apply_choices(const Choices& choices, Scenario& scenario, std::vector<Fault>& faults);

}  // namespace headroom
