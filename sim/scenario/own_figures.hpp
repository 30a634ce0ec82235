// An authority's own figures, in a CSV file of `setting,value` lines.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// The settings that a user's own figures give, and what the answer must say about those they do not give.
struct OwnFigures {
    Settings settings;
    std::map<std::string_view, int> lines;  // where each setting that is given stands
    std::vector<std::string> caveats;
    std::vector<Fault> faults;
};

// A heading row with `setting` (or `figure`) and `value` says which columns count, whatever their order;
// others are left to the writer's notes. Without one the first column is the setting and the second its
// value. Where a figure of the position is not given the typical authority's stands in, counts scaled to the
// number of children.
OwnFigures read_own_figures(const std::string& file, std::string_view text);

}  // namespace headroom
