#include "sim/places/own_rows.hpp"

#include <algorithm>
#include <map>

#include "sim/places/figure_bounds.hpp"
#include "sim/places/position.hpp"
#include "sim/text/csv_rows.hpp"
#include "sim/text/csv_value.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// Which columns hold the settings and their values, counted from 0.
struct Places {
    std::size_t setting = 0, value = 1;
};

std::optional<std::size_t> column_called(const CsvRow& heading, std::string_view name) {
    for (std::size_t column = 0; column < heading.cells.size(); ++column) {
        if (in_small_letters(heading.cells[column]) == name) return column;
    }
    return std::nullopt;
}

// What a name stands for; of neither, nothing is known under it.
struct Called {
    const SettingRow* setting = nullptr;
    std::optional<Figure> figure;

    explicit operator bool() const { return setting != nullptr || figure; }
    // What two rows must not both give.
    std::string given() const { return figure ? std::string(name_of(*figure)) : std::string(setting->key); }
    std::string key() const {
        return setting != nullptr ? std::string(setting->key) : std::string(name_of(*figure));
    }
};

Called called(const std::string& name) {
    const std::string small = in_small_letters(name);
    Called found{find_setting(small), figure_called(small)};
    if (found.setting == nullptr || found.figure) return found;
    // A setting of the position is the share or the number that is published, under another name.
    if (const auto origin = origin_of(*found.setting)) found.figure = origin->part;
    return found;
}

std::string advice_on_name(std::string_view key) {
    std::vector<std::string> keys;
    for (const SettingRow& row : setting_rows()) keys.emplace_back(row.key);
    for (std::size_t i = 0; i < figure_count; ++i) keys.emplace_back(name_of(static_cast<Figure>(i)));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    // As a question or an answer may have it: figures.caseload, "Agency FTE".
    std::string bare = in_small_letters(key.substr(key.find_last_of('.') + 1));
    for (char& letter : bare)
        if (letter == ' ' || letter == '-') letter = '_';
    if (called(bare)) return "Did you mean " + in_quotes(bare) + "?";
    const std::string near = did_you_mean(key, keys);
    return near.empty() ? "\"headroom explain\" lists all settings and figures." : near;
}

// What the value may be, whatever the size of the place.
Shape shape_of_value(const Called& name) {
    if (name.setting != nullptr) return row_shape(name.setting->low, name.setting->high, name.setting->unit);
    constexpr double of_any_place = 2e6;
    return shape_of(*name.figure, of_any_place);
}

// A number, or what a comma has cut off one: 12, 1.650 and 50%.
bool may_be_of_a_number(std::string_view cell) {
    return cell.find_first_of("0123456789") != cell.npos &&
           cell.find_first_not_of("0123456789., %+-") == cell.npos;
}

// Reads the rows one by one, remembering which names were given.
class RowReader {
public:
    RowReader(const std::string& file, char separator) : file_(file), separator_(separator) {}

    // The first row, which may be a heading.
    void begin(const CsvRow& row) {
        if (called(row.cell(0))) return read(row);
        std::optional<std::size_t> setting = column_called(row, "setting");
        if (!setting) setting = column_called(row, "figure");
        const std::optional<std::size_t> value = column_called(row, "value");
        if (!setting && !value) return read(row);
        if (!value) {
            report({row.line, *setting, "the heading"}, "without a column called value",
                   "a heading such as figure,value");
            is_readable_ = false;
            return;
        }
        // Any other name for the column of settings does, as long as it is the first that has a name.
        places_ = {setting.value_or(first_named_but(row, *value)), *value};
        headings_ = row.cells;
        find_same_columns(row);
    }

    void read(const CsvRow& row) {
        if (!is_readable_) return;
        const std::string& cell = row.cell(places_.setting);
        const Called name = called(cell);
        const Place of_name{row.line, places_.setting, in_quotes(cell)};
        if (const std::size_t extra = first_extra(row); extra < row.cells.size()) {
            report_extra(row, extra);
        } else if (cell.empty()) {
            report({row.line, places_.setting, "the name of the setting"}, "missing",
                   "one that \"headroom explain\" lists");
        } else if (!name) {
            report(of_name, "not a known setting or figure", "", advice_on_name(cell));
        } else if (row.cells.size() <= places_.value) {
            report({row.line, places_.value, in_quotes(cell)}, "without a value",
                   "a line like " + name.key() + ",100");
        } else if (const auto [earlier, is_new] = given_.try_emplace(name.given(), row.line, cell); !is_new) {
            const bool is_same = in_small_letters(earlier->second.second) == in_small_letters(cell);
            report(of_name,
                   (is_same ? "given again after line "
                            : "the same figure as " + in_quotes(earlier->second.second) + " in line ") +
                       std::to_string(earlier->second.first),
                   "given once");
        } else {
            take(row, name);
        }
    }

    OwnRows finish(int unclosed_line) {
        if (unclosed_line > 0) found_.faults.push_back(unclosed_quote(file_, unclosed_line));
        if (found_.rows.empty() && found_.faults.empty())
            found_.faults.push_back(
                {.file = file_, .found = "without any figures", .expected = std::string(a_file_of_figures)});
        // With a decimal point somewhere, a comma is the mark of thousands throughout.
        if (has_decimal_point_) found_.read_as_thousands.clear();
        return std::move(found_);
    }

private:
    struct Place {
        int line;
        std::size_t column;
        std::string key;
    };

