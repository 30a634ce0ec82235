#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom {

// A table with a caption and headers that a screen reader can name; every text is escaped. With more columns
// than paper is wide for, it becomes several tables, each with the first column.
class HtmlTable {
public:
    // So many columns of numbers with their ranges, beside the first, fit on A4.
    static constexpr std::size_t usual_columns = 8;

    HtmlTable(std::string caption, std::vector<std::string> headers,
              std::size_t most_columns = usual_columns);

    // A line across the table that opens a group of rows.
    void add_heading(std::string_view text) { rows_.push_back({std::string(text)}); }
    // The first cell names the row.
    void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

    // `beneath` is the small line under the table, none where it is empty.
    std::string closed(std::string_view beneath = {}) const;

private:
    std::string block(std::size_t first, std::size_t end) const;

    std::string caption_;
    std::vector<std::string> headers_;
    std::size_t most_columns_;
    std::vector<std::vector<std::string>> rows_;  // a heading has one cell only
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
struct Illustration {
    std::string_view title;
    std::string_view reading;  // how to read it; may be empty
    std::vector<std::string> pictures;
    std::string table;
    std::string_view origin;  // inputs, seed, version and date
};
std::string html_figure(const Illustration& figure);

// The whole page around what is inside.
std::string html_page(std::string_view title, const std::string& inside);
// Whether a file that begins so is such a page.
bool is_html_page_of_ours(std::string_view beginning);

// Everything that says how a report looks, on a screen, a telephone and paper.
std::string_view page_style();

}  // namespace headroom
