// What is known beforehand of the years to come: a figure that one year moved comes part of the way back.
#pragma once

#include <vector>

#include "sim/fitting/fit_place.hpp"
#include "sim/forecasting/known_figures.hpp"
#include "sim/forecasting/panel.hpp"

namespace headroom {

// How one setting of a place's members differs in the years after: so many times as much, and so much more.
struct DrawnBack {
    double Settings::*setting;
    double times = 1;
    double more = 0;
};

// Rates that the fit left short of what lasts of them, and flows that were more or fewer in the last year
// than such a year is usually followed by. Figures that are not the place's own, or have no earlier years,
// move nothing.
std::vector<DrawnBack> drawing_back(const KnownPlace& place, const Fit& fit, const Panel& panel);

// Within the settings' ranges.
Settings drawn_back(Settings settings, const std::vector<DrawnBack>& ways);

}  // namespace headroom
