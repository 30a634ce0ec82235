// What came of an expectation, in a word and in a sentence.
#pragma once

#include <string>
#include <string_view>

#include "analysis/statistics/measured_expectation.hpp"

namespace headroom {

// "as expected", "not yet known", "not as expected".
std::string_view words_of(BornOut born_out);

// "Expected 40 to 90 children, measured 63 (95 % interval 55 to 71): as expected."
std::string words_of(const Expectation& expected, const MeasuredExpectation& measured);

}  // namespace headroom
