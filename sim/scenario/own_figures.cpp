#include "sim/scenario/own_figures.hpp"

#include <algorithm>
#include <optional>

#include "sim/scenario/csv_rows.hpp"
#include "sim/scenario/csv_value.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/position.hpp"
#include "sim/scenario/shape.hpp"

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

const SettingRow* setting_called(const std::string& name) {
    return find_setting(in_small_letters(name));
}

// Reads the rows one by one, remembering which settings were given.
class Reader {
public:
    explicit Reader(const std::string& file, char separator) : file_(file), separator_(separator) {}

    // The first row, which may be a heading.
    void begin(const CsvRow& row) {
        if (setting_called(row.cell(0))) return read(row);
        std::optional<std::size_t> setting = column_called(row, "setting");
        if (!setting) setting = column_called(row, "figure");
        const std::optional<std::size_t> value = column_called(row, "value");
        if (!setting && !value) return read(row);
        if (!value) {
            report(row, *setting, "the heading", "without a column called value",
                   "a heading such as setting,value");
            return;
        }
        // Any other name for the column of settings does, as long as it is the first that has a name.
        places_ = {setting.value_or(first_named_but(row, *value)), *value};
    }

    void read(const CsvRow& row) {
        const std::string& name = row.cell(places_.setting);
        const SettingRow* setting = setting_called(name);
        if (name.empty()) {
            report(row, places_.setting, "the name of the setting", "missing",
                   "one that \"headroom explain\" lists");
        } else if (setting == nullptr) {
            report(row, places_.setting, in_quotes(name), "not a known setting", "", advice_on(name));
        } else if (row.cells.size() <= places_.value) {
            report(row, places_.value, in_quotes(name), "without a value",
                   "a line like " + std::string(setting->key) + ",100");
        } else if (const auto [earlier, is_new] = figures_.lines.try_emplace(setting->key, row.line);
                   !is_new) {
            report(row, places_.setting, in_quotes(name),
                   "given again after line " + std::to_string(earlier->second), "given once");
        } else {
            take(row, *setting);
        }
    }

    OwnFigures finish(int unclosed_line) {
        if (unclosed_line > 0) figures_.faults.push_back(unclosed_quote(file_, unclosed_line));
        fill_in_the_rest();
        return std::move(figures_);
    }

private:
    static std::size_t first_named_but(const CsvRow& heading, std::size_t value) {
        for (std::size_t column = 0; column < heading.cells.size(); ++column) {
            if (column != value && !heading.cells[column].empty()) return column;
        }
        return value == 0 ? 1 : 0;
    }

    static std::string advice_on(std::string_view key) {
        std::vector<std::string> keys;
        for (const SettingRow& row : setting_rows()) keys.emplace_back(row.key);
        const std::string near = did_you_mean(key, keys);
        return near.empty() ? "\"headroom explain\" lists all settings." : near;
    }

    Fault& report(const CsvRow& row, std::size_t column, std::string key, std::string found,
                  std::string expected = "", std::string advice = "") {
        return figures_.faults.emplace_back(Fault{file_, row.line, static_cast<int>(column) + 1,
                                                  std::move(key), std::move(found), std::move(expected),
                                                  std::move(advice)});
    }

    void take(const CsvRow& row, const SettingRow& setting) {
        const Shape shape = row_shape(setting.low, setting.high, setting.unit);
        CellValue read = value_in_cell(row.cell(places_.value), shape, separator_);
        if (read.value) {
            figures_.settings.*setting.value = *read.value;
            return;
        }
        report(row, places_.value, in_quotes(setting.key), std::move(read.found), expectation(shape),
               std::move(read.advice));
    }

    void fill_in_the_rest() {
        const Settings typical;
        const double scale = figures_.settings.children_0_to_17 / typical.children_0_to_17;
        std::string absent;
        for (const SettingRow* row : position_rows()) {
            if (figures_.lines.contains(row->key)) continue;
            if (is_count(*row))
                figures_.settings.*row->value = std::clamp(typical.*row->value * scale, row->low, row->high);
            absent += (absent.empty() ? "" : ", ") + std::string(row->key);
        }
        if (absent.empty()) return;
        figures_.caveats.push_back("Not in " + file_ + ": " + absent +
                                   ". The typical authority's figures stand in, counts scaled to " +
                                   number_text(figures_.settings.children_0_to_17) + " children.");
    }

    const std::string& file_;
    char separator_;
    Places places_;
    OwnFigures figures_;
};

}  // namespace

OwnFigures read_own_figures(const std::string& file, std::string_view text) {
    OwnFigures none;
    if (const auto fault = csv_text_fault(file, text)) {
        none.faults.push_back(*fault);
        return none;
    }
    CsvRows rows(text);
    CsvRow row;
    Reader reader(file, rows.separator());
    if (rows.next(row)) {
        reader.begin(row);
    } else if (rows.unclosed_line() == 0) {
        none.faults.push_back(
            {.file = file, .found = "empty", .expected = "a CSV file of setting,value lines"});
        return none;
    }
    while (rows.next(row)) reader.read(row);
    return reader.finish(rows.unclosed_line());
}

}  // namespace headroom
