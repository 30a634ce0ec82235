// The answer as printed and as a report: one way for fresh results and for those read from a file.
#pragma once

#include <cstddef>
#include <filesystem>

#include "sim/futures/study_results.hpp"

namespace headroom {

enum class AnswerForm { table, csv, json };

// Letters in a line of the terminal; a fixed number where the answer goes to a file or a program.
std::size_t line_width();

// On standard output.
void print_answer(const StudyResults& results, AnswerForm form);

// One HTML file. Throws a SurroundingsFault.
void write_report(const StudyResults& results, const std::filesystem::path& file);

}  // namespace headroom
