#include "sim/commands/tried_assumptions.hpp"

#include <string>

#include "sim/study/digest.hpp"
#include "sim/study/real_place.hpp"

namespace headroom {

AssumptionStudy TriedAssumptions::ask(const Scenario& scenario, const std::vector<Replication>& lived,
                                      const StudyOptions& options, std::atomic<bool>& stop) {
    return try_assumptions(
        scenario, lived, options,
        [this](int round, const std::string& work) { return store_of(round, work); }, stop);
}

PartStore* TriedAssumptions::store_of(int round, const std::string& work) {
    if (results_.empty()) return nullptr;
    Digest digest;
    digest.add(inputs_);
    digest.add(work);
    const std::filesystem::path beside =
        real_place(results_).string() + ".assumptions-" + std::to_string(round);
    return stores_.emplace_back(std::make_unique<PartStore>(beside, digest.value())).get();
}

void TriedAssumptions::remove_parts() const {
    for (const auto& store : stores_) store->remove_parts();
}

std::vector<MovedAssumption> moved_assumptions_of(const Scenario& scenario, const AssumptionStudy& study) {
    std::vector<MovedAssumption> all;
    for (const Moved& moved : study.moved) {
        all.push_back({std::string(moved.range->key), scenario.settings.*moved.range->value, moved.value,
                       moved.unmet_per_100});
    }
    return all;
}

}  // namespace headroom
