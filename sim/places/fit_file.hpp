// The file of a fit, as `headroom calibrate` writes it, read into what a question needs of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/places/ensemble.hpp"
#include "sim/places/fit_figure.hpp"
#include "sim/places/own_start.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

// How every fit's file begins, by which it is known.
inline constexpr std::string_view fit_file_begins = "{\"headroom_fit\": 2,";

// How files of fits of any version begin: of one, and of many a line each.
inline constexpr std::string_view any_fit_begins = "{\"headroom_fit\": ";
inline constexpr std::string_view any_fits_begin = "[\n{\"headroom_fit\": ";

// The place that was fitted, its ensemble with the open assumptions, and what is wrong with the file; the
// ensemble counts only where nothing is.
struct FitFile {
    std::string code;  // of an authority, or "typical"
    std::string name;
    std::uint64_t model = 0;  // digest of the model it was made of
    Ensemble ensemble;
    std::vector<FitFigure> figures;
    std::optional<OwnStart> own;  // of figures that are not published
    std::vector<Fault> faults;

    // The names of the figures that the fit does not come near.
    std::vector<std::string> not_fitted() const;
};

FitFile read_fit_file(const std::string& file, const std::string& text);

}  // namespace headroom
