// What befell a family or a worker, in dated lines.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/explanation/story.hpp"

namespace headroom {

// From one moment to just before another.
struct Stretch {
    Minutes from, to;
};

// Which work is told piece by piece; the rest is counted.
using ToldSingly = std::function<bool(const LogEntry&)>;

// A family's lines, each with its date: from its last referral before the end on, a dozen of them at most,
// then the work told singly that came to its end later, and into whose hands the family came next.
std::vector<std::string> family_timeline(const Story& story, std::int32_t family, Minutes end,
                                         const ToldSingly& singly);

// A worker's coming, going and longer absences within the stretch.
std::vector<std::string> worker_timeline(const Story& story, std::int32_t worker, Stretch stretch);

// "took on 3 families, gave up 1": of a worker within the stretch; "" where nothing changed.
std::string families_taken(const Story& story, std::int32_t worker, Stretch stretch);

}  // namespace headroom
