#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace headroom {

// The place of the alternative of that name, or of that number from 1; the first where nothing is wanted.
// Throws faults (std::vector<Fault>) where there is no such.
std::size_t place_of_alternative(const Scenario& scenario, const std::string& wanted);
std::size_t place_of_alternative(const std::vector<std::string>& names, const std::string& wanted);

}  // namespace headroom
