#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/text/findings.hpp"

namespace headroom {

// The alternatives that a question's "steps" make: every combination of one value of each key, in
// alphabetical order of the keys, the last of them varying fastest. `start` is the alternative they all start
// from. Too many are a fault, and then there are none; values that do not fit are left out (their misfits are
// found already).
std::vector<Alternative> alternatives_of_steps(const nlohmann::json& steps, const Alternative& start,
                                               Findings& findings);

}  // namespace headroom
