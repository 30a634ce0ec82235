// The long way shared by `compare` and `run`: from a question that was read to files and a printed answer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// Where results and report are written; empty: not at all.
struct OutputFiles {
    std::filesystem::path results;
    std::filesystem::path report;
};

// Stands for all that its futures depend on, this program too; what is kept of them bears it.
std::uint64_t inputs_of(const Scenario& scenario);

// The command without what changes no result: path, threads and names of outputs.
std::string created_by(const RunArguments& arguments);

// Lives all futures, writes the files and prints the answer. Whatever ends it early is said, with what is
// safe and how to go on. Throws a SurroundingsFault, OutputBusy or std::filesystem::filesystem_error.
ExitCode run_comparison(const Scenario& scenario, const RunArguments& arguments, const OutputFiles& files);

}  // namespace headroom
