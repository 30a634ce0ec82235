#include "sim/scenario/own_rows.hpp"

#include <algorithm>
#include <map>

#include "sim/scenario/csv_rows.hpp"
#include "sim/scenario/csv_value.hpp"
#include "sim/scenario/figure_bounds.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/position.hpp"

namespace headroom {

namespace {

const std::string a_file_of_figures = "a CSV file of setting,value lines";

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
    const std::string near = did_you_mean(key, keys);
    return near.empty() ? "\"headroom explain\" lists all settings and figures." : near;
}

// What the value may be, whatever the size of the place.
Shape shape_of_value(const Called& name) {
    if (name.setting != nullptr) return row_shape(name.setting->low, name.setting->high, name.setting->unit);
    constexpr double of_any_place = 2e6;
    return shape_of(*name.figure, of_any_place);
}

bool is_digits(std::string_view cell) {
    return !cell.empty() && cell.find_first_not_of("0123456789") == cell.npos;
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
                   "a heading such as setting,value");
            is_readable_ = false;
            return;
        }
        // Any other name for the column of settings does, as long as it is the first that has a name.
        places_ = {setting.value_or(first_named_but(row, *value)), *value};
        columns_ = row.cells.size();
    }

    void read(const CsvRow& row) {
        if (!is_readable_) return;
        const std::string& cell = row.cell(places_.setting);
        const Called name = called(cell);
        const Place of_name{row.line, places_.setting, in_quotes(cell)};
        if (cell.empty()) {
            report({row.line, places_.setting, "the name of the setting"}, "missing",
                   "one that \"headroom explain\" lists");
        } else if (!name) {
            report(of_name, "not a known setting or figure", "", advice_on_name(cell));
        } else if (row.cells.size() <= places_.value) {
            report({row.line, places_.value, in_quotes(cell)}, "without a value",
                   "a line like " + name.key() + ",100");
        } else if (is_cut_in_two(row)) {
            const std::string rest = row.cell(places_.value + 1);
            report({row.line, places_.value, in_quotes(cell)},
                   "cut in two by its comma, " + row.cell(places_.value) + " and " + rest,
                   "in quotes, \"" + row.cell(places_.value) + "," + rest + "\", or without the comma");
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

    // A number with a mark of thousands that is the mark between columns too, so that it fills one too many.
    bool is_cut_in_two(const CsvRow& row) const {
        const std::string value = row.cell(places_.value), rest = row.cell(places_.value + 1);
        return row.cells.size() > std::max(columns_, places_.value + 1) && value.size() <= 3 &&
               is_digits(value) && rest.size() == 3 && is_digits(rest);
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
    std::size_t columns_ = 0;  // that the heading has; 0 without one
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
        none.faults.push_back({.file = file, .found = "empty", .expected = a_file_of_figures});
        return none;
    }
    while (rows.next(row)) reader.read(row);
    return reader.finish(rows.unclosed_line());
}

}  // namespace headroom
