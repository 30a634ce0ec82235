#include "sim/scenario/ensemble.hpp"

#include <algorithm>

namespace headroom {

Settings Ensemble::middle(Settings settings) const {
    for (std::size_t i = 0; i < moved.size() && !members.empty(); ++i) {
        std::vector<double> values;
        for (const std::vector<double>& member : members) values.push_back(member[i]);
        std::sort(values.begin(), values.end());
        settings.*moved[i]->value = values[values.size() / 2];
    }
    return settings;
}

Settings Ensemble::of_future(const Settings& asked, const Settings& middle, std::uint32_t future) const {
    Settings settings = asked;
    const std::vector<double>& member = members[future % members.size()];
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const auto value = moved[i]->value;
        if (asked.*value == middle.*value) settings.*value = member[i];
    }
    return settings;
}

}  // namespace headroom
