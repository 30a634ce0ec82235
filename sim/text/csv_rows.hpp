// The one reader of every CSV file: its rows as spreadsheets, statistics programs and people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/text/fault.hpp"

namespace headroom {

// One row with the line it begins on. Its cells are without quotes and without spaces at their ends.
struct CsvRow {
    int line = 0;
    std::vector<std::string> cells;

    // Empty for a cell that the row is too short for.
    const std::string& cell(std::size_t column) const;
};

// What makes it no text that can be read: UTF-16, Windows-1252, a binary file. Says where, and what to do.
std::optional<Fault> csv_text_fault(const std::string& file, std::string_view text);

// Goes from row to row, past comments (#) and rows without anything in them. Reads quotes as RFC 4180 has
// them, and also a byte order mark, any line end, and commas, semicolons or tabs, whichever comes first in
// the first row or is named by a spreadsheet's `sep=` line.
class CsvRows {
public:
    // The text must outlive it.
    explicit CsvRows(std::string_view text);

    // False when there are no more.
    bool next(CsvRow& row);

    char separator() const { return separator_; }

    // The line of a quotation mark that nothing closes, once the reading has come there; 0: none.
    int unclosed_line() const { return unclosed_line_; }

private:
    void read_row(CsvRow& row);
    std::string quoted_part();
    bool is_row_end() const;
    void pass_row_end();
    bool passes_comment();

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    char separator_ = ',';
    int unclosed_line_ = 0;
};

// As a fault for every reader to tell.
Fault unclosed_quote(const std::string& file, int line);

}  // namespace headroom
