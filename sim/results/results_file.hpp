// The results file: HDF5 that is also netCDF-4, one flat root group, the same bytes for the same results.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "sim/futures/study_results.hpp"
#include "sim/storage/surroundings_fault.hpp"

namespace headroom {

// Writes through "<target>.tmp" beside the target and renames it when it is safely on disk, so that nothing
// partial ever stands under the target's name; the same bytes on any number of threads. Throws a
// SurroundingsFault.
void write_results(const StudyResults& results, const std::filesystem::path& target, int threads = 1);

// The same a block of points at a time, so that a study need not fit into memory.
class ResultsWriter {
public:
    // Writes all of `origin` but its series; it must outlive the writer.
    ResultsWriter(const StudyResults& origin, const std::filesystem::path& target, int threads);
    ~ResultsWriter();  // takes an unfinished file away

    // Every block but the last has so many points.
    int points_in_a_block() const;
    // All futures of the points from the first on, point-major. Blocks come in order.
    void write(int first_point, std::span<const Series> series);
    void finish();

private:
    struct Parts;
    std::filesystem::path target_;
    std::unique_ptr<Parts> parts_;
};

// Throws a SurroundingsFault for a file that is missing, truncated, damaged, not ours or of another format
// version. Failed futures are NaN. The event log is left unread.
StudyResults read_results(const std::filesystem::path& file);

// The same for a comparison; throws for a study too, which may not fit into memory.
StudyResults read_comparison(const std::filesystem::path& file);

// A study read a block of points at a time. Throws as read_results does.
class ResultsReader {
public:
    explicit ResultsReader(const std::filesystem::path& file);
    ~ResultsReader();

    const StudyResults& origin() const { return origin_; }  // without series
    // All futures of so many points from the first on, point-major.
    std::vector<Series> read(int first_point, int points) const;

private:
    struct Opened;
    StudyResults origin_;
    std::unique_ptr<Opened> opened_;
};

// The event log in a results file, or nothing where it holds none. Throws as read_results does.
std::optional<EventLog> read_log(const std::filesystem::path& file);

}  // namespace headroom
