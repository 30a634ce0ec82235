#include "analysis/statistics/assumptions.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/statistics/number_words.hpp"
#include "analysis/statistics/setting_names.hpp"
#include "sim/settings/evidence_range.hpp"

namespace headroom {

namespace {

AssumptionEnd end_of(const MemberTable& table, std::size_t setting, double value) {
    AssumptionEnd end{value, {}, {}};
    for (std::size_t answer = 0; answer < table.answers.size(); ++answer) {
        const Estimate estimate = line_through(table.settings[setting], table.answers[answer]).at(value);
        if (answer == 0)
            end.first = estimate;
        else
            end.differences.push_back(estimate);
    }
    return end;
}

// To so many figures that count.
double rounded(double value, int figures) {
    double size = std::abs(value), most = 1;
    for (int i = 0; i < figures; ++i) most *= 10;
    if (!(size > 0)) return value;
    double times = 1, parts = 1;
    for (; size * times < most / 10; times *= 10) continue;
    for (; size / parts >= most; parts *= 10) continue;
    return std::round(value * times / parts) / times * parts;
}

// Two figures are as much as anybody can picture; more where they would make one of two.
Range as_told(const Range& range) {
    for (int figures = 2; figures < 4; ++figures) {
        const Range told{rounded(range.low, figures), rounded(range.median, figures),
                         rounded(range.high, figures)};
        if (told.low < told.median && told.median < told.high) return told;
    }
    return range;
}

AssumptionEffect effect_of(const StudyResults& results, const MemberTable& table, const ToldEffect& told) {
    const std::string& key = results.members.keys[told.setting];
    const EvidenceRange* const range = find_evidence_range(key);
    std::vector<double> values = table.settings[told.setting];
    const Range plausible = as_told(middle_80_percent(values));
    AssumptionEffect effect{key,
                            name_of_setting(key),
                            std::string(range ? range->basis : std::string_view()),
                            plausible.median,
                            results.replications,
                            end_of(table, told.setting, plausible.low),
                            end_of(table, told.setting, plausible.high),
                            0,
                            0};
    for (const std::size_t answer : told.answers) {
        const Line line = line_through(table.settings[told.setting], table.answers[answer]);
        const double farther = std::max(plausible.high - line.middle, line.middle - plausible.low);
        effect.share = std::max(effect.share, line.share() * table.between[answer]);
        effect.movement = std::max(effect.movement, std::abs(line.slope) * farther);
    }
    return effect;
}

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

std::size_t assumptions_tried(const StudyResults& results) {
    return results.members.keys.size();
}

std::vector<AssumptionEffect> assumptions_that_matter(const StudyResults& results, std::size_t most) {
    std::vector<AssumptionEffect> effects;
    if (results.members.keys.empty()) return effects;
    const MemberTable table = member_table(results);
    for (const ToldEffect& told : told_effects(table, most))
        effects.push_back(effect_of(results, table, told));
    std::ranges::stable_sort(effects, std::greater<>(), &AssumptionEffect::movement);
    return effects;
}

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
