#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/comparison.hpp"

namespace headroom {

// What stands under one heading of the first page.
struct Fact {
    std::string heading;
    std::vector<std::string> texts;
};

// The first page in words: the answer in one sentence, then how sure, at what cost, for whom it gets worse.
struct FrontWords {
    std::string answer;
    std::vector<Fact> facts;
};
FrontWords front_words(const StudyResults& results, const Comparison& comparison);

}  // namespace headroom
