// How many futures a comparison takes when it is left to find that out: `--replications auto`.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "analysis/statistics/stopping.hpp"
#include "sim/futures/replication.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// The precision asked for, in smallest differences that matter; nothing: the usual one.
Precision precision_of(std::optional<double> asked);

// How many futures to live in all after these, which are the first and have no gap: see futures_wanted. Need
// unmet, children without a worker and cost are watched, in every alternative.
int futures_wanted(const Scenario& scenario, std::span<const Replication> lived, const Precision& precision);

// What was done, as an assumption of the answer: how precise, how many futures it took, or what is not
// precise at the cap.
std::string sentence_on_futures(const Scenario& scenario, std::span<const Replication> lived,
                                const Precision& precision);

}  // namespace headroom
