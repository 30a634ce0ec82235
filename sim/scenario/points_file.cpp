#include "sim/scenario/points_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <sstream>

#include "sim/scenario/nearest.hpp"

namespace headroom {

namespace {

constexpr std::size_t most_faults = 20;

std::string trimmed(std::string cell) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!cell.empty() && is_space(cell.back())) cell.pop_back();
    std::size_t first = 0;
    while (first < cell.size() && is_space(cell[first])) ++first;
    cell.erase(0, first);
    const bool is_quoted = cell.size() >= 2 && cell.front() == '"' && cell.back() == '"';
    return is_quoted ? cell.substr(1, cell.size() - 2) : cell;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(trimmed(cell));
    if (!line.empty() && line.back() == ',') cells.emplace_back();
    return cells;
}

std::vector<std::string> keys_for(Columns columns) {
    std::vector<std::string> keys;
    for (const Dial& dial : dials()) {
        if (columns == Columns::settings_and_decisions || find_setting(dial.key) == nullptr)
            keys.push_back(dial.key);
    }
    return keys;
}

// What the text stands for, where the factor may be that.
std::optional<double> value_in(const Factor& factor, const Shape& shape, const std::string& text) {
    if (!factor.words.empty()) {
        const auto found = std::find(factor.words.begin(), factor.words.end(), text);
        if (found == factor.words.end()) return std::nullopt;
        return static_cast<double>(found - factor.words.begin());
    }
    if (shape.sort == Shape::Sort::yes_no && (text == "true" || text == "yes")) return 1;
    if (shape.sort == Shape::Sort::yes_no && (text == "false" || text == "no")) return 0;
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (!is_number || !(number >= shape.low && number <= shape.high)) return std::nullopt;
    const bool may_be_broken = shape.sort == Shape::Sort::number;
    return may_be_broken || std::nearbyint(number) == number ? std::optional(number) : std::nullopt;
}

// One file being read, line by line.
class Reader {
public:
    Reader(const std::string& file, const Settings& settings, Columns columns)
        : file_(file), settings_(settings), columns_(columns) {}

    void read_line(int number, const std::string& line) {
        const std::vector<std::string> cells = cells_of(line);
        if (points_.factors.empty() && points_.faults.empty())
            read_keys(number, cells);
        else if (!points_.factors.empty())
            read_point(number, cells);
    }

    PointsFile finish() {
        if (points_.faults.empty() && points_.rows.empty())
            report(0, "", "without points", "a line of keys, then a line of values for each point");
        for (std::size_t i = 0; i < points_.factors.size(); ++i) spread_over_column(i);
        return std::move(points_);
    }

private:
    void report(int line, std::string key, std::string found, std::string expected, std::string near = "") {
        if (points_.faults.size() >= most_faults) return;
        points_.faults.push_back(
            {file_, line, 0, std::move(key), std::move(found), std::move(expected), std::move(near)});
    }

    void read_keys(int line, const std::vector<std::string>& keys) {
        std::set<std::string> seen;
        for (const std::string& key : keys) {
            Factor factor = factor_of(key, settings_);
            const bool is_refused = columns_ == Columns::decisions_only && factor.setting;
            if (factor.key.empty() || is_refused) {
                const std::string near = did_you_mean(key, keys_for(columns_));
                report(line, in_quotes(key), is_refused ? "a setting, not a decision" : "not a known key",
                       near.empty() ? "a key that \"headroom explain\" lists, such as work_scale or posts.add"
                                    : "",
                       near);
            } else if (!seen.insert(key).second) {
                report(line, in_quotes(key), "there twice", "one column for each key");
            }
            if (!factor.key.empty()) shapes_.push_back(shape_of(factor));
            points_.factors.push_back(std::move(factor));
        }
        if (!points_.faults.empty()) points_.factors.clear();
    }

    void read_point(int line, const std::vector<std::string>& cells) {
        if (cells.size() != points_.factors.size()) {
            report(line, "the line", std::to_string(cells.size()) + " values",
                   std::to_string(points_.factors.size()) + ", one for each key in the first line");
            return;
        }
        std::vector<double>& row = points_.rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::optional<double> value = value_in(points_.factors[i], shapes_[i], cells[i]);
            if (!value)
                report(line, in_quotes(points_.factors[i].key), in_quotes(cells[i]), expectation(shapes_[i]));
            row.push_back(value.value_or(0));
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
    std::vector<Shape> shapes_;
    PointsFile points_;
};

bool is_blank(const std::string& line) {
    return line.find_first_not_of(" \t\r") == std::string::npos || line.front() == '#';
}

}  // namespace

PointsFile read_points(const std::string& file, const std::string& text, const Settings& settings,
                       Columns columns) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const bool has_mark = std::string_view(text).starts_with(byte_order_mark);
    Reader reader(file, settings, columns);
    std::stringstream lines(has_mark ? text.substr(byte_order_mark.size()) : text);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (!is_blank(line)) reader.read_line(number, line);
    }
    return reader.finish();
}

}  // namespace headroom
