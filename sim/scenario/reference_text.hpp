#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/reference.hpp"

namespace headroom {

// An entry as `headroom explain KEY` prints it, several lines.
std::string explained(const Entry& entry);

// Every entry on a line, grouped.
std::string reference_list();

// scenarios/README.md.
std::string reference_page();

}  // namespace headroom
