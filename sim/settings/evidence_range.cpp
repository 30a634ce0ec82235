#include "sim/settings/evidence_range.hpp"

namespace headroom {

namespace {

constexpr EvidenceRange all_ranges[] = {
#define HEADROOM_EVIDENCE_RANGE(key, low, high, name, basis) {#key, &Settings::key, low, high, name, basis},
#include "sim/settings/evidence_ranges.inc"
#undef HEADROOM_EVIDENCE_RANGE
};

}  // namespace

std::span<const EvidenceRange> evidence_ranges() {
    return all_ranges;
}

const EvidenceRange* find_evidence_range(std::string_view key) {
    for (const EvidenceRange& range : all_ranges) {
        if (range.key == key) return &range;
    }
    return nullptr;
}

}  // namespace headroom
