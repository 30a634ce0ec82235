// One future of the authority under every alternative, as the study stores it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/measures/series.hpp"

namespace headroom {

// One future of one world: the same families and people, lived once under every alternative.
struct Replication {
    std::uint32_t world = 0;  // of a study; a comparison has one
    std::uint32_t number = 0;
    std::vector<Series> series;       // one per alternative; all NaN where it failed
    std::vector<std::string> faults;  // one per alternative: why it failed, empty where it did not
};

// A branch of one replication that the model could not bring to its end: a fault of the program.
struct BrokenBranch {
    int alternative = 0;
    std::uint32_t replication = 0;
    std::string reason;
};

// Those of the replications, in their order, then by alternative.
std::vector<BrokenBranch> broken_branches(std::span<const Replication> replications);

}  // namespace headroom
