// The numbers of the answer and of the report's first pages by the words that stand before them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/statistics/headlines.hpp"

namespace headroom {

// "Visits on time" or "visits on time, %"; nullptr for no row of the answer.
const Headline* row_called(const std::string& words);

// Every row without its unit, in lower case.
std::vector<std::string> row_names();

// A number under its words in the answer or in the report: a measure, or so many times the ratio of two.
struct NamedNumber {
    std::string label;
    std::string where;  // "answer" or "report"
    Measure measure;
    Measure out_of = Measure::count;  // Measure::count: nothing
    double factor = 1;
};

// By its words with or without their unit, in capitals or not; a row of the answer before one of the report.
std::optional<NamedNumber> number_called(const std::string& words);

// Every one of them without its unit, in lower case.
std::vector<std::string> number_names();

}  // namespace headroom
