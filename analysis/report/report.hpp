#pragma once

#include <string>
#include <string_view>

#include "sim/futures/study_results.hpp"

namespace headroom {

// The answer as one HTML page that needs nothing else and asks nothing of any server: sentence, tables,
// charts, assumptions, honest limits, and the question and settings it came from. `date` is the day of
// printing, "" leaves it out.
std::string report_html(const StudyResults& results, std::string_view date = {});

}  // namespace headroom
