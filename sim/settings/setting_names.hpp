// What a setting is called in a sentence or a line of a table.
#pragma once

#include <string>
#include <string_view>

namespace headroom {

// "hours that all work takes": the name of its evidence range, or one of the names kept here; its key where
// it has neither.
std::string name_of_setting(std::string_view key);

}  // namespace headroom
