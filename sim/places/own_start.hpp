// Where a place begins that is fitted to figures of one's own, as its fit keeps it.
#pragma once

#include <string>
#include <vector>

#include "sim/places/ensemble.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// What no table of published figures says of the place.
struct OwnStart {
    std::string figures;                  // stands for the file of figures and the place they are about
    Settings settings;                    // before anything is fitted
    std::vector<const SettingRow*> held;  // that the file gives and no fit moves
    std::vector<std::string> caveats;
    std::vector<std::string> contradictions;
};

// Every member has the settings that are held as they are given.
void hold(Ensemble& ensemble, const OwnStart& start);

}  // namespace headroom
