// The results file: HDF5 that is also netCDF-4, one flat root group, the same bytes for the same results.
#pragma once

#include <filesystem>

#include "sim/results/study_results.hpp"
#include "sim/results/surroundings_fault.hpp"

namespace headroom {

// Writes through "<target>.tmp" beside the target and renames it when it is safely on disk, so that nothing
// partial ever stands under the target's name; the same bytes on any number of threads. Throws a
// SurroundingsFault.
void write_results(const StudyResults& results, const std::filesystem::path& target, int threads = 1);

// Throws a SurroundingsFault for a file that is missing, truncated, not ours or of another format version.
// Measures that the file does not hold, and failed futures, are NaN. The event log is left unread.
StudyResults read_results(const std::filesystem::path& file);

// The event log in a results file, or nothing where it holds none. Throws as read_results does.
std::optional<EventLog> read_log(const std::filesystem::path& file);

}  // namespace headroom
