// Ensemble smoother with multiple data assimilation (Emerick and Reynolds, Computers & Geosciences 55 (2013)
// 3): an ensemble of parameters is moved towards what was observed, by how they and what the model foretells
// from them go together.
#pragma once

#include <cstdint>
#include <vector>

namespace headroom {

// One row per parameter or figure, one value per member: rows x members, row after row.
struct EnsembleRows {
    int rows = 0;
    int members = 0;
    std::vector<double> values;

    EnsembleRows() = default;
    EnsembleRows(int row_count, int member_count)
        : rows(row_count),
          members(member_count),
          values(static_cast<std::size_t>(row_count) * static_cast<std::size_t>(member_count)) {}
    double& at(int row, int member) {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(members) +
                      static_cast<std::size_t>(member)];
    }
    double at(int row, int member) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(members) +
                      static_cast<std::size_t>(member)];
    }
    double mean(int row) const;
    double sd(int row) const;  // with members - 1; 0 for fewer than two
};

// What was observed of each figure, and how far off it may be (a standard deviation).
struct Observed {
    std::vector<double> values;
    std::vector<double> errors;
};

// One of several rounds. The errors of what was observed count `inflation` times as much in variance: n
// rounds of inflation n move as much together as one of inflation 1. Its noise is the same for the same seed
// and round, whatever else is drawn.
struct AssimilationRound {
    double inflation = 1;
    std::uint64_t seed = 1;
    std::uint32_t number = 0;
};

// Moves the parameters once, towards what was observed. A correlation of less than two of its own standard
// errors (1 / sqrt(members)) counts less, down to nothing, since among so many pairs some are chance.
void assimilate(EnsembleRows& parameters, const EnsembleRows& foretold, const Observed& observed,
                const AssimilationRound& round);

}  // namespace headroom
