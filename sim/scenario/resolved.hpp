#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace headroom {

// The scenario with every number and word written out, as a question: read again, it gives the same futures,
// whatever the defaults and published figures have become since. The authority's name is left out, for its
// figures are here.
std::string resolved_question(const Scenario& scenario);

// An alternative without its name: the same text for two that decide and suffer the same.
std::string resolved_alternative(Alternative alternative, const Settings& today);

}  // namespace headroom
