// What is asked of a study's file, by the words that users have for it.
#pragma once

#include <filesystem>
#include <string>

#include "analysis/statistics/study_worlds.hpp"
#include "sim/futures/study_table.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// The measure of a name, or of the words before it in the answer ("need unmet"), that has one value a period
// or a run. Throws faults (std::vector<Fault>) that name the option, with the nearest measures.
const MeasureRow& measure_asked(const std::string& words, const std::string& option);

// One value for each future of each point: over the whole run, or as the file keeps it, period by period. A
// comparison counts as one world with its alternatives as policies. Throws a SurroundingsFault.
enum class Over { whole_run, periods };
StudyTable table_of(const std::filesystem::path& file, const MeasureRow& measure, Over over,
                    Trust trust = Trust::none);

// The policy of a name or a number from 1; the first where nothing is wanted. Throws faults that name the
// option.
int policy_asked(const StudyDesign& design, const std::string& wanted, const std::string& option);

// A policy, or what it does more than the one named `against`, if one is. Throws faults.
LookedAt looked_at_asked(const StudyDesign& design, const std::string& policy, const std::string& against);

}  // namespace headroom
