// One measure of every future of a study, read out of its results file for analysis.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/futures/study_results.hpp"

namespace headroom {

// Points by replications by periods; failed futures are NaN.
struct StudyTable {
    StudyResults origin;  // all of the file but its series
    std::string measure;
    std::string unit;
    std::string definition;
    int periods = 1;             // 1: the whole run, or a measure that has no months
    std::vector<double> values;  // point-major, then replication, then period

    double at(int point, int replication, int period = 0) const {
        return values[(origin.index_of(point, replication)) * static_cast<std::size_t>(periods) +
                      static_cast<std::size_t>(period)];
    }
};

// The file without its series. Throws a SurroundingsFault as read_results does.
StudyResults read_origin_of_results(const std::filesystem::path& file);

// A file that may come from anywhere, or one that this process wrote itself and need not be tried by a child
// first (which must not be made while other threads are there).
enum class Trust { none, written_here };

// Throws a SurroundingsFault as read_results does, also for a measure that the file does not hold.
StudyTable read_study_table(const std::filesystem::path& file, std::string_view measure,
                            Trust trust = Trust::none);

}  // namespace headroom
