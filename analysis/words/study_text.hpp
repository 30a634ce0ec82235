// What a study came to, policy by policy, for the terminal.
#pragma once

#include <string>
#include <vector>

#include "sim/futures/study_table.hpp"

namespace headroom {

// A measure of every world under one policy: the mean over its futures that did not fail (and over its
// periods, or their sum for what adds up over the run); NaN where all failed.
std::vector<double> by_world(const StudyTable& table, int policy);

// One line a policy, a column for each table: mean over worlds and the range of the middle eight in ten of
// them, which is no range of chance alone. At most `most` policies, and how many there are beyond.
std::string study_text(const std::vector<StudyTable>& tables, std::size_t most);

}  // namespace headroom
