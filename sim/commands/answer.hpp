// The answer as printed and as a report: one way for fresh results and for those read from a file.
#pragma once

#include <filesystem>

#include "sim/results/study_results.hpp"

namespace headroom {

enum class AnswerForm { table, csv, json };

// On standard output.
void print_answer(const StudyResults& results, AnswerForm form);

// One HTML file. Throws a SurroundingsFault.
void write_report(const StudyResults& results, const std::filesystem::path& file);

}  // namespace headroom
