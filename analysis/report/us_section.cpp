#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/statistics/this_is_us.hpp"

namespace headroom {

std::string us_section(const StudyResults& results) {
    const std::vector<UsLine> lines = us_lines(results);
    if (lines.empty()) return "";
    HtmlTable table("What is published of " + results.authority + ", and what the model gives as now",
                    {"", "published", "what lasts", "the model", "so it"});
    for (const UsLine& line : lines)
        table.add_row(
            {line.label, line.published, line.lasting, line.model, std::string(mark_of(line.nearness))});
    return html_section("This is us",
                        html_paragraph(us_sentence(results)) + table.closed() + html_note(us_note(results)));
}

}  // namespace headroom
