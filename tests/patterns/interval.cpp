#include "tests/patterns/interval.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

#include "tests/catch.hpp"

namespace headroom {

void hold(const Published& row, Found found, double steeper) {
    const double low = std::min(row.centre - row.half_width, steeper * row.centre);
    const double high = std::max(row.centre + row.half_width, steeper * row.centre);
    const double inside = std::min(found.value - low, high - found.value);  // below 0: outside by so much
    const double chance = 2 * found.error;
    const bool explained = !row.missed_because.empty();
    const char* verdict = "met";
    if (inside < 0) verdict = !explained && inside >= -chance ? "met, as chance goes" : "MISSED";
    std::printf("%-54s published %7.2f +-%5.2f  model %7.2f", std::string(row.pattern).c_str(), row.centre,
                row.half_width, found.value);
    if (found.error > 0) std::printf(" +-%5.2f", chance);
    std::printf("  %s\n", verdict);
    if (inside < 0 && explained)
        std::printf("    missed because %s\n", std::string(row.missed_because).c_str());
#ifndef HEADROOM_CHECKED
    INFO(std::string(row.pattern) + ": " + std::to_string(found.value) + ", from " + std::to_string(low) +
         " to " + std::to_string(high));
    CHECK((explained ? inside <= chance && !(inside > 0 && chance == 0) : inside >= -chance));
#else
    REQUIRE(found.value == found.value);
#endif
}

}  // namespace headroom
