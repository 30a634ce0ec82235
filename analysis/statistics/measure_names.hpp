// What measures are called: the one table of their names in the answer, the report and `headroom sustain`.
#pragma once

#include <span>
#include <string_view>

#include "sim/measures/measure.hpp"

namespace headroom {

// What one measure is called where; empty where it is not shown so.
struct MeasureNames {
    Measure measure{};
    std::string_view row = {};          // a line of the answer: "visits on time, %"
    std::string_view column = {};       // of the report's first table
    std::string_view picture = {};      // above its picture by months
    std::string_view quarterly = {};    // a line of the profile by quarters, below a heading
    std::string_view wait = {};         // a line of the table of waits
    std::string_view part = {};         // of a bar
    std::string_view along_posts = {};  // a column beside numbers of posts
    std::string_view bound = {};        // completes "keeps"; # stands for "at most 20" or "at least 90"
    std::string_view also = {};         // another name by which a reader may ask for it
};

std::span<const MeasureNames> measure_names();

// The names of one measure; all of them empty for one that has none but its own.
const MeasureNames& called(Measure measure);

}  // namespace headroom
