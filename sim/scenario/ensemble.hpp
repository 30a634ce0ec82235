// A fitted place: sets of settings that all come out near its published figures, one for each future.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/settings/setting.hpp"

namespace headroom {

// The settings that a fit moved, and every member's values of them, in their order.
struct Ensemble {
    std::vector<const SettingRow*> moved;
    std::vector<std::vector<double>> members;

    // The middle of the ensemble: of every setting the median over the members, in the setting's unit.
    Settings middle(Settings settings) const;

    // The settings that a future lives, which is its number's member; beyond the last they begin again. What
    // was asked for otherwise than the middle has it stays as asked.
    Settings of_future(const Settings& asked, const Settings& middle, std::uint32_t future) const;
};

}  // namespace headroom
