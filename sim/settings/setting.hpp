// One row per number of the model: its key, unit, default, range, evidence and meaning.
#pragma once

#include <span>
#include <string_view>

namespace headroom {

// How well a default is known: read in a publication, derived from published figures, recalled but not
// verified, or assumed.
enum class Evidence { read, derived, recalled, assumption };

std::string_view word_of(Evidence evidence);

// Every number a run of the model uses, with its default. Keys carry their unit.
struct Settings {
#define HEADROOM_SETTING(key, unit, normal, low, high, evidence, source, meaning) double key = normal;
#include "sim/settings/rows.inc"
#undef HEADROOM_SETTING
    bool operator==(const Settings&) const = default;
};

// What the reader, the schema, the documentation and `headroom explain` know of one setting.
struct SettingRow {
    std::string_view key;
    double Settings::*value;
    std::string_view unit;
    double normal, low, high;
    Evidence evidence;
    std::string_view source;
    std::string_view meaning;
};

std::span<const SettingRow> setting_rows();

// The row of a key, or nullptr.
const SettingRow* find_setting(std::string_view key);

}  // namespace headroom
