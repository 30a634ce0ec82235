// The choice of a worker for a family: who is asked, who has room, who suits best.
#pragma once

#include "sim/authority/world.hpp"

namespace headroom {

// What a search through teams has found.
struct Search {
    std::uint32_t worker = nobody;
    bool any_suitable = false;
    bool any_present = false;
};

int rank_of(const Family& family);
bool before(const World& world, std::uint32_t left, std::uint32_t right);
FamilyLoad load_of_family(const World& world, const Family& family);
bool away_for_long(const World& world, const Worker& worker);
void search_team(const World& world, std::uint32_t team, std::uint32_t family, bool exempt, Search& found,
                 double& best);

}  // namespace headroom
