// Which of a fit's sets of settings each future used, as they are in a results file: `member(replication)` is
// the number of the set, `setting_key(setting)` names the settings in which the sets differ, and
// `setting_value(replication, setting)` holds their values.
//
// To run future r again without the fit: ask the file's `question` of the same place with `--unfitted`, give
// `--set KEY=VALUE` for every key with its value in row r, and add `--only-future r`.
#pragma once

#include "sim/futures/study_results.hpp"
#include "sim/results/new_file.hpp"

namespace headroom {

// Nothing where all futures use the same settings.
void write_members(NewFile& file, const MembersUsed& members);

// The names of the coordinates, to be listed where readers look for them.
std::string member_coordinate_names(const MembersUsed& members);

// For so many replications; empty where the file has none. Throws an Hdf5Error.
MembersUsed read_members(hid_t file, int replications);

}  // namespace headroom
