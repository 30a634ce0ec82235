// The assumptions tried beside a comparison, as they stand in a results file: along the axes `moved` (two
// entries for an assumption), `moved_future` and `point`.
#pragma once

#include "sim/results/hdf5.hpp"
#include "sim/results/study_results.hpp"

namespace headroom {

// Nothing where nothing was tried. `point` is the axis of the alternatives. Throws an Hdf5Error.
void write_moved_assumptions(hid_t file, hid_t point, const StudyResults& results);

// For results of so many points. Throws an Hdf5Error.
std::vector<MovedAssumption> read_moved_assumptions(hid_t file, int points);

}  // namespace headroom
