// Children who are open and held by people who are no case holders here; and help that goes on lightly for
// long.
#pragma once

#include "sim/authority/world.hpp"

namespace headroom {

void may_go_to_others(World& world, std::uint32_t id);
void come_from_others(World& world, std::uint32_t id);
void note_contact_of_others(const World& world, Family& family);
void begin_light_help(World& world, Family& family);

}  // namespace headroom
