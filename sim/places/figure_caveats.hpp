// What the answer must say about the figures a run started from.
#pragma once

#include <string>
#include <vector>

#include "sim/places/figures.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// What to say of a place whose practice is taken to be England's.
std::string not_fitted_caveat(const PlaceFigures& place);

// Sentences: which figures are not the place's own and whose stand in for
// them, and which of its own are of an earlier year than its newest. None for the typical authority, which is
// England itself.
std::vector<std::string> figure_caveats(const PublishedFigures& published, const PlaceFigures& place);

// Which settings a question has for itself, in the place of the authority's; none where there are none.
std::vector<std::string> own_settings_caveat(const Settings& of_authority, const Settings& own);

}  // namespace headroom
