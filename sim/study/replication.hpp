// One future of the authority under every alternative, as the study stores it.
#pragma once

#include <cstdint>
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

}  // namespace headroom
