#include "sim/fitting/fit_text.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "sim/fitting/fitted_setting.hpp"

namespace headroom {

namespace {

using Json = nlohmann::ordered_json;

// Five digits say more than any of these is known to.
Json number(double value) {
    if (!std::isfinite(value)) return nullptr;
    char text[40];
    std::snprintf(text, sizeof text, "%.5g", value);
    return std::strtod(text, nullptr);
}

std::string whose_word(FigureValue::From from) {
    if (from == FigureValue::From::own) return "own";
    return from == FigureValue::From::region ? "region" : "England";
}

Json figure_of(const FittedFigure& figure) {
    return {figure.target->name,          number(figure.published), figure.year,
            whose_word(figure.whose),     number(figure.held_to),   number(figure.unfitted),
            number(figure.mean),          number(figure.low),       number(figure.high),
            number(figure.tolerances_off)};
}

Json settings_of(const Fit& fit) {
    Json settings = Json::array();
    for (std::size_t i = 0; i < fit.compact.low.size(); ++i)
        settings.push_back({fitted_settings()[i].key, fit.compact.low[i], fit.compact.high[i]});
    return settings;
}

// What a published place has in the table of published figures.
Json start_of(const OwnStart& own) {
    Json settings = Json::object(), held = Json::array();
    for (const SettingRow& row : setting_rows())
        if (own.settings.*row.value != row.normal) settings[std::string(row.key)] = own.settings.*row.value;
    for (const SettingRow* row : own.held) held.push_back(row->key);
    return {{"settings", settings},
            {"held", held},
            {"caveats", own.caveats},
            {"contradictions", own.contradictions}};
}

}  // namespace

std::string fit_heading(const Fit& fit) {
    return std::string(fit_file_begins) + " \"authority\": " + Json(fit.name).dump() +
           ", \"code\": " + Json(fit.code).dump() +
           (fit.own ? ", \"own_figures\": " + Json(fit.own->figures).dump() : "") + ", \"model\": \"" +
           std::to_string(fit.model) + "\", \"seed\": " + std::to_string(fit.options.seed) +
           ", \"assimilations\": " + std::to_string(fit.options.assimilations) +
           ", \"of\": " + std::to_string(fit.options.members) + ",";
}

std::string fit_text(const Fit& fit) {
    Json figures = Json::array();
    figures.push_back({"figure", "published", "year", "whose", "held_to", "unfitted", "fitted", "low", "high",
                       "tolerances_off"});
    for (const FittedFigure& figure : fit.figures) figures.push_back(figure_of(figure));
    const std::string own = fit.own ? " \"start\": " + start_of(*fit.own).dump() + "," : "";
    return fit_heading(fit) + own + " \"settings\": " + settings_of(fit).dump() +
           ", \"figures\": " + figures.dump() + ", \"members\": \"" + fit.compact.steps + "\"}\n";
}

}  // namespace headroom
