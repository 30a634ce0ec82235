#include "analysis/words/turning_sentences.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/words/number_words.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// " (15% more)"; "" where nothing can be said in shares.
std::string share_words(double value, double used) {
    if (used <= 0 || value <= 0) return "";
    const double percent = 100 * (value / used - 1);
    return " (" + number_words(std::abs(percent), 0) + (percent > 0 ? "% more)" : "% less)");
}

// The alternatives of an end that leave more need unmet (sign 1) or less (sign -1) for all of their interval,
// where the comparison tells the opposite; each with how much.
std::vector<std::string> turned(const AssumptionEnd& end, const Comparison& comparison, int sign) {
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < end.differences.size() && i < comparison.differences.size(); ++i) {
        const Estimate& moved = end.differences[i];
        const Verdict told = comparison.differences[i].measures[row].verdict;
        const Verdict opposite = sign > 0 ? Verdict::better : Verdict::worse;
        if (told == opposite && sign * moved.mean - moved.half_width > 0)
            names.push_back(quoted_name(comparison.differences[i].name) + " (" + signed_words(moved.mean, 1) +
                            " \u00b1" + number_words(moved.half_width, 1) + ")");
    }
    return names;
}

bool tells_one_from_another(const Comparison& comparison) {
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    return std::ranges::any_of(comparison.differences, [row](const DifferenceSummary& difference) {
        const Verdict verdict = difference.measures[row].verdict;
        return verdict == Verdict::better || verdict == Verdict::worse;
    });
}

}  // namespace

std::string what_ranges_hold(const StudyResults& results) {
    return results.fitted_sets > 0
               ? "These ranges include chance and what we do not know about the authority."
               : "All this is chance alone.";
}

std::string beyond_chance(const StudyResults& results, const Comparison& comparison) {
    if (results.fitted_sets == 0)
        return "How many hours a case takes is known only to about a sixth, which moves every level here "
               "much "
               "further and can turn the order of the alternatives.";
    const std::vector<AssumptionEffect> effects = assumptions_that_matter(results);
    const std::vector<std::string> turned = turning_sentences(effects, comparison);
    if (!turned.empty()) return turned[0];
    if (effects.empty() || !tells_one_from_another(comparison)) return "";
    return "None of the numbers that we are unsure of is seen to turn the answer over by itself.";
}

std::string ranges_and_beyond(const StudyResults& results, const Comparison& comparison) {
    const std::string beyond = beyond_chance(results, comparison);
    return what_ranges_hold(results) + (beyond.empty() ? "" : " " + beyond);
}

std::vector<std::string> turning_sentences(const std::vector<AssumptionEffect>& effects,
                                           const Comparison& comparison) {
    std::vector<std::string> sentences;
    for (const AssumptionEffect& effect : effects) {
        for (const AssumptionEnd& end : {effect.low, effect.high}) {
            for (const int sign : {-1, 1}) {
                const std::vector<std::string> names = turned(end, comparison, sign);
                if (names.empty()) continue;
                sentences.push_back(
                    "Were \u201c" + effect.name + "\u201d " + plain_words(end.value) + " instead of " +
                    plain_words(effect.used) + share_words(end.value, effect.used) + ", " + listed(names) +
                    " would leave " + (sign < 0 ? "less" : "more") + " need unmet than " +
                    quoted_name(comparison.alternatives[0].name) + ", not " + (sign < 0 ? "more." : "less."));
            }
        }
    }
    return sentences;
}

}  // namespace headroom
