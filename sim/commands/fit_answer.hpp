#pragma once

#include <string>

#include "sim/fitting/fit_place.hpp"

namespace headroom {

// How near a figure came: within one, within two and a half tolerances, or farther off.
enum class Nearness { fits, near, does_not_fit };

Nearness nearness_of(const FittedFigure& figure);

// How many figures fit, and which do not.
std::string fit_sentence(const Fit& fit);

// "This is us": what is published beside what the fitted model gives, with a mark for each figure, and one
// sentence that says whether the place can be fitted. For a terminal.
std::string fit_answer(const Fit& fit);

}  // namespace headroom
