#include "analysis/report/html.hpp"

#include "analysis/charts/svg.hpp"

namespace headroom {

namespace {

constexpr std::string_view page_style = R"(
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 56rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid #0b5a8a; padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { padding: .25rem .6rem; text-align: right; vertical-align: bottom; border-bottom: 1px solid #ddd; }
tbody th { text-align: left; font-weight: normal; }
tbody td, tbody th { white-space: nowrap; }
thead th { max-width: 10rem; }
thead th, thead td { border-bottom: 2px solid #555; }
tr.group th { font-weight: bold; background: #f2f5f8; }
td.better { color: #00704f; font-weight: bold; } td.worse { color: #a33b00; font-weight: bold; }
.origin { font-size: .8rem; color: #555; margin: .2rem 0 0; }
figure { margin: 1rem 0 1.5rem; } figure svg { width: 100%; height: auto; display: block; }
details { margin: .5rem 0; } summary { cursor: pointer; color: #0b5a8a; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: .8rem; font-size: .8rem; }
li { margin: .25rem 0; }
@media print { body { max-width: none; padding: 0; font-size: 12px; } figure, tr { break-inside: avoid; } }
)";

std::string table_class(const std::string& cell) {
    return cell == "better" || cell == "worse" ? " class=\"" + cell + "\"" : "";
}

}  // namespace

HtmlTable::HtmlTable(std::string_view caption, const std::vector<std::string>& headers)
    : columns_(headers.size()) {
    text_ = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + escaped(caption) +
            "\"><table>\n<caption>" + escaped(caption) + "</caption>\n<thead><tr>";
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
        text_ += "<td" + table_class(cells[i]) + ">" + escaped(cells[i]) + "</td>";
    text_ += "</tr>\n";
}

std::string HtmlTable::closed(std::string_view beneath) const {
    return text_ + "</tbody></table><p class=\"origin\">" + escaped(beneath) + "</p></div>\n";
}

std::string html_paragraph(std::string_view subject, std::string_view text) {
    return "<p><strong>" + escaped(subject) + ":</strong> " + escaped(text) + "</p>\n";
}

std::string html_paragraph(std::string_view text) {
    return "<p>" + escaped(text) + "</p>\n";
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

std::string html_page(std::string_view title, const std::string& inside) {
    std::string text =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    text += escaped(title) + "</title>\n<style>";
    text += page_style;
    return text + "</style>\n</head>\n<body>\n<main>\n" + inside + "</main>\n</body>\n</html>\n";
}

}  // namespace headroom
