// What makes a question a lesson: where to look, and what its writer expects to be seen there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/measures/expectation.hpp"

namespace headroom {

// The views of the page that a lesson may open in: two policies side by side, one future on a board, or
// decisions taken quarter by quarter.
inline constexpr std::string_view lesson_views[] = {"compare", "watch", "rounds"};

// A question that is asked to learn from, with the answer that was expected before anybody ran it.
struct Lesson {
    std::string title;
    int level = 1;     // 1: for everybody, 2: after the first ones, 3: for those who plan services
    int minutes = 20;  // that it takes with a group
    std::string opens_in = "compare";
    std::vector<Measure> look_at;
    std::vector<Expectation> expectations;
};

}  // namespace headroom
