#pragma once

#include <span>
#include <string_view>

namespace headroom {

// Settings that tell one part of the story, as they stand together in one file of sim/settings.
struct SettingGroup {
    std::string_view title;
    std::span<const std::string_view> keys;
};

std::span<const SettingGroup> setting_groups();

}  // namespace headroom
