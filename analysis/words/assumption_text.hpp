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

// Where the answer would turn over, or that it is not seen to; how the table is to be read, and how much of
// the spread it explains. Without effects one sentence: that nothing is told apart from chance, or that these
// futures are too few. None for results that are not of a fit's sets.
std::vector<std::string> assumption_notes(const StudyResults& results,
                                          const std::vector<AssumptionEffect>& effects,
                                          const Comparison& comparison);

// Heading, table and notes for the terminal; "" where there are no notes.
std::string assumption_text(const StudyResults& results, const Comparison& comparison, std::size_t width);

}  // namespace headroom
