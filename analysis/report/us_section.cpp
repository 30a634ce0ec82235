#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/this_is_us.hpp"

namespace headroom {

namespace {

std::string contradictions(const StudyResults& results) {
    if (results.contradictions.empty()) return "";
    return html_section(contradictions_heading, html_list(results.contradictions));
}

}  // namespace

std::string us_section(const StudyResults& results) {
    const std::vector<UsLine> lines = us_lines(results);
    if (lines.empty()) return contradictions(results);
    const bool has_lasting = some_last(lines);
    std::vector<std::string> headers{"", std::string(figures_heading(results)), "the model", "so it"};
    if (has_lasting) headers.insert(headers.begin() + 2, "what lasts");
    HtmlTable table(has_own_figures(results) ? "Your own figures, and what the model gives as now"
                                             : "What is published, and what the model gives as now",
                    std::move(headers));
    for (const UsLine& line : lines) {
        std::vector<std::string> cells{line.label, line.published, line.model,
                                       std::string(mark_of(line.nearness))};
        if (has_lasting) cells.insert(cells.begin() + 2, line.lasting);
        table.add_row(std::move(cells));
    }
    return contradictions(results) +
           html_section(us_heading(results),
                        html_paragraph(us_sentence(results)) + table.closed() + html_note(us_note(results)));
}

}  // namespace headroom
