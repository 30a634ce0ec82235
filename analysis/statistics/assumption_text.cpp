#include "analysis/statistics/assumption_text.hpp"

#include <cmath>

#include "analysis/statistics/number_words.hpp"
#include "analysis/statistics/text_table.hpp"

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

AssumptionLine line_as_assumed(const Comparison& comparison) {
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    AssumptionLine line{"as assumed", {}};
    line.cells.push_back(number_words(comparison.alternatives[0].measures[row].mean, 1));
    for (const DifferenceSummary& difference : comparison.differences)
        line.cells.push_back(signed_words(difference.measures[row].mean, 1));
    return line;
}

std::string how_it_came_about(const StudyResults& results, const std::vector<AssumptionEffect>& effects) {
    return "Tried: " + std::to_string(assumptions_tried(results)) +
           " assumptions, one at a time, at both ends of what the evidence leaves open, with the same "
           "families "
           "and people; these move the answer most. " +
           counted_futures(effects.front().futures) +
           " at each end; \u00b1 is the 95 % interval. The ranges "
           "are mostly judgements: `headroom explain` names the source of each assumption.";
}

}  // namespace

std::vector<AssumptionLine> assumption_lines(const std::vector<AssumptionEffect>& effects,
                                             const Comparison& comparison) {
    std::vector<AssumptionLine> lines{line_as_assumed(comparison)};
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
    std::vector<std::string> notes;
    if (effects.empty()) return notes;
    if (!comparison.differences.empty()) {
        notes = turning_sentences(effects, comparison);
        if (notes.empty())
            notes.push_back(
                "None of these is seen to turn the answer over, though so few futures cannot rule it out "
                "where an interval reaches across zero.");
    }
    notes.push_back(how_it_came_about(results, effects));
    return notes;
}

std::string assumption_text(const StudyResults& results, const Comparison& comparison, std::size_t width) {
    const std::vector<AssumptionEffect> effects = assumptions_that_matter(results);
    if (effects.empty()) return {};
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
    std::string text =
        paragraph("Need left unmet, hours per 100 planned, and of the others how much more than \u201c" +
                      comparison.alternatives[0].name + "\u201d, if one assumption were otherwise:",
                  width);
    text += table.text(width);
    for (const std::string& note : assumption_notes(results, effects, comparison))
        text += paragraph("- " + note, width, 2);
    return text;
}

}  // namespace headroom
