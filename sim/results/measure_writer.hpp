// The measures of a results file: made once, then filled block by block.
#pragma once

#include <span>
#include <vector>

#include "sim/futures/study_results.hpp"
#include "sim/results/new_file.hpp"
#include "sim/results/packed_measures.hpp"

namespace headroom {

class MeasureWriter {
public:
    MeasureWriter(const NewFile& file, const StudyResults& origin, const Extent& extent);

    int points_in_a_block() const;
    // Packs some measures at a time, so that memory holds few of them twice.
    void write(int first_point, std::span<const Series> series, int threads) const;

private:
    hdf5::Handle make(const NewFile& file, const Variable& variable) const;

    Extent extent_;
    std::vector<Variable> variables_;
    std::vector<hdf5::Handle> datasets_;
    std::vector<bool> failed_;  // by point and replication
};

}  // namespace headroom
