#include "sim/text/csv_rows.hpp"

#include <algorithm>

#include "sim/text/json_text.hpp"
#include "sim/text/small_words.hpp"
#include "sim/text/syntax.hpp"

namespace headroom {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks[] = {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF"};  // the last two do not break
const std::string as_csv = "a CSV file in UTF-8 (in Excel: Save as, CSV UTF-8)";

std::string_view without_outer_blanks(std::string_view text) {
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (const std::string_view blank : blanks) {
            const bool is_before = text.starts_with(blank);
            if (is_before) text.remove_prefix(blank.size());
            const bool is_after = text.ends_with(blank);
            if (is_after) text.remove_suffix(blank.size());
            goes_on = goes_on || is_before || is_after;
        }
    }
    return text;
}

bool is_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
           text.substr(0, 4).find('\0') != text.npos;
}

// The first separator outside quotation marks in the first row that is no comment.
char separator_in(std::string_view text) {
    constexpr std::string_view separators = ",;\t";
    constexpr std::string_view line_ends = "\r\n";
    bool is_quoted = false, is_comment = false, is_row_begun = false;
    for (const char letter : text) {
        const bool is_end = !is_quoted && line_ends.find(letter) != line_ends.npos;
        if (is_end && is_row_begun) break;
        if (is_end) is_comment = false;
        if (is_end || is_comment || (letter == ' ' && !is_row_begun)) continue;
        is_comment = !is_row_begun && letter == '#';
        is_row_begun = is_row_begun || !is_comment;
        if (letter == '"') is_quoted = !is_quoted;
        if (!is_quoted && !is_comment && separators.find(letter) != separators.npos) return letter;
    }
    return ',';
}

// "sep=;", which Excel writes and reads as a first line of its own; 0 where there is none.
char separator_named_by(std::string_view text) {
    constexpr std::string_view name = "sep=";
    const bool is_named = in_small_letters(text.substr(0, name.size())) == name && text.size() > name.size();
    const std::size_t after = text.find_first_of("\r\n");
    return is_named && std::min(after, text.size()) == name.size() + 1 ? text[name.size()] : '\0';
}

// A carriage return alone ends a line too, as old Macs had it.
int lines_ended_in(std::string_view text) {
    int ended = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        ended += text[at] == '\n' || (text[at] == '\r' && !text.substr(at + 1).starts_with('\n'));
    return ended;
}

bool has_something(const CsvRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return !cell.empty(); });
}

}  // namespace

const std::string& CsvRow::cell(std::size_t column) const {
    static const std::string nothing;
    return column < cells.size() ? cells[column] : nothing;
}

std::optional<Fault> csv_text_fault(const std::string& file, std::string_view text) {
    Fault fault{.file = file, .expected = as_csv};
    if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) {
        fault.found = "a spreadsheet file, not CSV";
        return fault;
    }
    if (is_utf16(text)) {
        fault.found = "UTF-16 text";
        return fault;
    }
    const std::size_t bad = std::min(first_not_utf8(text), text.find('\0'));
    if (bad >= text.size()) return std::nullopt;
    const std::string_view before = text.substr(0, bad);
    const std::size_t row = before.find_last_of("\r\n");
    fault.line = lines_ended_in(before) + 1;
    fault.column = position_of(before.substr(row == before.npos ? 0 : row + 1), before.size()).column;
    fault.key = "the letter there";
    fault.found = text[bad] == '\0' ? "no letter (a byte of 0)" : "not UTF-8, perhaps Windows-1252";
    return fault;
}

Fault unclosed_quote(const std::string& file, int line) {
    return {.file = file,
            .line = line,
            .key = "the quotation mark there",
            .found = "never closed",
            .expected = "one of a pair around a cell"};
}

CsvRows::CsvRows(std::string_view text) : text_(text) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    const char named = separator_named_by(text_);
    separator_ = named == '\0' ? separator_in(text_) : named;
    if (named == '\0') return;
    at_ = text_.find_first_of("\r\n");
    if (at_ == text_.npos) at_ = text_.size();
    if (at_ < text_.size()) pass_row_end();
}

bool CsvRows::is_row_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvRows::pass_row_end() {
    if (at_ >= text_.size()) return;
    const bool is_pair = text_.substr(at_).starts_with("\r\n");
    at_ += is_pair ? 2 : 1;
    ++line_;
}

bool CsvRows::passes_comment() {
    const std::size_t first = text_.find_first_not_of(' ', at_);
    if (first == text_.npos || text_[first] != '#') return false;
    at_ = std::min(text_.find_first_of("\r\n", first), text_.size());
    pass_row_end();
    return true;
}

bool CsvRows::next(CsvRow& row) {
    while (at_ < text_.size() && unclosed_line_ == 0) {
        if (passes_comment()) continue;
        read_row(row);
        if (has_something(row) && unclosed_line_ == 0) return true;
    }
    return false;
}

// From behind an opening quotation mark to behind the closing one; a doubled one stands for itself.
std::string CsvRows::quoted_part() {
    const std::size_t begin = at_;
    std::string part;
    while (at_ < text_.size()) {
        const char letter = text_[at_];
        const bool is_doubled = letter == '"' && text_.substr(at_ + 1).starts_with('"');
        if (letter == '"' && !is_doubled) {
            line_ += lines_ended_in(text_.substr(begin, at_ - begin));
            ++at_;
            return part;
        }
        part += letter;
        at_ += is_doubled ? 2 : 1;
    }
    unclosed_line_ = line_;
    return part;
}

void CsvRows::read_row(CsvRow& row) {
    row.line = line_;
    row.cells.clear();
    std::string cell;
    while (!is_row_end()) {
        const char letter = text_[at_++];
        if (letter == separator_) {
            row.cells.emplace_back(without_outer_blanks(cell));
            cell.clear();
        } else if (letter == '"' && without_outer_blanks(cell).empty()) {
            cell = quoted_part();
        } else {
            cell += letter;
        }
    }
    row.cells.emplace_back(without_outer_blanks(cell));
    pass_row_end();
}

}  // namespace headroom
