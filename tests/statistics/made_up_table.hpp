// A study made in memory, with whatever value a future of a policy in a world is said to have.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/futures/study_table.hpp"

namespace headroom {

// The worlds of a made-up study: where each stands in each factor, from 0 to 1.
struct MadeUpWorlds {
    std::string kind = "latin_hypercube";
    std::vector<std::vector<double>> shares;  // by world, then factor
    int base = 0;
    bool second_order = false;
};

// By world, policy, replication and period.
using MadeUpValue = std::function<double(std::span<const double> shares, int policy, int replication)>;

// Factors "f1", "f2", ... that run from 0 to 10; policies "As now", "Policy 2", ...
inline StudyTable made_up_table(const MadeUpWorlds& worlds, int policies, int replications,
                                const MadeUpValue& value) {
    StudyTable table;
    table.measure = "unmet_per_100";
    table.unit = "hours per 100 planned";
    table.definition = "all unmet hours for every 100 planned: the headline";
    StudyResults& origin = table.origin;
    origin.replications = replications;
    origin.months = origin.period_months = 6;
    origin.authority = "typical";
    origin.question = "What matters?";
    StudyDesign& design = origin.design;
    design.kind = worlds.kind;
    design.worlds = static_cast<int>(worlds.shares.size());
    design.base = worlds.base;
    design.second_order = worlds.second_order;
    for (int policy = 0; policy < policies; ++policy)
        design.policy_names.push_back(policy == 0 ? "As now" : "Policy " + std::to_string(policy + 1));
    const std::size_t factors = worlds.shares.front().size();
    for (std::size_t factor = 0; factor < factors; ++factor) {
        design.moved.push_back(static_cast<int>(factor));
        design.factors.push_back({"f" + std::to_string(factor + 1), "", "units", {}, false, 0, 10, {}});
    }
    for (int world = 0; world < design.worlds; ++world) {
        const std::vector<double>& shares = worlds.shares[static_cast<std::size_t>(world)];
        for (int policy = 0; policy < policies; ++policy) {
            origin.point_names.push_back("world " + std::to_string(world + 1) + ", " +
                                         design.policy_names[static_cast<std::size_t>(policy)]);
            for (std::size_t factor = 0; factor < factors; ++factor)
                design.factors[factor].values.push_back(10 * shares[factor]);
            for (int replication = 0; replication < replications; ++replication)
                table.values.push_back(value(shares, policy, replication));
        }
    }
    return table;
}

}  // namespace headroom
