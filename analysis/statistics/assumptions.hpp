// What the answer rests on: how far it follows the settings in which a fitted place's futures differ.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/comparison.hpp"
#include "analysis/statistics/member_lines.hpp"

namespace headroom {

// One end of what is plausible of a setting. All in unmet hours per 100 planned: what the first alternative
// is expected to leave there, and what the others leave more than it.
struct AssumptionEnd {
    double value;
    Estimate first;
    std::vector<Estimate> differences;  // of the second alternative, the third, ...
};

// A setting that nobody knows for certain, and what the answer would be at a low and a high value of it. One
// in ten of the fit's sets of settings lies below the one, and one in ten above the other.
struct AssumptionEffect {
    std::string key;
    std::string name;
    std::string basis;  // of its evidence range, where it has one
    double used;        // half the sets lie below
    int futures;        // that the answer is read from
    AssumptionEnd low, high;
    double share;  // of the variance from future to future of the difference that it moves most, 0 to 1
    double
        movement;  // the largest change of a difference (of the level, where there is one alternative only)
};

// The settings that the answer is seen to follow, more than chance would make it seem, those that move it
// most first. None for results that are not of a fit's sets, and none where so few futures cannot tell.
std::vector<AssumptionEffect> assumptions_that_matter(const StudyResults& results, std::size_t most = 5);

// In how many settings the futures differ, all of which were looked at.
std::size_t assumptions_tried(const StudyResults& results);

}  // namespace headroom
