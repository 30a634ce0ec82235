#pragma once

#include <string>

#include "sim/fitting/fit_place.hpp"

namespace headroom {

// How many figures fit, and which do not.
std::string fit_sentence(const Fit& fit);

// "This is us": what is published beside what the fitted model gives, with a mark for each figure, and one
// sentence that says whether the place can be fitted. For a terminal.
std::string fit_answer(const Fit& fit);

}  // namespace headroom
