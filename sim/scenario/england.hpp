// The text of scenarios/england/authorities.json, built into the program.
#pragma once

#include <string_view>

namespace headroom {

std::string_view england_json();

}  // namespace headroom
