// Fits an authority: an ensemble of settings that all come out near what is published about it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/fitting/fit_target.hpp"
#include "sim/scenario/figures.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

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
    int year;
    FigureValue::From whose;
    double unfitted;         // mean of the ensemble before it saw any figure
    double mean, low, high;  // of the fitted ensemble: mean and middle 80 percent
    double tolerances_off;   // how far the mean lies from what is published, 0 or more
};

// A fitted place. Members: for each, the values of fitted_settings() in their order.
struct Fit {
    std::uint64_t model = 0;  // model_digest() of the program that fitted it
    std::string code;
    std::string name;
    FitOptions options;
    std::vector<std::vector<double>> members;
    std::vector<FittedFigure> figures;
};

// Calls the work once for each number from 0 to count - 1, on as many threads as the caller likes.
using ForEach = std::function<void(int count, const std::function<void(int)>& work)>;

// Told after each round how many of how many are done.
using FitProgress = std::function<void(int done, int rounds)>;

// Stands for the model's results: of a short future, all measures. A fit of another model has to be made
// anew.
std::uint64_t model_digest();

// Figures that are left out are in none of the results.
Fit fit_place(const PlaceFigures& place, const FitOptions& options, const ForEach& for_each,
              const FitProgress& progress);

// The settings of a place with one member's values.
Settings settings_of_member(const PlaceFigures& place, const std::vector<double>& member);

}  // namespace headroom
