// A fit as it is kept in a file: JSON, a line for each member.
#pragma once

#include <string>

#include "sim/fitting/fit_place.hpp"
#include "sim/places/fit_file.hpp"

namespace headroom {

// The first line of a fit's file: whose, of which model, and how it was made. Fits of one heading are the
// same.
std::string fit_heading(const Fit& fit);

// The fit with the settings that were moved, every member's values in their order, and how near each figure
// came. Values are written so that they read back to the last bit.
std::string fit_text(const Fit& fit);

}  // namespace headroom
