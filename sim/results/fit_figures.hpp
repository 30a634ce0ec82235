// The figures of a fit as they stand in a results file: a table of lines, its cells apart by tabs.
#pragma once

#include <string>
#include <vector>

#include "sim/places/fit_figure.hpp"

namespace headroom {

// "" where there are none.
std::string text_of_figures(const std::vector<FitFigure>& figures);

// None where the text is no such table.
std::vector<FitFigure> figures_in(const std::string& text);

}  // namespace headroom
