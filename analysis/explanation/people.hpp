// The families and workers behind a number, each with what befell them.
#pragma once

#include <string>

#include "analysis/explanation/causes.hpp"
#include "analysis/explanation/explanation.hpp"

namespace headroom {

// Those with the longest part of it.
std::string families_behind(const Story& story, const Causes& causes, const WhyQuestion& question);

// Whose work it was; of families who waited, the workers of the teams that had no room for them. "" where no
// worker had a part in it.
std::string workers_behind(const Story& story, const Causes& causes, const WhyQuestion& question);

}  // namespace headroom
