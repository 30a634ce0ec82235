// How far the least certain numbers of the model might lie from what they are taken to be.
#pragma once

#include <span>
#include <string_view>

#include "sim/settings/setting.hpp"

namespace headroom {

// The values of one setting that its evidence leaves open: narrower than what a question may set.
struct EvidenceRange {
    std::string_view key;
    double Settings::*value;
    double low, high;
    std::string_view name;   // for a line of a table, such as "hours that all work takes"
    std::string_view basis;  // where the range comes from
};

// All of them, in the order of the settings.
std::span<const EvidenceRange> evidence_ranges();

// The range of a key, or nullptr.
const EvidenceRange* find_evidence_range(std::string_view key);

}  // namespace headroom
