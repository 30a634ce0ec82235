// What `headroom sustain` shows beside the search: the curve by posts, and the same as JSON.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/sustain/sustain_answer.hpp"

namespace headroom {

// What an average caseload does to children and workers, by posts, with a mark at today's and at those found;
// empty where not posts are turned.
std::string curve_text(const SustainQuestion& question, const SustainAnswer& answer, std::size_t width);

// Keys and values: today's standing, pounds a year, the month, and the curve.
std::vector<std::pair<std::string, std::string>> beside_json(const SustainQuestion& question,
                                                             const SustainAnswer& answer);

}  // namespace headroom
