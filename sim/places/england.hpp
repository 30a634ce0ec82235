// The texts of scenarios/england that are built into the program.
#pragma once

#include <string_view>

namespace headroom {

std::string_view authorities_json();

// One fit to a line.
std::string_view fits_json();

}  // namespace headroom
