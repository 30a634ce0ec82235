#include "sim/forecasting/panel.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/engine/ensure.hpp"
#include "sim/forecasting/panel_json.hpp"

namespace headroom {

namespace {

using PanelJson = nlohmann::json;

// A figure and where its values stand in the panel.
struct PanelRow {
    Figure figure;
    std::string_view metric;
    std::size_t position;
};

constexpr std::array<PanelRow, figure_count> panel_rows{{
#define FIGURE(name, metric, position, base) {Figure::name, metric, position},
#include "sim/places/figures.inc"
#undef FIGURE
}};

std::optional<double> value_from(const PanelJson& value, std::size_t position) {
    if (value.is_null()) return std::nullopt;
    return value.is_array() ? value.at(position).get<double>() : value.get<double>();
}

}  // namespace

Panel Panel::built_in() {
    return Panel(panel_json());
}

Panel::Panel(std::string_view text) try {
    const PanelJson json = PanelJson::parse(text);
    const auto of_september = json.at("september").get<std::vector<std::string>>();
    for (const PanelRow& row : panel_rows)
        if (std::ranges::find(of_september, row.metric) != of_september.end())
            year_ends_[static_cast<std::size_t>(row.figure)] = YearEnd::september;
    for (const PanelJson& place : json.at("places")) {
        Place& figures = places_[place.at("code").get<std::string>()];
        for (const PanelRow& row : panel_rows) {
            const auto found = place.at("figures").find(row.metric);
            if (found == place.at("figures").end()) continue;
            Years& years = figures[static_cast<std::size_t>(row.figure)];
            years.first = found->at(0);
            for (std::size_t i = 1; i < found->size(); ++i)
                years.values.push_back(value_from((*found)[i], row.position));
            last_year_ = std::max(last_year_, years.first + static_cast<int>(years.values.size()) - 1);
        }
    }
} catch (const PanelJson::exception& fault) {
    fail(fault.what());
}

std::optional<double> Panel::at(std::string_view code, Figure figure, int year) const {
    const auto place = places_.find(code);
    if (place == places_.end()) return std::nullopt;
    const Years& years = place->second[static_cast<std::size_t>(figure)];
    const bool is_there = year >= years.first && year < years.first + static_cast<int>(years.values.size());
    return is_there ? years.values[static_cast<std::size_t>(year - years.first)] : std::nullopt;
}

int last_known_year(const Panel& panel, Figure figure, int march) {
    return panel.year_end(figure) == YearEnd::september ? march - 1 : march;
}

}  // namespace headroom
