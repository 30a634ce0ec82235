// The file of a fit, as `headroom calibrate` writes it, read into what a question needs of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/ensemble.hpp"
#include "sim/scenario/fault.hpp"

namespace headroom {

// How every fit's file begins, by which it is known.
inline constexpr std::string_view fit_file_begins = "{\"headroom_fit\": 2,";

// How many tolerances off a figure may be that the fit still comes near to.
inline constexpr double fit_near_within = 2.5;

// One figure of the fitted place, in its own unit.
struct FileFigure {
    std::string name;
    double published = 0;
    int year = 0;
    std::string whose;  // "own", "region" or "England"
    double held_to = 0;
    double mean = 0, low = 0, high = 0;  // of the fitted ensemble
    double tolerances_off = 0;
};

// The place that was fitted, its ensemble with the open assumptions, and what is wrong with the file; the
// ensemble counts only where nothing is.
struct FitFile {
    std::string code;  // of an authority, or "typical"
    std::string name;
    Ensemble ensemble;
    std::vector<FileFigure> figures;
    std::vector<Fault> faults;

    // The names of the figures that the fit does not come near.
    std::vector<std::string> not_fitted() const;
};

// What an answer must say of the fit that it rests on.
std::vector<std::string> fit_caveats(const FitFile& fit);

FitFile read_fit_file(const std::string& file, const std::string& text);

}  // namespace headroom
