#pragma once

#include <filesystem>

namespace headroom {

// What Headroom wrote into a file: the answer of a comparison or a run, one future with its event log, or a
// study.
enum class ResultsKind { none, answer, log, study };

// `none` for a file that is not there, not ours, damaged, or of a format that this Headroom does not read.
ResultsKind kind_of_results(const std::filesystem::path& file);

}  // namespace headroom
