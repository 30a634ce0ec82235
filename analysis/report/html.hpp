#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// A table with a caption and headers that a screen reader can name; every text is escaped.
class HtmlTable {
public:
    HtmlTable(std::string_view caption, const std::vector<std::string>& headers);

    // A line across the table that opens a group of rows.
    void add_heading(std::string_view text);
    // The first cell names the row.
    void add_row(const std::vector<std::string>& cells);

    // `beneath` is the small line under the table, none where it is empty.
    std::string closed(std::string_view beneath = {}) const;

private:
    std::size_t columns_;
    std::string text_;
};

std::string html_paragraph(std::string_view text);
// Opens with what it is about.
std::string html_paragraph(std::string_view subject, std::string_view text);
std::string html_note(std::string_view text);
std::string html_list(const std::vector<std::string>& items);
std::string html_section(std::string_view heading, const std::string& inside);
// A heading within a section.
std::string html_heading(std::string_view text);
// Closed until it is asked for.
std::string html_details(std::string_view summary, const std::string& inside);

// One chart of one or more pictures that stand side by side where there is room, with the table behind it.
struct Figure {
    std::string_view title;
    std::string_view reading;  // how to read it; may be empty
    std::vector<std::string> pictures;
    std::string table;
    std::string_view origin;  // inputs, seed, version and date
};
std::string html_figure(const Figure& figure);

// The whole page around what is inside.
std::string html_page(std::string_view title, const std::string& inside);

// Everything that says how a report looks, on a screen, a telephone and paper.
std::string_view page_style();

}  // namespace headroom