    // Which of two columns of one name is meant, nobody can say.
    void find_same_columns(const CsvRow& heading) {
        for (const std::size_t counts : {places_.setting, places_.value}) {
            const std::string name = in_small_letters(heading.cell(counts));
            for (std::size_t column = counts + 1; column < heading.cells.size(); ++column) {
                if (name.empty() || in_small_letters(heading.cells[column]) != name) continue;
                report({heading.line, column, "the column " + in_quotes(heading.cells[column])},
                       "there twice, as columns " + std::to_string(counts + 1) + " and " +
                           std::to_string(column + 1),
                       "there once", "Give the other a name of its own, or leave it out.");
                is_readable_ = false;
            }
        }
    }

    bool has_heading(std::size_t column) const {
        if (column == places_.setting || column == places_.value) return true;
        return column < headings_.size() && !headings_[column].empty();
    }

    // The first filled cell of a column without a heading, which may be what a comma cut off the value;
    // behind the last where there is none. The first column may number the rows.
    std::size_t first_extra(const CsvRow& row) const {
        const bool is_numbered = !headings_.empty() && headings_.front().empty();
        std::size_t column = is_numbered ? 1 : 0;
        while (column < row.cells.size() && (has_heading(column) || row.cells[column].empty())) ++column;
        return column;
    }

    // The value and what follows it, as far as it may be one number.
    std::vector<std::string> parts_of_value(const CsvRow& row) const {
        std::vector<std::string> parts;
        for (std::size_t column = places_.value; may_be_of_a_number(row.cell(column)); ++column) {
            if (column > places_.value && has_heading(column)) break;
            parts.push_back(row.cells[column]);
        }
        return parts;
    }

    void report_extra(const CsvRow& row, std::size_t extra) {
        const std::vector<std::string> parts = parts_of_value(row);
        if (separator_ == ',' && parts.size() > 1) {
            report({row.line, places_.value, in_quotes(row.cell(places_.setting))},
                   "cut in " + (parts.size() == 2 ? std::string("two") : std::to_string(parts.size())) +
                       " by its comma, " + joined(parts, " and "),
                   way_to_write(parts));
            return;
        }
        const std::string mark(1, separator_ == '\t' ? ' ' : separator_);
        report({row.line, extra, in_quotes(row.cells[extra])},
               "in a column without a heading, behind " + joined(filled_before(row, extra), " and "),
               "under a heading of its own, such as figure" + mark + "value" + mark + "note",
               "If it is a part of the value, put the whole value in quotes" +
                   std::string(separator_ == ',' ? ", or use semicolons between the columns." : "."));
    }

    // The filled cells before a column, in quotes.
    static std::vector<std::string> filled_before(const CsvRow& row, std::size_t end) {
        std::vector<std::string> cells;
        for (std::size_t column = 0; column < end; ++column)
            if (!row.cells[column].empty()) cells.push_back(in_quotes(row.cells[column]));
        return cells;
    }

    // How to write a number so that its comma cuts nothing.
    static std::string way_to_write(const std::vector<std::string>& parts) {
        const std::string whole = joined(parts, ",");
        const Shape any = number_shape(-1e15, 1e15, "percent");
        if (!value_in_cell(whole, any, ',').value)
            return "with a point for its decimals, or in a file with semicolons between its columns";
        const bool is_of_thousands = two_way_number_in(whole, any, ',') || parts.size() > 2;
        return "in quotes, \"" + whole + "\", or " +
               (is_of_thousands ? "without the comma" : "in a file with semicolons between its columns");
    }

    static std::size_t first_named_but(const CsvRow& heading, std::size_t value) {
        for (std::size_t column = 0; column < heading.cells.size(); ++column) {
            if (column != value && !heading.cells[column].empty()) return column;
        }
        return value == 0 ? 1 : 0;
    }

    void report(Place place, std::string found, std::string expected = "", std::string advice = "") {
        found_.faults.push_back({file_, place.line, static_cast<int>(place.column) + 1, std::move(place.key),
                                 std::move(found), std::move(expected), std::move(advice)});
    }

    void take(const CsvRow& row, const Called& name) {
        const std::string& cell = row.cell(places_.value);
        const Shape shape = shape_of_value(name);
        CellValue read = value_in_cell(cell, shape, separator_);
        const std::optional<TwoWayNumber> either = two_way_number_in(cell, shape, separator_);
        if (!read.value && !either) {
            report({row.line, places_.value, in_quotes(name.key())}, std::move(read.found),
                   expectation(shape), std::move(read.advice));
            return;
        }
        has_decimal_point_ = has_decimal_point_ || (separator_ != ';' && has_decimal_point(cell));
        if (either && either->is_of_thousands && either->may_be_decimals)
            found_.read_as_thousands.push_back(name.key() + " " + in_quotes(cell) + " (line " +
                                               std::to_string(row.line) + ")");
        const std::size_t column = places_.value + 1;
        found_.rows.push_back({name.key(), row.line, static_cast<int>(column), name.setting, name.figure,
                               either ? either->value : *read.value});
    }

    const std::string& file_;
    char separator_;
    Places places_;
    std::vector<std::string> headings_;  // none without a heading row
    bool is_readable_ = true;
    bool has_decimal_point_ = false;
    std::map<std::string, std::pair<int, std::string>> given_;
    OwnRows found_;
};

}  // namespace

OwnRows read_own_rows(const std::string& file, std::string_view text) {
    OwnRows none;
    if (const auto fault = csv_text_fault(file, text)) {
        none.faults.push_back(*fault);
        return none;
    }
    CsvRows rows(text);
    CsvRow row;
    RowReader reader(file, rows.separator());
    if (rows.next(row)) {
        reader.begin(row);
    } else if (rows.unclosed_line() == 0) {
        none.faults.push_back({.file = file, .found = "empty", .expected = std::string(a_file_of_figures)});
        return none;
    }
    while (rows.next(row)) reader.read(row);
    return reader.finish(rows.unclosed_line());
}

}  // namespace headroom
