// What is published about a place beside what the model gives, and how near is near.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/fitting/smoother.hpp"
#include "sim/measures/series.hpp"
#include "sim/places/figures.hpp"

namespace headroom {

// How the distance between published and model is measured: in the figure's own unit, or as a share of it (by
// logarithms, with chance of counting added).
enum class Distance : std::uint8_t { own_unit, share };

// Children come in families, and families wait for the same workers. Measured: living a place of 22,000
// children and one of 170,000 in a hundred futures spreads counts by 1.0 to 1.4 times what children in
// families of 1.8 would.
inline constexpr double children_together = 2.7;

// One figure that a fit is held to. The last year of a run stands against a published year.
struct FitTarget {
    std::string_view name;
    std::string_view unit;
    Figure figure;
    Figure whole;  // the figure is a percentage of this one; the same as `figure` where it is none
    Distance distance;
    double tolerance;                // one standard deviation, by `distance`, without chance of counting
    double (*found)(const Series&);  // in the figure's unit
    std::optional<Figure> of = {};   // of a percentage: how many it is counted over, whose chance is added
    double together =
        children_together;  // of those counted, how many share a fate: chance counts so much more
};

std::span<const FitTarget> fit_targets();

// The months that a fit lives, of which the last twelve are its year.
inline constexpr int fitted_months = 18;

// The figure as published for the place, in the target's unit.
double published(const FitTarget& target, const PlaceFigures& place);

// Published and its tolerance as the smoother takes them. A figure that is not the place's own counts a third
// as much.
Observed observed_of(const PlaceFigures& place);

// A figure as the smoother compares it; where the model gives none, what is published, which moves nothing.
double compared(const FitTarget& target, double found, double published);

}  // namespace headroom
