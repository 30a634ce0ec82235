// Which assumptions the answer rests on: one at a time is moved to the ends of what its evidence leaves open,
// and the same futures are lived again.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/settings/evidence_range.hpp"
#include "sim/study/study.hpp"

namespace headroom {

// An assumption at one end of its range.
struct Moved {
    const EvidenceRange* range = nullptr;
    double value = 0;
    // Unmet hours per 100 planned over the run: futures 0, 1, 2, ... by alternatives; NaN where a future
    // failed.
    std::vector<double> unmet_per_100;
};

// All that was tried, the low and the high end of an assumption one after the other.
struct AssumptionStudy {
    std::vector<Moved> moved;  // empty when there were too few futures to try anything
    bool interrupted = false;
};

// How many assumptions the answer names, and in how many futures at least they are lived at each end: fewer
// have no interval, and a bare mean would look surer than it is.
constexpr std::size_t assumptions_named = 5;
constexpr int fewest_at_an_end = 3;

// One round: the assumptions that stay in it, each lived in so many more futures at both ends.
struct AssumptionRound {
    std::size_t kept;
    int futures;
};

// Three rounds that together live no more futures than `budget` (as many as the comparison itself): all
// assumptions, the eight and then the five that moved the answer most, in the manner of sequential halving
// (Karnin, Koren and Somekh, Almost optimal exploration in multi-armed bandits, ICML 2013). None when the
// budget does not bring the last to `fewest_at_an_end`. The alternative, a screening design that moves many
// at a time, needs fewer futures but breaks services that no single assumption would.
std::vector<AssumptionRound> assumption_rounds(std::size_t assumptions, int budget);

// Where a round keeps its finished futures, by its number and a text that tells its work from any other's.
// What it returns may be nullptr, and must outlive the study.
using RoundStore = std::function<PartStore*(int round, const std::string& work)>;

// Tries the assumptions within as many futures as `lived` holds. What moves the answer is the change of an
// alternative's unmet hours per 100 less the first's, future by future (of the level, where there is only one
// alternative).
AssumptionStudy try_assumptions(const Scenario& scenario, const std::vector<Replication>& lived,
                                const StudyOptions& options, const RoundStore& store,
                                std::atomic<bool>& stop);

}  // namespace headroom
