// A panel whose later years are nonsense, to show that nobody looks at them.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/forecasting/panel.hpp"
#include "sim/forecasting/panel_json.hpp"

namespace headroom {

// The panel with nonsense in every year that was not known at the end of that March.
inline Panel with_nonsense_after(int march) {
    nlohmann::json json = nlohmann::json::parse(panel_json());
    const auto september = json["september"].get<std::vector<std::string>>();
    for (auto& place : json["places"]) {
        for (auto& [metric, years] : place["figures"].items()) {
            const bool is_staff = std::ranges::find(september, metric) != september.end();
            const int known = is_staff ? march - 1 : march;
            for (std::size_t i = 1; i < years.size(); ++i) {
                const bool is_later = years[0].get<int>() + static_cast<int>(i) - 1 > known;
                if (is_later)
                    years[i] = metric == "assessment_days_quartiles" ? nlohmann::json{1, 9, 99}
                                                                     : nlohmann::json(7.5);
            }
        }
    }
    return Panel(json.dump());
}

}  // namespace headroom
