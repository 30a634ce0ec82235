#include "sim/scenario/setting_groups.hpp"

namespace headroom {

namespace {

#define HEADROOM_SETTING(key, unit, normal, low, high, evidence, source, meaning) #key,
constexpr std::string_view position[] = {
#include "sim/settings/today.inc"
};
constexpr std::string_view referrals[] = {
#include "sim/settings/referrals.inc"
};
constexpr std::string_view families[] = {
#include "sim/settings/families.inc"
};
constexpr std::string_view work[] = {
#include "sim/settings/work.inc"
};
constexpr std::string_view workforce[] = {
#include "sim/settings/workforce.inc"
};
constexpr std::string_view responses[] = {
#include "sim/settings/responses.inc"
};
constexpr std::string_view years[] = {
#include "sim/settings/years.inc"
};
constexpr std::string_view start[] = {
#include "sim/settings/start.inc"
};
constexpr std::string_view costs[] = {
#include "sim/settings/costs.inc"
};
#undef HEADROOM_SETTING

constexpr SettingGroup groups[] = {
    {"where the authority stands today", position},
    {"who asks for help, and when", referrals},
    {"a family's path", families},
    {"hours of work", work},
    {"workers", workforce},
    {"how the service answers load", responses},
    {"what differs from year to year", years},
    {"the first day of a run", start},
    {"costs", costs},
};

}  // namespace

std::span<const SettingGroup> setting_groups() {
    return groups;
}

}  // namespace headroom
