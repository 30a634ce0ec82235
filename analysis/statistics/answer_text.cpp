#include "analysis/statistics/answer.hpp"
#include "analysis/statistics/number_words.hpp"
#include "analysis/statistics/sentences.hpp"
#include "analysis/statistics/text_table.hpp"

namespace headroom {

namespace {

constexpr std::size_t widest_name = 16;  // of an alternative above its column; four columns fit 100 letters

// Calls `heading` before the first row of every group, and `line` with the place of every row.
template <class Heading, class Line>
void for_each_row(const Comparison& comparison, Heading heading, Line line) {
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        if (i == 0 || comparison.rows[i].group != comparison.rows[i - 1].group)
            heading(std::string(heading_of(comparison.rows[i].group)));
        line(i);
    }
}

std::string alternatives_table(const Comparison& comparison, std::size_t width) {
    std::vector<std::string> headers{""};
    for (const AlternativeSummary& alternative : comparison.alternatives) headers.push_back(alternative.name);
    TextTable table(std::move(headers), widest_name);
    for_each_row(
        comparison, [&table](std::string heading) { table.add_heading(std::move(heading)); },
        [&](std::size_t row) {
            std::vector<std::string> cells{"  " + std::string(comparison.rows[row].label)};
            for (const AlternativeSummary& alternative : comparison.alternatives)
                cells.push_back(cell_words(alternative.measures[row], comparison.rows[row]));
            table.add_row(std::move(cells));
        });
    return table.text(width);
}

std::string difference_table(const Comparison& comparison, const DifferenceSummary& difference,
                             std::size_t width) {
    TextTable table({"", "difference", "95 % interval", "futures better", "verdict"}, width);
    for_each_row(
        comparison, [&table](std::string heading) { table.add_heading(std::move(heading)); },
        [&](std::size_t place) {
            const Headline& row = comparison.rows[place];
            const PairedDifference& found = difference.measures[place];
            table.add_row({"  " + std::string(row.label), signed_words(found.mean * row.scale, row.decimals),
                           interval_words(found, row), percent_words(found.share_better),
                           std::string(words_of(found.verdict))});
        });
    return table.text(width);
}

std::string list_of(const std::vector<std::string>& items, std::size_t width) {
    std::string text;
    for (const std::string& item : items) text += paragraph("- " + item, width, 2);
    return text;
}

}  // namespace

std::string answer_text(const StudyResults& results, std::string_view date, std::size_t width) {
    const Comparison comparison = compare(results);
    const std::string origin = paragraph(origin_of(results, date), width);
    std::string text;
    if (!results.question.empty()) text += paragraph(results.question, width) + "\n";
    for (const Sentence& sentence : sentences_of(results, comparison))
        text += paragraph(sentence.alternative + ": " + sentence.text, width, 2) + "\n";
    text += alternatives_table(comparison, width) + origin + "\n";
    for (const DifferenceSummary& difference : comparison.differences) {
        text += paragraph(difference.name + ", compared with " + comparison.alternatives[0].name, width);
        text += difference_table(comparison, difference, width) + origin + "\n";
    }
    text += "How to read this\n" + list_of(reading_notes(results, comparison), width);
    const std::vector<std::string> assumptions = assumptions_of(results);
    if (!assumptions.empty()) text += "\nWhat was assumed\n" + list_of(assumptions, width);
    return text;
}

}  // namespace headroom
