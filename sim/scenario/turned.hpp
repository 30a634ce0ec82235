// Factors at their values: what becomes of a scenario, and of a policy.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/scenario/factor.hpp"

namespace headroom {

// Sets decisions, from today on: a kind of caseload limit before its numbers, and no number that the kind
// does not have. Settings among the factors are left alone.
void decide(Alternative& policy, std::span<const Factor> factors, std::span<const double> values);

// The world at these values: settings today and in every alternative that does not set them itself, decisions
// in every alternative.
void set_world(Scenario& scenario, std::span<const Factor> factors, std::span<const double> values);

// One setting, today and in all alternatives that do not set it themselves.
void set_everywhere(Scenario& scenario, double Settings::*key, double value);

// The values again, NaN for a number that decides nothing under the kind of limit chosen.
std::vector<double> decided_values(std::span<const Factor> levers, std::span<const double> values);

// "Limit 18, 10 more posts"; what is no whole number to three figures.
std::string name_of_policy(std::span<const Factor> levers, std::span<const double> values);

}  // namespace headroom
