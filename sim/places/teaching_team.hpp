// The built-in place for lessons, for watching and for rounds: one team small enough to know everybody in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/places/ensemble.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// What a question and an answer call it.
inline constexpr std::string_view teaching_team = "teaching team";

// Where it stands: England scaled to 4,600 children, counts rounded to whole ones, in one team that holds
// every stage: eight case-holding posts and a manager's, of which an agency worker covers the vacant one.
Settings teaching_team_settings();

// England's ensemble for the team: counts times its share of children, within their ranges, and every vacant
// post covered by agency workers, as the team is made.
void make_it_the_teams(Ensemble& ensemble);

// Sentences: how it differs from England, and what it may not be used for.
std::vector<std::string> teaching_team_caveats();

}  // namespace headroom
