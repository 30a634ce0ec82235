#pragma once

#include <filesystem>

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"
#include "sim/study/worlds.hpp"

namespace headroom {

// The name of the script, from that of the results file.
std::filesystem::path slurm_script_of(const std::filesystem::path& output);

// Writes the script that submits a study to Slurm as an array of shards with the merge that waits for them,
// and says how to use it; runs nothing.
ExitCode write_slurm_script(const Worlds& worlds, const StudyArguments& arguments,
                            const std::filesystem::path& output);

}  // namespace headroom
