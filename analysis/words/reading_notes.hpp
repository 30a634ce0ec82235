// What stands beneath every table and chart: how to read it, what was assumed, what is not known, and where
// it comes from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/statistics/comparison.hpp"

namespace headroom {

// How the tables are to be read: the range, the interval, the verdicts and what pairing did.
std::vector<std::string> reading_notes(const StudyResults& results, const Comparison& comparison);

// What was assumed, which published figures fell back, which futures failed.
std::vector<std::string> assumptions_of(const StudyResults& results);

// What Headroom does not know, whatever the question.
std::vector<std::string> honest_limits(const StudyResults& results);

// Inputs, seed, version and date in one line; "" leaves the date out.
std::string origin_of(const StudyResults& results, std::string_view date);

}  // namespace headroom
