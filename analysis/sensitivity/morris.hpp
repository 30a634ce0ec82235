// Elementary effects: how far each factor moves a measure, and whether always alike.
#pragma once

#include <span>
#include <vector>

#include "analysis/sensitivity/sobol.hpp"
#include "analysis/statistics/study_worlds.hpp"

namespace headroom {

// Below so many effects a mean has no interval, and below so many sigma has none: Student's and the
// jackknife's would be so wide that they say nothing, from a guess at the spread that is itself luck.
constexpr int fewest_effects = 4;
constexpr int fewest_effects_for_spread = 6;

// What a factor does over its trajectories, in the measure's unit for a move over the whole of its range.
struct ElementaryEffects {
    Index mean;       // mu; NaN for a choice of more than two words, which have no order
    Index size;       // mu*: mean size of the effects, whichever their direction
    Index spread;     // sigma: standard deviation; far above 0 where the effect depends on where one stands
    int effects = 0;  // that are known; fewer than trajectories where a world has no value
};

// Of M. D. Morris, Technometrics 33 (1991), from the points that `morris_trajectories` in
// sim/study/design.hpp makes: trajectories of factors + 1 worlds that differ from the one before in one
// factor. mu*: F. Campolongo, J. Cariboni, A. Saltelli, Environmental Modelling & Software 22 (2007). A world
// without a value (NaN) takes with it the two effects it is an end of. Intervals are Student's for the means,
// which are over trajectories drawn independently, and for sigma by the jackknife of its logarithm (R. G.
// Miller, Annals of Mathematical Statistics 39, 1968); none below the fewest effects above. A choice of more
// than two words counts each change of word as one move.
std::vector<ElementaryEffects> elementary_effects(std::span<const double> worlds,
                                                  const std::vector<WorldFactor>& factors);

}  // namespace headroom
