#pragma once

#include <string>
#include <vector>

#include "sim/scenario/reader.hpp"

namespace headroom {

// Puts the lengths, seed and settings of the command line in place of the question's, each within the same
// range.
void apply_choices(const Choices& choices, Scenario& scenario, std::vector<Fault>& faults);

// What to type for it, with a blank before: "" where the question decides.
std::string typed_fitted(const Choices& choices);

}  // namespace headroom
