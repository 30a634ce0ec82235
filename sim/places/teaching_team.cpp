#include "sim/places/teaching_team.hpp"

#include <algorithm>
#include <cmath>

#include "sim/places/position.hpp"

namespace headroom {

namespace {

// As many as eight case-holding posts have in England, to the nearest hundred.
constexpr double children = 4600;

// Whole workers, near England's 186, 31 and 28 in 217 posts. All that agency workers do is cover posts, so
// that the only manager's post does not stand empty for long: no other team's manager could stand in.
void place_workers(Settings& settings) {
    settings.in_post_fte = 8;
    settings.vacancies_fte = 1;
    settings.agency_fte = 1;
    settings.agency_covering_vacancies_percent = 100;
    settings.case_holders_fte = 8;
    settings.patch_teams = 1;
}

}  // namespace

Settings teaching_team_settings() {
    Settings settings;
    const double scale = children / settings.children_0_to_17;
    for (const SettingRow* row : position_rows()) {
        if (is_count(*row)) settings.*row->value = std::round(settings.*row->value * scale);
    }
    place_workers(settings);
    // A front door of its own would be one worker with little to do, and a second manager.
    settings.hours_screening = 0;
    return settings;
}

void make_it_the_teams(Ensemble& ensemble) {
    const double share = children / Settings().children_0_to_17;
    const Settings team = teaching_team_settings();
    for (std::size_t i = 0; i < ensemble.moved.size(); ++i) {
        const SettingRow& row = *ensemble.moved[i];
        const bool is_made = row.value == &Settings::agency_covering_vacancies_percent;
        for (std::vector<double>& member : ensemble.members) {
            if (is_count(row)) member[i] = std::clamp(member[i] * share, row.low, row.high);
            if (is_made) member[i] = team.*row.value;
        }
    }
}

std::vector<std::string> teaching_team_caveats() {
    return {
        "The teaching team is made up: England scaled down to one team of eight case-holding posts and a "
        "manager for 4,600 children, counts rounded to whole ones, without the social workers who hold no "
        "cases. It holds every stage; somebody else screens its referrals, and every vacant post is covered "
        "by an agency worker after some weeks.",
        "In so small a team chance is large: one worker is an eighth of it, one future says little, and no "
        "neighbouring team can help out. It is for learning and for watching; ask what a policy would do of "
        "\"typical\" or of an authority."};
}

}  // namespace headroom
