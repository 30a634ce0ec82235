#include "sim/scenario/own_figures.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "sim/scenario/json_text.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/position.hpp"
#include "sim/scenario/shape.hpp"

namespace headroom {

namespace {

// One line of the file: what stands before and after its first comma.
struct Entry {
    int line;
    std::string_view key;
    std::string_view value;
    bool has_comma;
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view edges = " \t\r\"";
    const std::size_t begin = text.find_first_not_of(edges);
    if (begin == text.npos) return "";
    return text.substr(begin, text.find_last_not_of(edges) - begin + 1);
}

std::vector<Entry> entries_of(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<Entry> entries;
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view row = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (row.empty() || row.starts_with('#')) continue;
        const std::size_t comma = std::min(row.find(','), row.size());
        const bool has_comma = comma < row.size();
        entries.push_back({line, trimmed(row.substr(0, comma)),
                           trimmed(has_comma ? row.substr(comma + 1) : ""), has_comma});
    }
    return entries;
}

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole_text = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return is_whole_text ? std::optional(number) : std::nullopt;
}

bool is_heading(const Entry& entry) {
    return find_setting(entry.key) == nullptr && entry.value == "value";
}

// Reads the entries one by one, remembering which settings were given.
class Reader {
public:
    explicit Reader(const std::string& file) : file_(file) {}

    void read(const Entry& entry) {
        const SettingRow* row = find_setting(entry.key);
        if (!entry.has_comma) {
            report(entry, "without a value", "a line like " + std::string(entry.key) + ",100", "");
        } else if (row == nullptr) {
            report(entry, "not a known setting", "", advice_on(entry.key));
        } else if (const auto [earlier, is_new] = lines_.try_emplace(row->key, entry.line); !is_new) {
            report(entry, "given again after line " + std::to_string(earlier->second), "given once", "");
        } else {
            take(entry, *row);
        }
    }

    OwnFigures finish() {
        fill_in_the_rest();
        return std::move(figures_);
    }

private:
    static std::string advice_on(std::string_view key) {
        std::vector<std::string> keys;
        for (const SettingRow& row : setting_rows()) keys.emplace_back(row.key);
        const std::string near = did_you_mean(key, keys);
        return near.empty() ? "\"headroom explain\" lists all settings." : near;
    }

    void report(const Entry& entry, std::string found, std::string expected, std::string advice) {
        const std::string key = entry.key.empty() ? "the setting" : in_quotes(entry.key);
        figures_.faults.push_back(
            {file_, entry.line, 0, key, std::move(found), std::move(expected), std::move(advice)});
    }

    void take(const Entry& entry, const SettingRow& row) {
        const std::optional<double> number = number_in(entry.value);
        if (number && *number >= row.low && *number <= row.high) {
            figures_.settings.*row.value = *number;
            return;
        }
        const bool is_grouped = !number && entry.value.find(',') != entry.value.npos;
        report(entry, number ? number_text(*number) : in_quotes(entry.value),
               expectation(number_shape(row.low, row.high, row.unit)),
               is_grouped ? "Write the number without commas." : "");
    }

    void fill_in_the_rest() {
        const Settings typical;
        const double scale = figures_.settings.children_0_to_17 / typical.children_0_to_17;
        std::string absent;
        for (const SettingRow* row : position_rows()) {
            if (lines_.contains(row->key)) continue;
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
    OwnFigures figures_;
    std::map<std::string_view, int> lines_;
};

}  // namespace

OwnFigures read_own_figures(const std::string& file, std::string_view text) {
    const auto refuse = [&](std::string found) {
        OwnFigures none;
        none.faults.push_back({.file = file,
                               .found = std::move(found),
                               .expected = "a CSV file of setting,value lines in UTF-8"});
        return none;
    };
    if (first_not_utf8(text) < text.size()) return refuse("not UTF-8 text");
    const std::vector<Entry> entries = entries_of(text);
    if (entries.empty()) return refuse("empty");
    Reader reader(file);
    for (const Entry& entry : entries) {
        const bool is_first = &entry == &entries.front();
        if (!is_first || !is_heading(entry)) reader.read(entry);
    }
    return reader.finish();
}

}  // namespace headroom
