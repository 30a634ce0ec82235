// What somebody said beforehand that a measure would come to.
#pragma once

#include <optional>
#include <string>

#include "sim/measures/measure.hpp"

namespace headroom {

// A claim about the answer to a question, with the numbers between which it would be borne out.
struct Expectation {
    std::string claim;        // a sentence in plain words
    Measure measure{};        // of one value a month, or one for the whole run
    std::string alternative;  // which one is measured, by its name
    std::string less = {};    // the one taken from it, future by future; empty: none
    double from = 0, to = 0;  // in the measure's unit, both ends included
    int first_month = 1;      // counted from 1, as in answers
    int last_month = 0;       // included; 0: to the end of the run
    std::optional<int>
        future{};  // that one alone, counted from 0 as `--only-future` does; left out: their mean
};

}  // namespace headroom
