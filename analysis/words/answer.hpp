// The answer as printed: for people in a terminal, and as JSON or CSV for programs.
#pragma once

#include <string>
#include <string_view>

#include "analysis/words/colours.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// `date` is what it is dated, such as "2025-11-21"; "" leaves it out. Fits `width` letters.
std::string answer_text(const StudyResults& results, std::string_view date = {}, std::size_t width = 100,
                        Colours colours = Colours::none);

// Values in the measures' own units, null for none.
std::string answer_json(const StudyResults& results, std::string_view date = {});

// One line per alternative and headline measure, with its difference from the first.
std::string answer_csv(const StudyResults& results);

}  // namespace headroom
