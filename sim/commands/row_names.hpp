// The rows of the answer by the words that stand before them.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/headlines.hpp"

namespace headroom {

// "Visits on time" or "visits on time, %"; nullptr for no row.
const Headline* row_called(const std::string& words);

// Every row without its unit, in lower case.
std::vector<std::string> row_names();

}  // namespace headroom
