// What the answer rests on, in words and as a table, for the terminal and the report alike.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/assumptions.hpp"

namespace headroom {

// One line of the table: the cells of the first alternative and of every other less it. A line without cells
// names the assumption that the lines below it move.
struct AssumptionLine {
    std::string label;
    std::vector<std::string> cells;
};
std::vector<AssumptionLine> assumption_lines(const std::vector<AssumptionEffect>& effects,
                                             const Comparison& comparison);

// Where the answer would turn over, or that it would not; then how the table came about.
std::vector<std::string> assumption_notes(const StudyResults& results,
                                          const std::vector<AssumptionEffect>& effects,
                                          const Comparison& comparison);

// Heading, table and notes for the terminal; "" where nothing was tried.
std::string assumption_text(const StudyResults& results, const Comparison& comparison, std::size_t width);

}  // namespace headroom
