#include "sim/places/fit_file.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "sim/places/compact_members.hpp"
#include "sim/text/json_text.hpp"
#include "sim/text/json_values.hpp"

namespace headroom {

namespace {

using nlohmann::json;

Fault fault_at(const std::string& file, std::string key, std::string found, std::string expected) {
    return {.file = file,
            .key = std::move(key),
            .found = std::move(found),
            .expected = std::move(expected),
            .nearest = "Write it anew with: headroom calibrate"};
}

void read_settings(const std::string& file, const json& settings, FitFile& fit, CompactMembers& compact) {
    if (!settings.is_array() || settings.empty()) {
        fit.faults.push_back(fault_at(file, "settings", "no list", "the settings that the fit moved"));
        return;
    }
    for (const json& setting : settings) {
        const bool is_whole = setting.is_array() && setting.size() == 3;
        const SettingRow* row = is_whole ? find_setting(text_or(setting[0], "")) : nullptr;
        if (row == nullptr) {
            fit.faults.push_back(
                fault_at(file, "settings", setting.dump(), "a setting of this version and its ends"));
            continue;
        }
        const double low = number_or(setting[1], std::nan("")), high = number_or(setting[2], std::nan(""));
        if (!(low >= row->low && low <= high && high <= row->high)) {
            fit.faults.push_back(fault_at(file, "settings", setting.dump(),
                                          "from " + number_text(row->low) + " to " + number_text(row->high)));
        }
        fit.ensemble.moved.push_back(row);
        compact.low.push_back(low);
        compact.high.push_back(high);
    }
}

FitFigure figure_of(const json& row) {
    const auto number = [&](std::size_t column) { return number_or(row[column], std::nan("")); };
    return {text_or(row[0], ""), number(1), whole_or(row[2], 0),
            text_or(row[3], ""), number(4), number(6),
            number(7),           number(8), number(9)};
}

constexpr std::array figure_columns = {"figure",   "published", "year", "whose", "held_to",
                                       "unfitted", "fitted",    "low",  "high",  "tolerances_off"};

// A number that has no value is written as null.
bool is_row_of_figure(const json& row) {
    if (!row.is_array() || row.size() != figure_columns.size()) return false;
    for (std::size_t column = 0; column < row.size(); ++column) {
        const bool is_text = column == 0 || column == 3;
        if (is_text ? !row[column].is_string() : !row[column].is_number() && !row[column].is_null())
            return false;
    }
    return true;
}

// Whether the ends and the distance can be those of a figure; no number is beyond another that is missing.
bool is_possible(const FitFigure& figure) {
    return !(figure.low > figure.high) && !(figure.tolerances_off < 0);
}

void read_figures(const std::string& file, const json& rows, FitFile& fit) {
    if (!rows.is_array() || rows.empty() || rows[0] != json(figure_columns))
        return fit.faults.push_back(
            fault_at(file, "figures", "no list with its headings", "what came of every figure"));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (!is_row_of_figure(rows[i])) {
            fit.faults.push_back(fault_at(file, "figures", rows[i].dump(),
                                          "ten columns, two of them texts and the others numbers"));
            continue;
        }
        fit.figures.push_back(figure_of(rows[i]));
        if (!is_possible(fit.figures.back()))
            fit.faults.push_back(fault_at(file, "figures", rows[i].dump(),
                                          "a low end below its high one, and a distance of 0 or more"));
    }
}

std::vector<std::string> texts_of(const json& list) {
    std::vector<std::string> texts;
    for (const json& text : list) texts.push_back(text_or(text, ""));
    return texts;
}

// A start outside what the settings allow was not written by this version.
void read_start(const std::string& file, const json& written, FitFile& fit) {
    const json& start = member_of(written, "start");
    if (!start.is_object()) return;
    OwnStart own{text_or(member_of(written, "own_figures"), ""), {}, {}, {}, {}};
    const json& settings = member_of(start, "settings");
    for (const SettingRow& row : setting_rows()) {
        const double value = number_or(member_of(settings, row.key), row.normal);
        own.settings.*row.value = value;
        if (value >= row.low && value <= row.high) continue;
        fit.faults.push_back(fault_at(file, std::string(row.key), number_text(value),
                                      "from " + number_text(row.low) + " to " + number_text(row.high)));
    }
    for (const std::string& key : texts_of(member_of(start, "held")))
        if (const SettingRow* row = find_setting(key)) own.held.push_back(row);
    own.caveats = texts_of(member_of(start, "caveats"));
    own.contradictions = texts_of(member_of(start, "contradictions"));
    fit.own = std::move(own);
}

}  // namespace

std::vector<std::string> FitFile::not_fitted() const {
    std::vector<std::string> names;
    for (const FitFigure& figure : figures)
        if (nearness_of(figure.tolerances_off) == Nearness::does_not_fit) names.push_back(figure.name);
    return names;
}

FitFile read_fit_file(const std::string& file, const std::string& text) {
    FitFile fit;
    if (!text.starts_with(fit_file_begins)) {
        fit.faults.push_back(fault_at(file, "", "no fit of an authority", "a file of headroom calibrate"));
        return fit;
    }
    Outline outline;
    const json written = parse_text(file, text, outline, fit.faults);
    if (!fit.faults.empty()) return fit;
    fit.code = text_or(member_of(written, "code"), "");
    fit.name = text_or(member_of(written, "authority"), "");
    const std::string model = text_or(member_of(written, "model"), "");
    std::from_chars(model.data(), model.data() + model.size(), fit.model);
    CompactMembers compact;
    read_settings(file, member_of(written, "settings"), fit, compact);
    read_figures(file, member_of(written, "figures"), fit);
    read_start(file, written, fit);
    if (!fit.faults.empty()) return fit;
    compact.steps = text_or(member_of(written, "members"), "");
    fit.ensemble.members = values_of(compact);
    if (fit.ensemble.members.empty())
        fit.faults.push_back(
            fault_at(file, "members", "no whole members", "a step for each setting and member, as base64"));
    add_open_assumptions(fit.ensemble);
    if (fit.own) hold(fit.ensemble, *fit.own);
    return fit;
}

}  // namespace headroom
