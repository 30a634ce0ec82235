// The answer in plain words: what a director reads first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/statistics/comparison.hpp"
#include "analysis/statistics/screening.hpp"
#include "analysis/words/reading_notes.hpp"

namespace headroom {

// What is said of one alternative: need left unmet, which of its parts moved, children waiting, cost.
struct Sentence {
    std::string alternative;
    std::string text;
};
std::vector<Sentence> sentences_of(const StudyResults& results, const Comparison& comparison);

// From this many alternatives on, the answer ranks them; with more than `most_told` it says a sentence of the
// first alone and lets a table speak for the others.
constexpr std::size_t fewest_ranked = 4;
constexpr std::size_t most_told = 4;

// The screening for least need unmet; nothing below fewest_ranked alternatives or fewest_futures.
std::optional<Screening> ranking_of(const StudyResults& results);

// Which alternative leaves least need unmet, and which cannot be told from it; "" where nothing is ranked.
std::string ranking_sentence(const StudyResults& results);

// Where futures are too few to tell: about how many would. "" where they tell.
std::string warning_sentence(const StudyResults& results, const Comparison& comparison);

}  // namespace headroom
