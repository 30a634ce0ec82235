#include "analysis/report/report.hpp"

#include "analysis/charts/style.hpp"
#include "analysis/charts/svg.hpp"
#include "analysis/report/front_page.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/sentences.hpp"
#include "analysis/words/side_notes.hpp"

namespace headroom {

namespace {

void add_group_heading(HtmlTable& table, const Comparison& comparison, std::size_t row) {
    const Group group = comparison.rows[row].group;
    if (row == 0 || comparison.rows[row - 1].group != group) table.add_heading(heading_of(group));
}

std::string alternatives_table(const Comparison& comparison, const std::string& origin) {
    std::vector<std::string> headers{""};
    for (const AlternativeSummary& alternative : comparison.alternatives)
        headers.push_back(letter_of(headers.size() - 1) + ". " + alternative.name);
    HtmlTable table("Every alternative: mean (middle 80 % of futures)", headers);
    for (std::size_t row = 0; row < comparison.rows.size(); ++row) {
        add_group_heading(table, comparison, row);
        std::vector<std::string> cells{std::string(comparison.rows[row].label())};
        for (const AlternativeSummary& alternative : comparison.alternatives)
            cells.push_back(cell_words(alternative.measures[row], comparison.rows[row]));
        table.add_row(cells);
    }
    return table.closed(origin);
}

std::string difference_table(const Comparison& comparison, const DifferenceSummary& difference,
                             const std::string& origin) {
    HtmlTable table(difference.name + ", compared with " + comparison.alternatives[0].name,
                    {"", "verdict", "mean difference", "95 % interval", "futures better"});
    for (std::size_t place = 0; place < comparison.rows.size(); ++place) {
        add_group_heading(table, comparison, place);
        const Headline& row = comparison.rows[place];
        const PairedDifference& found = difference.measures[place];
        table.add_row({std::string(row.label()), std::string(words_of(found.verdict)),
                       signed_words(found.mean * row.scale, row.decimals), interval_words(found, row),
                       share_words(found, row)});
    }
    return table.closed(origin);
}

std::string preformatted(const std::string& text) {
    return "<pre>" + escaped(text) + "</pre>\n";
}

std::string origin_section(const StudyResults& results, const std::string& origin) {
    return html_section(
        "Where this comes from",
        html_paragraph(origin) +
            html_paragraph("Made by: " + results.created_by + ". Commit " + results.git_commit + ".") +
            html_details("The question as it was asked", preformatted(results.question_text)) +
            html_details("Every setting", preformatted(results.scenario_text)));
}

}  // namespace

std::string sentences_section(const StudyResults& results, const Comparison& comparison) {
    std::string text;
    for (const Sentence& sentence : sentences_of(results, comparison))
        text += html_paragraph(sentence.alternative, sentence.text);
    return html_section("The answer, alternative by alternative", text);
}

std::string side_by_side_section(const Comparison& comparison, const std::string& origin) {
    return html_section("Side by side", alternatives_table(comparison, origin));
}

std::string differences_section(const Comparison& comparison, const std::string& origin) {
    std::string tables;
    for (const DifferenceSummary& difference : comparison.differences)
        tables += difference_table(comparison, difference, origin);
    return tables.empty() ? "" : html_section("The differences, and how sure we can be", tables);
}

std::string assumptions_section(const StudyResults& results) {
    const std::vector<std::string> assumptions = assumptions_of(results);
    return assumptions.empty() ? "" : html_section("What was assumed", html_list(assumptions));
}

std::string report_html(const StudyResults& results, std::string_view date) {
    const Comparison comparison = compare(results);
    const std::string origin = origin_of(results, date);
    const std::string title = results.question.empty() ? "A Headroom report" : results.question;
    std::string inside = front_page(results, comparison, origin);
    inside += us_section(results);
    inside += sentences_section(results, comparison);
    inside += side_by_side_section(comparison, origin);
    inside += differences_section(comparison, origin);
    const std::vector<std::string> beside = side_notes(results);
    if (!beside.empty()) inside += html_section("Beside the tables", html_list(beside));
    inside += rests_on_section(results, comparison, origin);
    inside += html_section("How to read this", html_list(reading_notes(results, comparison)));
    inside += fates_section(results, origin);
    inside += months_section(results, origin);
    inside += waiting_section(results, origin);
    inside += spread_section(results, origin);
    inside += inspection_section(results, origin);
    inside += quarters_section(results, origin);
    inside += assumptions_section(results);
    inside += html_section("What this cannot tell", html_list(honest_limits(results)));
    inside += method_section(results, comparison);
    inside += origin_section(results, origin);
    return html_page(title, inside);
}

}  // namespace headroom
