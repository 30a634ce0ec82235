#pragma once

#include <filesystem>
#include <memory>

#include "sim/futures/study_results.hpp"
#include "sim/results/results_file.hpp"
#include "sim/storage/kept_futures.hpp"

namespace headroom {

// The futures of a study on their way into one file: those that were kept, and those of an earlier file of
// the same study with fewer replications.
struct FuturesFound {
    const KeptFutures* kept;
    const ResultsReader* earlier;  // nullptr: none

    std::uint32_t earlier_replications() const {
        return earlier ? static_cast<std::uint32_t>(earlier->origin().replications) : 0;
    }
};

// What stands under the output's name already: an earlier file of this very study, or nothing. Throws a
// std::vector<Fault> for anything else, which is never written over.
std::unique_ptr<ResultsReader> earlier_of(const std::filesystem::path& output, const StudyResults& origin);

// Writes the file a block of points at a time; all futures must have been found. `origin` takes in the
// failures. Throws a SurroundingsFault or std::filesystem::filesystem_error.
void assemble(StudyResults& origin, const FuturesFound& found, const std::filesystem::path& target,
              int threads);

}  // namespace headroom
