#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/statistics/this_is_us.hpp"

namespace headroom {

std::string us_section(const StudyResults& results) {
    const std::vector<UsLine> lines = us_lines(results);
    if (lines.empty()) return "";
    const bool has_lasting = some_last(lines);
    std::vector<std::string> headers{"", "published", "the model", "so it"};
    if (has_lasting) headers.insert(headers.begin() + 2, "what lasts");
    HtmlTable table("What is published, and what the model gives as now", std::move(headers));
    for (const UsLine& line : lines) {
        std::vector<std::string> cells{line.label, line.published, line.model,
                                       std::string(mark_of(line.nearness))};
        if (has_lasting) cells.insert(cells.begin() + 2, line.lasting);
        table.add_row(std::move(cells));
    }
    return html_section(us_heading(results),
                        html_paragraph(us_sentence(results)) + table.closed() + html_note(us_note(results)));
}

}  // namespace headroom
