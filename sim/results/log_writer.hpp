#pragma once

#include "sim/futures/study_results.hpp"
#include "sim/results/hdf5.hpp"

namespace headroom {

// Adds the event log to a results file that is being put together. `team` is the file's axis of teams.
void write_log(hid_t file, hid_t team, const StudyResults& results);

}  // namespace headroom
