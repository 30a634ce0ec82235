#include "analysis/report/html.hpp"

#include "analysis/charts/svg.hpp"

namespace headroom {

namespace {

std::string table_class(const std::string& cell) {
    if (cell.ends_with("better")) return " class=\"better\"";
    return cell.ends_with("worse") ? " class=\"worse\"" : "";
}

// A number and its range may part at the end of a line, but neither breaks within.
std::string cell_text(const std::string& cell) {
    const std::size_t range = cell.find(" (");
    if (range == cell.npos || !cell.ends_with(')')) return escaped(cell);
    return escaped(cell.substr(0, range)) + " <span>" + escaped(cell.substr(range + 1)) + "</span>";
}

}  // namespace

HtmlTable::HtmlTable(std::string_view caption, const std::vector<std::string>& headers)
    : columns_(headers.size()) {
    text_ = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + escaped(caption) +
            "\"><table>\n<caption><span>" + escaped(caption) + "</span></caption>\n<thead><tr>";
    for (const std::string& header : headers) {
        text_ += header.empty() ? "<td></td>" : "<th scope=\"col\">" + escaped(header) + "</th>";
    }
    text_ += "</tr></thead>\n<tbody>\n";
}

void HtmlTable::add_heading(std::string_view text) {
    text_ += "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"" + std::to_string(columns_) + "\">" +
             escaped(text) + "</th></tr>\n";
}

void HtmlTable::add_row(const std::vector<std::string>& cells) {
    text_ += "<tr><th scope=\"row\">" + escaped(cells[0]) + "</th>";
    for (std::size_t i = 1; i < cells.size(); ++i)
        text_ += "<td" + table_class(cells[i]) + ">" + cell_text(cells[i]) + "</td>";
    text_ += "</tr>\n";
}

std::string HtmlTable::closed(std::string_view beneath) const {
    const std::string small = beneath.empty() ? "" : "<p class=\"origin\">" + escaped(beneath) + "</p>";
    return text_ + "</tbody></table>" + small + "</div>\n";
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

std::string html_figure(const Figure& figure) {
    std::string text = "<figure>\n" + html_heading(figure.title);
    if (!figure.reading.empty()) text += html_note(figure.reading);
    text += "<div class=\"pictures\">\n";
    for (const std::string& picture : figure.pictures) text += picture;
    text += "</div>\n" + html_details("The numbers behind this chart", figure.table);
    return text + "<figcaption>" + escaped(figure.origin) + "</figcaption>\n</figure>\n";
}

std::string html_page(std::string_view title, const std::string& inside) {
    std::string text =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    text += escaped(title) + "</title>\n<style>";
    text += page_style();
    return text + "</style>\n</head>\n<body>\n<main>\n" + inside + "</main>\n</body>\n</html>\n";
}

}  // namespace headroom
