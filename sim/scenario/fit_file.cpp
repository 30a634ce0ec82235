#include "sim/scenario/fit_file.hpp"

#include <cmath>

#include "sim/scenario/json_text.hpp"
#include "sim/scenario/json_values.hpp"

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

void read_moved(const std::string& file, const json& keys, FitFile& fit) {
    if (!keys.is_array() || keys.empty()) {
        fit.faults.push_back(fault_at(file, "settings", "no list", "the settings that the fit moved"));
        return;
    }
    for (const json& key : keys) {
        const SettingRow* row = find_setting(text_or(key, ""));
        if (row != nullptr) {
            fit.ensemble.moved.push_back(row);
        } else {
            fit.faults.push_back(fault_at(file, "settings", key.dump(), "a setting of this version"));
        }
    }
}

void read_member(const std::string& file, const json& values, FitFile& fit) {
    const std::size_t number = fit.ensemble.members.size() + 1;
    const std::string key = "members, member " + std::to_string(number);
    std::vector<double>& member = fit.ensemble.members.emplace_back();
    if (!values.is_array() || values.size() != fit.ensemble.moved.size()) {
        fit.faults.push_back(fault_at(file, key, "another number of values",
                                      std::to_string(fit.ensemble.moved.size()) + " values"));
        return;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const SettingRow& row = *fit.ensemble.moved[i];
        const double value = number_or(values[i], std::nan(""));
        if (!(value >= row.low && value <= row.high)) {
            fit.faults.push_back(fault_at(file, key, std::string(row.key) + " " + values[i].dump(),
                                          "from " + number_text(row.low) + " to " + number_text(row.high)));
        }
        member.push_back(value);
    }
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
    return text;
}

}  // namespace

std::vector<std::string> fit_caveats(const FitFile& fit) {
    std::vector<std::string> caveats = {
        "Fitted to what " + fit.name + " publishes: future by future another of " +
        std::to_string(fit.ensemble.members.size()) +
        " sets of settings that come near its figures, so that the ranges hold chance and what those figures "
        "leave open."};
    if (!fit.not_fitted.empty())
        caveats.push_back("The model does not come near these of its figures: " + listed(fit.not_fitted) +
                          ". What is said here rests on a model that does not give them.");
    return caveats;
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
    read_moved(file, member_of(written, "settings"), fit);
    const json& members = member_of(written, "members");
    if (!members.is_array() || members.empty())
        fit.faults.push_back(fault_at(file, "members", "none", "a list of members"));
    for (const json& values : members) {
        if (!fit.faults.empty()) return fit;
        read_member(file, values, fit);
    }
    for (const json& figure : member_of(written, "figures")) {
        if (number_or(member_of(figure, "tolerances_off"), 0) > fit_near_within)
            fit.not_fitted.push_back(text_or(member_of(figure, "name"), ""));
    }
    return fit;
}

}  // namespace headroom
