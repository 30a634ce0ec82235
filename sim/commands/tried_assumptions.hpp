// The second half of a comparison: which assumptions its answer rests on, tried in as many futures again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "sim/results/study_results.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/study/assumptions.hpp"

namespace headroom {

// Tries the assumptions and keeps finished futures beside the results, a folder for each round, until they
// stand.
class TriedAssumptions {
public:
    // `results` is the file they will be written to, empty for none; `inputs` stands for the comparison.
    TriedAssumptions(const std::filesystem::path& results, std::uint64_t inputs)
        : results_(results), inputs_(inputs) {}

    // Throws as run_study does.
    AssumptionStudy ask(const Scenario& scenario, const std::vector<Replication>& lived,
                        const StudyOptions& options, std::atomic<bool>& stop);

    // To be called when the results stand.
    void remove_parts() const;

private:
    PartStore* store_of(int round, const std::string& work);

    std::filesystem::path results_;
    std::uint64_t inputs_;
    std::vector<std::unique_ptr<PartStore>> stores_;
};

// What was tried beside the comparison, for the file.
std::vector<MovedAssumption> moved_assumptions_of(const Scenario& scenario, const AssumptionStudy& study);

}  // namespace headroom
