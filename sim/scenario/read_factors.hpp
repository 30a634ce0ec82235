#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/scenario/factor.hpp"
#include "sim/text/findings.hpp"

namespace headroom {

// The factors under a key of a study ("factors", "levers"), in alphabetical order; those of
// "all assumptions" in the order of the settings, before the others.
std::vector<Factor> read_factors(const nlohmann::json& value, const ValuePath& path, const Settings& settings,
                                 Findings& findings);

}  // namespace headroom
