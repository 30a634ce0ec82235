// The answer in plain words: what a director reads first, and what stands beneath every table and chart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/statistics/comparison.hpp"

namespace headroom {

// What is said of one alternative: need left unmet, where it moved, children waiting, cost.
struct Sentence {
    std::string alternative;
    std::string text;
};
std::vector<Sentence> sentences_of(const StudyResults& results, const Comparison& comparison);

// How the tables are to be read: the range, the interval and the smallest differences.
std::vector<std::string> reading_notes(const StudyResults& results, const Comparison& comparison);

// What was assumed, which published figures fell back, which futures failed.
std::vector<std::string> assumptions_of(const StudyResults& results);

// What Headroom does not know, whatever the question.
std::vector<std::string> honest_limits();

// Inputs, seed, version and date in one line. `date` is the day of printing, "" to leave it out.
std::string origin_of(const StudyResults& results, std::string_view date);

}  // namespace headroom
