// The file of a fit, as `headroom calibrate` writes it, read into what a question needs of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/ensemble.hpp"
#include "sim/scenario/fault.hpp"

namespace headroom {

// How every fit's file begins, by which it is known.
inline constexpr std::string_view fit_file_begins = "{\"headroom_fit\": 1,";

// How many tolerances off a figure may be that the fit still comes near to.
inline constexpr double fit_near_within = 2.5;

// The place that was fitted, its ensemble, and what is wrong with the file; the ensemble counts only where
// nothing is.
struct FitFile {
    std::string code;  // of an authority, or "typical"
    std::string name;
    Ensemble ensemble;
    std::vector<std::string> not_fitted;  // figures that the fit does not come near
    std::vector<Fault> faults;
};

// What an answer must say of the fit that it rests on.
std::vector<std::string> fit_caveats(const FitFile& fit);

FitFile read_fit_file(const std::string& file, const std::string& text);

}  // namespace headroom
