#include "tests/patterns/interval.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

#include "tests/catch.hpp"

namespace headroom {

void hold(const Published& row, double found, double steeper) {
    const double low = std::min(row.centre - row.half_width, steeper * row.centre);
    const double high = std::max(row.centre + row.half_width, steeper * row.centre);
    const bool met = found >= low && found <= high;
    std::printf("%-54s published %7.2f +-%5.2f  model %7.2f  %s\n", std::string(row.pattern).c_str(),
                row.centre, row.half_width, found, met ? "met" : "MISSED");
    if (!met && !row.missed_because.empty())
        std::printf("    missed because %s\n", std::string(row.missed_because).c_str());
#ifndef HEADROOM_CHECKED
    INFO(std::string(row.pattern) + ": " + std::to_string(found) + ", from " + std::to_string(low) + " to " +
         std::to_string(high));
    CHECK(met == row.missed_because.empty());
#else
    REQUIRE(found == found);
#endif
}

}  // namespace headroom
