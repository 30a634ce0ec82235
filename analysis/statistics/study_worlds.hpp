// What a study found in each of its worlds, and how far chance is in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/futures/study_table.hpp"

namespace headroom {

// What is looked at: a policy, or what it does more than another in the same world and the same future.
struct LookedAt {
    int policy = 0;
    std::optional<int> against = {};
    int period = 0;
};

// The futures of one world that have a value, in their order. A future has none where it failed, or where
// there was nothing to measure (the mean wait where nobody waited), in either of two policies.
std::vector<double> futures_of_world(const StudyTable& table, const LookedAt& looked_at, int world);

// One number for every world: the mean over its futures.
struct WorldValues {
    std::vector<double> means;  // NaN for a world without any value
    double variance = 0;        // between the means; NaN below two of them
    int futures = 0;            // a world, as the study was planned
    int without_value = 0;      // futures of any world, failed or with nothing to measure

    // How much of the variance between the means is the chance of so few futures, from 0 to 1: what is left
    // of the spread within worlds after that part of each future's luck that all worlds share (they live
    // the same chance, so that it moves them alike), over the number of futures. NaN with one future, or
    // where the means do not differ.
    double chance_share = 0;

    int worlds_with_value() const;
};
WorldValues world_values(const StudyTable& table, const LookedAt& looked_at);

// A factor in which worlds differ, world by world.
struct WorldFactor {
    std::string key;
    std::string name;  // in words, for a line of a table
    std::string unit;
    std::vector<std::string> words;  // of a choice, those in use: values are places in this list
    double low = 0, high = 0;        // the ends of its range in the design
    std::vector<double> values;      // by world

    bool is_choice() const { return !words.empty(); }
};

// The factors that the design over worlds moves, in the order of its columns, as a policy meets them.
std::vector<WorldFactor> world_factors(const StudyDesign& design, int policy = 0);

// Which worlds hang together, as a number for each: those of one base row of a Saltelli design and those of
// one trajectory, which share most of their values; otherwise every world by itself.
std::vector<int> groups_of_worlds(const StudyDesign& design);

// How many worlds each base row of a Saltelli design has.
int worlds_of_base_row(const StudyDesign& design);

}  // namespace headroom
