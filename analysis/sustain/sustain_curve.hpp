// What `headroom sustain` shows beside the search: the curve by posts.
#pragma once

#include <string>
#include <vector>

#include "analysis/sustain/sustain_answer.hpp"

namespace headroom {

// How many futures all points of a curve have: those of the smallest of them.
std::size_t shared_futures(const std::vector<FuturesAt>& curve);

// What an average caseload does to children and workers, by posts, with a mark at today's and at those found;
// empty where not posts are turned.
std::string curve_text(const SustainQuestion& question, const SustainAnswer& answer, std::size_t width);

}  // namespace headroom
