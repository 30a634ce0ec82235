#pragma once

#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/text/findings.hpp"
#include "sim/text/json_values.hpp"

namespace headroom {

// These take what is right of a value whose misfits have been found already, and leave the rest as it was.

// The policy before with the levers of a group moved.
Policy read_policy(const nlohmann::json& group, const Policy& before);

// An alternative's policies in order of month, the first from month 0. What is written is one group or a list
// of them; a month out of order, or from which nothing is left of a run of so many, is a fault.
std::vector<DatedPolicy> read_dated_policies(const PlacedValue& written, const Policy& today, int months,
                                             Findings& findings);

// Shocks with the lengths and sizes of their kinds where none are given; one of size 0 is no shock.
std::vector<Shock> read_shocks(const PlacedValue& list, int months, Findings& findings);

// The settings before with those of a group changed.
Settings read_settings(const nlohmann::json& group, const Settings& before);

}  // namespace headroom
