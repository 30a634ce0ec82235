#include "sim/scenario/points_file.hpp"

#include <algorithm>
#include <set>

#include "sim/text/csv_rows.hpp"
#include "sim/text/csv_value.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::size_t most_faults = 20;

std::vector<std::string> keys_for(Columns columns) {
    std::vector<std::string> keys;
    for (const Dial& dial : dials()) {
        if (columns == Columns::settings_and_decisions || find_setting(dial.key) == nullptr)
            keys.push_back(dial.key);
    }
    return keys;
}

// What a table of points may have beside them: the numbers of its rows, as pandas and R write them.
constexpr std::string_view row_numbers[] = {"", "unnamed: 0", "index", "row", "point"};

bool is_row_number(const CsvRow& heading, std::size_t column) {
    const std::string name = in_small_letters(heading.cells[column]);
    const bool is_named_so =
        std::find(std::begin(row_numbers), std::end(row_numbers), name) != std::end(row_numbers);
    return column == 0 && heading.cells.size() > 1 && is_named_so;
}

// As written, in small letters, or as a results file calls it: "factor_work_scale".
Factor factor_called(const std::string& name, const Settings& settings) {
    constexpr std::string_view prefix = "factor_";
    std::string key = in_small_letters(name);
    Factor factor = factor_of(key, settings);
    if (!factor.key.empty() || !key.starts_with(prefix)) return factor;
    return factor_of(key.substr(prefix.size()), settings);
}

// One file being read, row by row.
class Reader {
public:
    Reader(const std::string& file, const Settings& settings, Columns columns, char separator)
        : file_(file), settings_(settings), columns_(columns), separator_(separator) {}

    void read_row(const CsvRow& row) {
        if (!is_heading_read_)
            read_keys(row);
        else if (!points_.factors.empty())
            read_point(row);
    }

    PointsFile finish(int unclosed_line) {
        if (unclosed_line > 0) points_.faults.push_back(unclosed_quote(file_, unclosed_line));
        if (points_.faults.empty() && points_.rows.empty())
            points_.faults.push_back({.file = file_,
                                      .found = "without points",
                                      .expected = "a line of keys, then a line of values for each point"});
        for (std::size_t i = 0; i < points_.factors.size(); ++i) spread_over_column(i);
        return std::move(points_);
    }

private:
    // `column` counts from 0; `fault` needs no file, line or column.
    void report(const CsvRow& row, std::size_t column, Fault fault) {
        if (points_.faults.size() >= most_faults) return;
        fault.file = file_;
        fault.line = row.line;
        fault.column = static_cast<int>(column) + 1;
        points_.faults.push_back(std::move(fault));
    }

    void read_keys(const CsvRow& heading) {
        is_heading_read_ = true;
        for (std::size_t column = 0; column < heading.cells.size(); ++column) {
            const bool is_numbering = is_row_number(heading, column);
            is_known_.push_back(is_numbering || !heading.cells[column].empty());
            if (is_known_.back() && !is_numbering) read_key(heading, column);
        }
        if (!points_.faults.empty()) points_.factors.clear();
    }

    void read_key(const CsvRow& heading, std::size_t column) {
        const std::string& name = heading.cells[column];
        Factor factor = factor_called(name, settings_);
        const bool is_refused = columns_ == Columns::decisions_only && factor.setting;
        const bool is_there = std::any_of(points_.factors.begin(), points_.factors.end(),
                                          [&](const Factor& other) { return other.key == factor.key; });
        if (factor.key.empty() || is_refused) {
            const std::string near = did_you_mean(name, keys_for(columns_));
            report(heading, column,
                   {.key = in_quotes(name),
                    .found = is_refused ? "a setting, not a decision" : "not a known key",
                    .expected = near.empty()
                                    ? "a key that \"headroom explain\" lists, such as work_scale or posts.add"
                                    : "",
                    .nearest = near});
        } else if (is_there) {
            report(heading, column,
                   {.key = in_quotes(name), .found = "there twice", .expected = "one column for each key"});
        }
        if (factor.key.empty()) return;
        shapes_.push_back(shape_of(factor));
        points_.factors.push_back(std::move(factor));
        places_.push_back(column);
    }

    void read_point(const CsvRow& row) {
        std::vector<double>& point = points_.rows.emplace_back();
        points_.lines.push_back(row.line);
        for (std::size_t i = 0; i < places_.size(); ++i) {
            CellValue read = value_in_cell(row.cell(places_[i]), shapes_[i], separator_);
            point.push_back(read.value.value_or(0));
            if (read.value) continue;
            if (places_[i] >= row.cells.size()) read.found = "missing";
            report(row, places_[i],
                   {.key = in_quotes(points_.factors[i].key),
                    .found = std::move(read.found),
                    .expected = expectation(shapes_[i]),
                    .nearest = std::move(read.advice)});
        }
        find_nameless(row);
    }

    // A value in a column without a key was meant for something.
    void find_nameless(const CsvRow& row) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const bool is_known = column < is_known_.size() && is_known_[column];
            if (is_known || row.cells[column].empty()) continue;
            report(
                row, column,
                {.key = in_quotes(row.cells[column]),
                 .found = "in a column without a key",
                 .expected = "under one of the " + std::to_string(places_.size()) + " keys of the first row",
                 .nearest = separator_ == ';' ? "" : "In a number, write a point for the decimals."});
        }
    }

    void spread_over_column(std::size_t column) {
        Factor& factor = points_.factors[column];
        factor.spread = Spread::listed;
        std::set<double> values;
        for (const auto& row : points_.rows) values.insert(row[column]);
        factor.listed.assign(values.begin(), values.end());
        if (values.empty()) return;
        factor.low = factor.listed.front();
        factor.high = factor.listed.back();
    }

    const std::string& file_;
    const Settings& settings_;
    Columns columns_;
    char separator_;
    bool is_heading_read_ = false;
    std::vector<Shape> shapes_;        // of each factor
    std::vector<std::size_t> places_;  // and its column
    std::vector<bool> is_known_;       // by column: it has a key, or numbers the rows
    PointsFile points_;
};

}  // namespace

PointsFile read_points(const std::string& file, const std::string& text, const Settings& settings,
                       Columns columns) {
    PointsFile none;
    if (const auto fault = csv_text_fault(file, text)) {
        none.faults.push_back(*fault);
        return none;
    }
    CsvRows rows(text);
    CsvRow row;
    Reader reader(file, settings, columns, rows.separator());
    while (rows.next(row)) reader.read_row(row);
    return reader.finish(rows.unclosed_line());
}

}  // namespace headroom
