#include "analysis/words/answer.hpp"
#include "analysis/words/assumption_text.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/reading_notes.hpp"
#include "analysis/words/sentences.hpp"
#include "analysis/words/side_notes.hpp"
#include "analysis/words/text_bars.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/this_is_us.hpp"
#include "analysis/words/turning_sentences.hpp"

namespace headroom {

namespace {

constexpr std::size_t widest_name = 16;   // of an alternative above its column; four columns fit 100 letters
constexpr std::size_t widest_label = 36;  // of an alternative at the start of its line

// How the page is printed, and what stands beneath each of its tables.
struct Page {
    std::size_t width;
    Colours colours;
    std::string origin;
};

// Calls `heading` before the first row of every group, and `line` with the place of every row.
template <class Heading, class Line>
void for_each_row(const Comparison& comparison, Heading heading, Line line) {
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        if (i == 0 || comparison.rows[i].group != comparison.rows[i - 1].group)
            heading(heading_of(comparison.rows[i].group));
        line(i);
    }
}

std::string alternatives_table(const Comparison& comparison, const Page& page) {
    std::vector<std::string> headers{""};
    for (const AlternativeSummary& alternative : comparison.alternatives) headers.push_back(alternative.name);
    TextTable table(std::move(headers), widest_name);
    for_each_row(
        comparison,
        [&](std::string_view heading) { table.add_heading(inked(heading, Ink::heading, page.colours)); },
        [&](std::size_t row) {
            std::vector<std::string> cells{"  " + std::string(comparison.rows[row].label())};
            for (const AlternativeSummary& alternative : comparison.alternatives)
                cells.push_back(cell_words(alternative.measures[row], comparison.rows[row]));
            table.add_row(std::move(cells));
        });
    return table.text(page.width) + page.origin + "\n";
}

std::string verdict_cell(const PairedDifference& found, const Page& page) {
    return inked(short_words_of(found.verdict), ink_of(found.verdict), page.colours);
}

std::string difference_table(const Comparison& comparison, const DifferenceSummary& difference,
                             const Page& page) {
    TextTable table({"", "difference", "95 % interval", "futures better", "verdict"}, page.width);
    for_each_row(
        comparison,
        [&](std::string_view heading) { table.add_heading(inked(heading, Ink::heading, page.colours)); },
        [&](std::size_t place) {
            const Headline& row = comparison.rows[place];
            const PairedDifference& found = difference.measures[place];
            table.add_row({"  " + std::string(row.label()),
                           signed_words(found.mean * row.scale, row.decimals), interval_words(found, row),
                           share_words(found, row), verdict_cell(found, page)});
        });
    return table.text(page.width);
}

std::string difference_tables(const Comparison& comparison, const Page& page) {
    std::string text;
    for (const DifferenceSummary& difference : comparison.differences) {
        const std::string title = difference.name + ", compared with " + comparison.alternatives[0].name;
        text += inked(paragraph(title, page.width), Ink::heading, page.colours);
        text += difference_table(comparison, difference, page) + page.origin + "\n";
    }
    return text;
}

// One line for every alternative, where there are too many for a sentence and a table each.
std::string overview_table(const Comparison& comparison, const Page& page) {
    const std::size_t unmet = comparison.row_of_measure(Measure::unmet_per_100);
    const std::size_t waiting = comparison.row_of_measure(Measure::children_unallocated);
    const std::size_t cost = comparison.row_of_measure(Measure::cost);
    TextTable table(
        {"", "need unmet", "against the first (95 %)", "verdict", "without a worker", "cost, \u00a3 million"},
        9);
    for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
        const AlternativeSummary& alternative = comparison.alternatives[i];
        const auto mean = [&](std::size_t row) {
            const Headline& headline = comparison.rows[row];
            return number_words(alternative.measures[row].mean * headline.scale, headline.decimals);
        };
        std::vector<std::string> cells{shortened(alternative.name, widest_label), mean(unmet)};
        if (i == 0) {
            cells.insert(cells.end(), {"", ""});
        } else {
            const PairedDifference& found = comparison.differences[i - 1].measures[unmet];
            cells.push_back(signed_words(found.mean, 1) + " (" +
                            interval_words(found, comparison.rows[unmet]) + ")");
            cells.push_back(verdict_cell(found, page));
        }
        cells.insert(cells.end(), {mean(waiting), mean(cost)});
        table.add_row(std::move(cells));
    }
    return table.text(page.width) + page.origin +
           "\nEvery difference of every measure: headroom summary FILE.h5 --csv, or the report.\n\n";
}

std::string sentences(const StudyResults& results, const Comparison& comparison, const Page& page) {
    std::string text;
    const bool all = comparison.alternatives.size() <= most_told;
    for (const Sentence& sentence : sentences_of(results, comparison)) {
        text += paragraph(sentence.alternative + ": " + sentence.text, page.width, 2) + "\n";
        if (!all) break;
    }
    const std::string ranking = ranking_sentence(results), warning = warning_sentence(results, comparison);
    if (!ranking.empty()) text += paragraph(ranking, page.width, 2) + "\n";
    if (!warning.empty())
        text += paragraph(warning + " More futures: --replications N, or auto.", page.width, 2) + "\n";
    if (!comparison.differences.empty() && results.replications >= fewest_futures)
        text += paragraph(ranges_and_beyond(results, comparison), page.width, 2) + "\n";
    return text;
}

std::string list_of(const std::vector<std::string>& items, const Page& page) {
    std::string text;
    for (const std::string& item : items) text += paragraph("- " + item, page.width, 2);
    return text;
}

}  // namespace

std::string answer_text(const StudyResults& results, std::string_view date, std::size_t width,
                        Colours colours) {
    const Comparison comparison = compare(results);
    const Page page{width, colours, inked(paragraph(origin_of(results, date), width), Ink::faint, colours)};
    std::string text;
    if (!results.question.empty())
        text += inked(paragraph(results.question, width), Ink::heading, colours) + "\n";
    if (const std::string warning = cannot_be_fitted(results); !warning.empty())
        text += inked(paragraph(warning, width), Ink::bad, colours) + "\n";
    text += inked(contradictions_text(results.contradictions, width), Ink::bad, colours);
    if (const std::string us = us_text(results, width, colours); !us.empty())
        text += inked(us_heading(results) + "\n", Ink::heading, colours) + us + "\n";
    text += sentences(results, comparison, page);
    const std::string bars = unmet_bars(comparison, width, colours);
    if (!bars.empty()) text += bars + "\n";
    if (comparison.alternatives.size() > most_told)
        text += overview_table(comparison, page) + alternatives_table(comparison, page);
    else
        text += alternatives_table(comparison, page) + difference_tables(comparison, page);
    const std::vector<std::string> beside = side_notes(results);
    if (!beside.empty())
        text += inked("Beside the tables\n", Ink::heading, colours) + list_of(beside, page) + "\n";
    const std::string rests_on = assumption_text(results, comparison, width);
    if (!rests_on.empty())
        text += inked("What the answer rests on\n", Ink::heading, colours) + rests_on + page.origin + "\n";
    text += inked("How to read this\n", Ink::heading, colours) +
            list_of(reading_notes(results, comparison), page);
    const std::vector<std::string> assumptions = assumptions_of(results);
    if (!assumptions.empty())
        text += inked("\nWhat was assumed\n", Ink::heading, colours) + list_of(assumptions, page);
    return text;
}

}  // namespace headroom
