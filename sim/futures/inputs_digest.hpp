#pragma once

#include <cstdint>
#include <string_view>

#include "sim/scenario/scenario.hpp"

namespace headroom {

// Stands for everything that a replication's result depends on besides its number: the program, the seed and
// every resolved value of the scenario. Names and comments of the question do not count, nor does how many
// replications.
std::uint64_t inputs_digest(const Scenario& scenario, std::string_view program);

// Stands for everything that a replication rests on when its first month begins, besides its number:
// scenarios with the same one start from the same settled authority.
std::uint64_t settling_digest(const Scenario& scenario);

// Stands for everything that one of the scenario's alternatives rests on, besides the future's number: those
// with the same one are lived alike, whatever else they are compared with.
std::uint64_t branch_digest(const Scenario& scenario, const Alternative& alternative);

// Stands for what is decided and assumed in an alternative, and not for what befalls it.
std::uint64_t decisions_digest(const Alternative& alternative);

}  // namespace headroom
