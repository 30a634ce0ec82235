#pragma once

#include <filesystem>

namespace headroom {

// What is expected in the file: a study's results, or those of any command.
enum class Expected { anything, a_study };

// To be called before results are read. Throws a SurroundingsFault with the command that goes on, where they
// are not there yet: a study that was not run, work that is unfinished, shards that are not merged.
void refuse_what_is_not_finished(const std::filesystem::path& file, Expected expected = Expected::anything);

}  // namespace headroom
