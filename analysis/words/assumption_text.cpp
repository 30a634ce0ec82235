#include "analysis/words/assumption_text.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/turning_sentences.hpp"

namespace headroom {

namespace {

constexpr std::size_t widest_name = 16;

std::string with_half_width(std::string mean, double half_width) {
    return std::isnan(half_width) ? mean : mean + " \u00b1" + number_words(half_width, 1);
}

AssumptionLine line_of(const AssumptionEffect& effect, const AssumptionEnd& end) {
    AssumptionLine line{plain_words(end.value) + " instead of " + plain_words(effect.used), {}};
    line.cells.push_back(with_half_width(number_words(end.first.mean, 1), end.first.half_width));
    for (const Estimate& difference : end.differences)
        line.cells.push_back(with_half_width(signed_words(difference.mean, 1), difference.half_width));
    return line;
}

AssumptionLine line_on_average(const Comparison& comparison) {
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    AssumptionLine line{"on average", {}};
    line.cells.push_back(number_words(comparison.alternatives[0].measures[row].mean, 1));
    for (const DifferenceSummary& difference : comparison.differences)
        line.cells.push_back(signed_words(difference.measures[row].mean, 1));
    return line;
}

std::string not_known(const StudyResults& results) {
    return std::to_string(assumptions_tried(results)) +
           " of the numbers behind this answer are not known for certain. Every future has its own set of "
           "them, in keeping with the published figures. ";
}

std::string why_none(const StudyResults& results) {
    const int different = member_table(results).members();
    if (different < fewest_members)
        return "So few futures cannot tell what the answer rests on: it takes at least " +
               std::to_string(fewest_members) + " with settings of their own, and these are " +
               std::to_string(different) + ".";
    return not_known(results) + "None of them moves the answer far enough to be told apart from chance.";
}

std::string how_to_read_it(const StudyResults& results, std::size_t named) {
    return not_known(results) +
           (named == 1 ? "Only this one is seen to move the answer. It is"
                       : "These are the ones that move the answer most. Each is") +
           " shown at a low and a high value: one future in ten goes below the low one, and one in ten above "
           "the high one. \u00b1 is the 95% interval. About one in ten of all that is named in this way is "
           "there by luck.";
}

// "about 40%", "between 20% and 40%".
std::string shares_words(double least, double most) {
    const std::string low = number_words(100 * least, 0), high = number_words(100 * most, 0);
    return low == high ? "about " + high + "%" : "between " + low + "% and " + high + "%";
}

// How much of the spread is chance can be told only where the same settings are used more than once.
std::string what_is_chance(const MemberTable& table) {
    const auto parts = std::span(table.by_chance).subspan(table.first_answer());
    if (std::ranges::any_of(parts, [](double part) { return std::isnan(part); }))
        return "The rest is chance, and numbers whose part is too small to see.";
    const auto [lowest, highest] = std::minmax_element(parts.begin(), parts.end());
    const double least = *lowest, most = *highest;
    return "Chance alone explains " + shares_words(least, most) +
           ", and numbers whose part is too small to see explain the rest.";
}

std::string how_much_they_explain(const StudyResults& results) {
    constexpr std::size_t most_named = 5;
    const MemberTable table = member_table(results);
    const std::vector<ToldEffect> effects = told_effects(table, most_named);
    double least = 1, most = 0;
    for (std::size_t answer = table.first_answer(); answer < table.answers.size(); ++answer) {
        const double share = share_together(table, answer, effects) * table.between[answer];
        least = std::min(least, share);
        most = std::max(most, share);
    }
    return std::string(effects.size() == 1 ? "It explains " : "Together they explain ") +
           shares_words(least, most) + " of how much the answer changes from future to future. " +
           what_is_chance(table);
}

std::string effects_table(const std::vector<AssumptionEffect>& effects, const Comparison& comparison,
                          std::size_t width) {
    std::vector<std::string> headers{""};
    for (const AlternativeSummary& alternative : comparison.alternatives) headers.push_back(alternative.name);
    TextTable table(std::move(headers), widest_name);
    for (const AssumptionLine& line : assumption_lines(effects, comparison)) {
        if (line.cells.empty()) {
            table.add_heading(line.label);
            continue;
        }
        std::vector<std::string> cells{"  " + line.label};
        cells.insert(cells.end(), line.cells.begin(), line.cells.end());
        table.add_row(std::move(cells));
    }
    const std::string first = quoted_name(comparison.alternatives[0].name);
    const std::string beside =
        comparison.differences.empty() ? "" : ", and how much more the others leave than " + first;
    return paragraph("Hours of every 100 planned that " + first + " leaves unmet" + beside +
                         ", if one number were different:",
                     width) +
           table.text(width);
}

}  // namespace

std::vector<AssumptionLine> assumption_lines(const std::vector<AssumptionEffect>& effects,
                                             const Comparison& comparison) {
    std::vector<AssumptionLine> lines{line_on_average(comparison)};
    for (const AssumptionEffect& effect : effects) {
        lines.push_back({effect.name, {}});
        for (const AssumptionEnd& end : {effect.low, effect.high}) {
            if (end.value != effect.used) lines.push_back(line_of(effect, end));
        }
    }
    return lines;
}

std::vector<std::string> assumption_notes(const StudyResults& results,
                                          const std::vector<AssumptionEffect>& effects,
                                          const Comparison& comparison) {
    if (assumptions_tried(results) == 0 || results.replications < fewest_futures) return {};
    if (effects.empty()) return {why_none(results)};
    std::vector<std::string> notes = turning_sentences(effects, comparison);
    if (notes.empty() && !comparison.differences.empty())
        notes.emplace_back("None of these is seen to turn the answer over.");
    notes.push_back(how_to_read_it(results, effects.size()));
    notes.push_back(how_much_they_explain(results));
    return notes;
}

std::string assumption_text(const StudyResults& results, const Comparison& comparison, std::size_t width) {
    const std::vector<AssumptionEffect> effects = assumptions_that_matter(results);
    std::string text = effects.empty() ? "" : effects_table(effects, comparison, width);
    for (const std::string& note : assumption_notes(results, effects, comparison))
        text += paragraph("- " + note, width, 2);
    return text;
}

}  // namespace headroom
