// How much referring each month brings, against the expected.
#pragma once

#include <vector>

namespace headroom {

// By month of a calendar, from its first; 1 is as expected.
struct Demand {
    std::vector<double> factor;   // all that multiplies referrals: the year's chance, the trend, surges
    std::vector<double> leaning;  // the part of it that comes and goes, and so leans to the mild
};

}  // namespace headroom
