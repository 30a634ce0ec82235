// The fits that come with the program: scenarios/england/fits.json.
#pragma once

#include <optional>
#include <string_view>

#include "sim/places/fit_file.hpp"

namespace headroom {

// The fit of an authority's code or "typical"; nothing where none was made. Throws a ModelFault where the
// text is not what scenarios/england/README.md describes.
std::optional<FitFile> stored_fit(std::string_view code);

}  // namespace headroom
