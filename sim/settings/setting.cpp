#include "sim/settings/setting.hpp"

#include <array>

namespace headroom {

namespace {

constexpr SettingRow all_rows[] = {
#define HEADROOM_SETTING(key, unit, normal, low, high, evidence, source, meaning) \
    {#key, &Settings::key, unit, normal, low, high, Evidence::evidence, source, meaning},
#include "sim/settings/rows.inc"
#undef HEADROOM_SETTING
};

}  // namespace

std::string_view word_of(Evidence evidence) {
    switch (evidence) {
        case Evidence::read: return "published";
        case Evidence::derived: return "derived from published figures";
        case Evidence::recalled: return "recalled, not verified";
        case Evidence::assumption: return "assumption";
    }
    return "";
}

std::span<const SettingRow> setting_rows() {
    return all_rows;
}

const SettingRow* find_setting(std::string_view key) {
    for (const SettingRow& row : all_rows) {
        if (row.key == key) return &row;
    }
    return nullptr;
}

}  // namespace headroom
