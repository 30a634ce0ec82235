// What an authority publishes beside what the model fitted to it gives.
#pragma once

#include <string>

namespace headroom {

// How near a figure came: within one, within two and a half tolerances, or farther off.
enum class Nearness { fits, near, does_not_fit };

inline constexpr double fits_within = 1, near_within = 2.5;  // tolerances

inline Nearness nearness_of(double tolerances_off) {
    if (tolerances_off <= fits_within) return Nearness::fits;
    return tolerances_off <= near_within ? Nearness::near : Nearness::does_not_fit;
}

// One figure of the fitted place, in its own unit.
struct FitFigure {
    std::string name;
    double published = 0;
    int year = 0;
    std::string whose;  // "own", "region" or "England"
    double held_to = 0;
    double mean = 0, low = 0, high = 0;  // of the fitted ensemble
    double tolerances_off = 0;           // from what it is held to
};

}  // namespace headroom
