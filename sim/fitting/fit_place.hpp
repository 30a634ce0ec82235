// Fits an authority: an ensemble of settings that all come out near what is published about it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/fitting/fit_target.hpp"
#include "sim/places/compact_members.hpp"
#include "sim/places/ensemble.hpp"
#include "sim/places/figures.hpp"
#include "sim/places/own_start.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// Every authority fills its capacity about as England does, whatever the hours of its work are taken to be:
// how timely and how loaded authorities are is unrelated (r = -0.17 between them), so practice follows
// capacity. The mean strain of the typical authority at the defaults, and the standard deviation of its
// logarithm around it.
inline constexpr double usual_strain = 0.84, strain_log_sd = 0.1;

// The smoother leaves too little spread: a hundred members cannot tell small correlations from chance, and
// chance correlations narrow what the figures say nothing about. So the members are moved apart from their
// mean by this factor. With it, middle 80 percents of the settings that figures settle hold the truth in 80
// of 100 trials; without it in 71 (docs/how-well-it-fits.md). Choosing it afresh for every setting would
// break what the figures say about settings together.
inline constexpr double widening = 1.25;

// How thoroughly to fit. Each assimilation lives one future of every member, and each wants futures of its
// own.
struct FitOptions {
    int members = 100;
    int assimilations = 4;
    std::uint64_t seed = 1;
    std::vector<Figure> left_out = {};  // figures that nothing is fitted to
};

// How near the fit came to one figure, all in the target's unit.
struct FittedFigure {
    const FitTarget* target;
    double published;
    double held_to;  // what of the published one lasts
    int year;
    FigureValue::From whose;
    double unfitted;         // mean of the ensemble before it saw any figure
    double mean, low, high;  // of the fitted ensemble: mean and middle 80 percent
    double tolerances_off;   // how far the mean lies from what it is held to, 0 or more
};

// A place, and what its rates are held to: the published ones, or what of them lasts.
struct PlaceToFit {
    PlaceFigures figures;
    PlaceFigures lasting;
    std::optional<OwnStart> own = {};  // of figures that are not published
};

// A fitted place. Compact: the values of fitted_settings() in their order, as they are kept; the ensemble has
// those very values, and the open assumptions.
struct Fit {
    std::uint64_t model = 0;  // model_digest() of the program that fitted it
    std::string code;
    std::string name;
    FitOptions options;
    CompactMembers compact;
    Ensemble ensemble;
    std::vector<FittedFigure> figures;
    std::optional<OwnStart> own = {};
};

// Calls the work once for each number from 0 to count - 1, on as many threads as the caller likes.
using ForEach = std::function<void(int count, const std::function<void(int)>& work)>;

// Told after each round how many of how many are done.
using FitProgress = std::function<void(int done, int rounds)>;

// The members apart by `widening`, on the scales of fitted_settings(), within the settings' ranges. What goes
// in is as the smoother left it, made compact, so that fits can be widened otherwise without fitting again.
CompactMembers widened(const CompactMembers& compact);

// Stands for all that a fit rests on besides the place: what the model gives for every figure in a short
// future, and what is moved and held to what. A fit of another digest has to be made anew.
std::uint64_t model_digest();

// Figures that are left out are in none of the results.
Fit fit_place(const PlaceToFit& place, const FitOptions& options, const ForEach& for_each,
              const FitProgress& progress);

}  // namespace headroom
