// A fit as it is kept in a file: JSON, a line for each member.
#pragma once

#include <string>

#include "sim/fitting/fit_place.hpp"

namespace headroom {

// How every fit's file begins, by which it is known.
inline constexpr std::string_view fit_file_begins = "{\"headroom_fit\": 1,";

// The fit with the settings that were moved, every member's values in their order, and how near each figure
// came. Values are written so that they read back to the last bit.
std::string fit_text(const Fit& fit);

}  // namespace headroom
