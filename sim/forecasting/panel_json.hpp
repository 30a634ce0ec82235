// The text of scenarios/england/panel.json, built into the program.
#pragma once

#include <string_view>

namespace headroom {

std::string_view panel_json();

}  // namespace headroom
