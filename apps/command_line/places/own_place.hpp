// The place that a file of one's own figures is about, ready to be fitted.
#pragma once

#include <filesystem>
#include <string>

#include "apps/command_line/places/place_fitter.hpp"

namespace headroom {

// `authority` is the name of the one whose published figures they replace; empty or "typical": what the file
// does not give is the typical authority's. Throws a std::vector<Fault> with all that is wrong with the file.
FittedPlace own_place_in(const std::filesystem::path& figures, const std::string& authority);

}  // namespace headroom
