// From what is published about a place to the settings a run starts from.
#pragma once

#include <optional>
#include <span>

#include "sim/places/figures.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// The rows of the settings that say where an authority stands today (sim/settings/today.inc).
std::span<const SettingRow* const> position_rows();

// Whether the setting is a stock of today (children open, workers in post), which all alternatives share
// because they start from the same day.
bool is_stock(const SettingRow& row);

// Whether the setting is a count, and so grows with the size of the place.
bool is_count(const SettingRow& row);

// The published figure that a setting of the position comes from, or those of which it is a percentage.
struct SettingOrigin {
    Figure part;
    std::optional<Figure> whole;  // of a percentage
};

// Nothing for a setting that no published figure gives.
std::optional<SettingOrigin> origin_of(const SettingRow& row);

// Every setting at its default but those of the position, which follow the place's figures. A published
// figure outside a setting's range is brought to its end.
Settings settings_from_figures(const PlaceFigures& place);

}  // namespace headroom
