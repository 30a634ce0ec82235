#include "sim/places/own_start.hpp"

#include <algorithm>

namespace headroom {

void hold(Ensemble& ensemble, const OwnStart& start) {
    for (std::size_t i = 0; i < ensemble.moved.size(); ++i) {
        const SettingRow* const row = ensemble.moved[i];
        if (std::ranges::find(start.held, row) == start.held.end()) continue;
        for (std::vector<double>& member : ensemble.members) member[i] = start.settings.*row->value;
    }
}

}  // namespace headroom
