#include "analysis/report/html.hpp"

#include <algorithm>

#include "analysis/charts/svg.hpp"

namespace headroom {

namespace {

std::string table_class(const std::string& cell) {
    if (cell.ends_with("better")) return " class=\"better\"";
    return cell.ends_with("worse") ? " class=\"worse\"" : "";
}

// A number and its range may part at the end of a line, but neither breaks within; what follows a line's end
// stands on a line of its own.
std::string cell_text(const std::string& cell) {
    if (const std::size_t end = cell.find('\n'); end != cell.npos)
        return escaped(cell.substr(0, end)) + "<br><span>" + escaped(cell.substr(end + 1)) + "</span>";
    const std::size_t range = cell.find(" (");
    if (range == cell.npos || !cell.ends_with(')')) return escaped(cell);
    return escaped(cell.substr(0, range)) + " <span>" + escaped(cell.substr(range + 1)) + "</span>";
}

std::string header_cell(const std::string& header) {
    return header.empty() ? "<td></td>" : "<th scope=\"col\">" + escaped(header) + "</th>";
}

}  // namespace

HtmlTable::HtmlTable(std::string caption, std::vector<std::string> headers, std::size_t most_columns)
    : caption_(std::move(caption)), headers_(std::move(headers)), most_columns_(most_columns) {}

// The columns from `first` to the one before `end`, after the first of all.
std::string HtmlTable::block(std::size_t first, std::size_t end) const {
    const bool is_all = end - first + 1 == headers_.size();
    const std::string caption = escaped(is_all ? caption_
                                               : caption_ + " (columns " + std::to_string(first) + " to " +
                                                     std::to_string(end - 1) + ")");
    std::string text = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + caption +
                       "\"><table>\n<caption><span>" + caption + "</span></caption>\n<thead><tr>";
    text += header_cell(headers_[0]);
    for (std::size_t i = first; i < end; ++i) text += header_cell(headers_[i]);
    text += "</tr></thead>\n<tbody>\n";
    for (const std::vector<std::string>& cells : rows_) {
        if (cells.size() == 1 && headers_.size() > 1) {
            text += "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"" +
                    std::to_string(end - first + 1) + "\">" + escaped(cells[0]) + "</th></tr>\n";
            continue;
        }
        text += "<tr><th scope=\"row\">" + escaped(cells[0]) + "</th>";
        for (std::size_t i = first; i < end; ++i)
            text += "<td" + table_class(cells[i]) + ">" + cell_text(cells[i]) + "</td>";
        text += "</tr>\n";
    }
    return text + "</tbody></table></div>\n";
}

std::string HtmlTable::closed(std::string_view beneath) const {
    const std::size_t columns = headers_.size() - 1;
    const std::size_t blocks = std::max<std::size_t>((columns + most_columns_ - 1) / most_columns_, 1);
    std::string text;
    for (std::size_t i = 0; i < blocks; ++i)
        text += block(1 + columns * i / blocks, 1 + columns * (i + 1) / blocks);
    return beneath.empty() ? text : text + "<p class=\"origin\">" + escaped(beneath) + "</p>\n";
}

std::string html_paragraph(std::string_view subject, std::string_view text) {
    return "<p><strong>" + escaped(subject) + ":</strong> " + escaped(text) + "</p>\n";
}

std::string html_paragraph(std::string_view text) {
    return "<p>" + escaped(text) + "</p>\n";
}

std::string html_note(std::string_view text) {
    return "<p class=\"note\">" + escaped(text) + "</p>\n";
}

std::string html_heading(std::string_view text) {
    return "<h3>" + escaped(text) + "</h3>\n";
}

std::string html_list(const std::vector<std::string>& items) {
    std::string text = "<ul>\n";
    for (const std::string& item : items) text += "<li>" + escaped(item) + "</li>\n";
    return text + "</ul>\n";
}

std::string html_section(std::string_view heading, const std::string& inside) {
    return "<section>\n<h2>" + escaped(heading) + "</h2>\n" + inside + "</section>\n";
}

std::string html_details(std::string_view summary, const std::string& inside) {
    return "<details><summary>" + escaped(summary) + "</summary>\n" + inside + "</details>\n";
}

std::string html_figure(const Illustration& figure) {
    std::string text = "<figure>\n" + html_heading(figure.title);
    if (!figure.reading.empty()) text += html_note(figure.reading);
    text += "<div class=\"pictures\">\n";
    for (const std::string& picture : figure.pictures) text += picture;
    text += "</div>\n" + html_details("The numbers behind this chart", figure.table);
    return text + "<figcaption>" + escaped(figure.origin) + "</figcaption>\n</figure>\n";
}

namespace {

constexpr std::string_view beginning_of_page =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n";

}  // namespace

bool is_html_page_of_ours(std::string_view beginning) {
    return beginning.starts_with(beginning_of_page);
}

std::string html_page(std::string_view title, const std::string& inside) {
    std::string text(beginning_of_page);
    text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    text += escaped(title) + "</title>\n<style>";
    text += page_style();
    return text + "</style>\n</head>\n<body>\n<main>\n" + inside + "</main>\n</body>\n</html>\n";
}

}  // namespace headroom
