// A small authority, and the ways of running it under which no promise of the model may break.
#pragma once

#include <string>
#include <vector>

#include "sim/authority/world.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// An eighth of the typical authority: the members of each alternative (`"policy": {...}`, `"shocks": [...]`)
// as a question writes them, and of the question's own policy of today.
Scenario small_authority(const std::vector<std::string>& alternatives, int months,
                         const std::string& today = "");

// Every kind of limit, tight enough to bind, with every overflow; and every other lever and shock.
std::vector<std::string> every_way();

// Settles one future and lives it under one alternative, looking on so many times a day before what happens
// at that minute.
template <class Look>
const Series& watch(Authority& authority, const Alternative& chosen, int looks_a_day, Look look) {
    authority.begin({&chosen.settings, chosen.policies, chosen.shocks});
    World& world = authority.world();
    for (Minutes time = 0; time < world.end; time += minutes_per_working_day / looks_a_day) {
        authority.run_to(time);
        look(world);
    }
    return authority.finish();
}

inline Authority authority_of(const Scenario& scenario) {
    return Authority(scenario.settings, scenario.today, scenario.start, scenario.settling_months,
                     scenario.months);
}

}  // namespace headroom
