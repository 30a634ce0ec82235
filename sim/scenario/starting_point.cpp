#include "sim/scenario/starting_point.hpp"

#include <filesystem>

#include "sim/scenario/authority_names.hpp"
#include "sim/scenario/figure_caveats.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/json_values.hpp"
#include "sim/scenario/own_figures.hpp"
#include "sim/scenario/position.hpp"
#include "sim/scenario/teaching_team.hpp"

namespace headroom {

namespace {

const std::string authority_path = "/authority";

// The typical authority is the defaults themselves, so that what `headroom explain` shows is what runs.
void start_from_name(const std::string& name, const std::string& chosen, Scenario& scenario,
                     Findings& findings) {
    static const PublishedFigures published = PublishedFigures::built_in();
    const NamedPlace named = find_place(published, name);
    if (!named && chosen.empty()) findings.add(authority_path, "not settled", "", named.fault);
    if (!named && !chosen.empty()) findings.add_to_option("--authority", "not settled", "", named.fault);
    if (!named || *named.code == "typical") return;
    if (*named.code == teaching_team) {
        scenario.authority = named.name;
        scenario.settings = teaching_team_settings();
        scenario.fallbacks = teaching_team_caveats();
        return;
    }
    const PlaceFigures place = published.place(*named.code);
    scenario.authority = place.name();
    scenario.settings = settings_from_figures(place);
    scenario.fallbacks = figure_caveats(published, place);
}

void start_from_own_figures(const std::string& own, const std::string& file, Scenario& scenario,
                            Findings& findings) {
    const std::string path = (std::filesystem::path(file).parent_path() / own).string();
    scenario.files_beside.push_back(path);
    std::vector<Fault> faults;
    const std::string text = read_whole_file(path, "a CSV file of setting,value lines", faults);
    if (faults.empty()) {
        OwnFigures figures = read_own_figures(path, text);
        faults = std::move(figures.faults);
        if (faults.empty()) findings.stand_in(path, figures.lines);
        scenario.settings = figures.settings;
        scenario.fallbacks = std::move(figures.caveats);
        scenario.authority = std::filesystem::path(own).stem().string();
    }
    for (Fault& fault : faults) findings.add(std::move(fault));
}

}  // namespace

void find_starting_point(const nlohmann::json& authority, const std::string& chosen, const std::string& file,
                         Scenario& scenario, Findings& findings) {
    scenario.authority = "typical";
    const std::string own = text_or(member_of(authority, "figures"), "");
    const std::string name = chosen.empty() ? text_or(authority, "typical") : chosen;
    if (chosen.empty() && !own.empty()) {
        start_from_own_figures(own, file, scenario, findings);
    } else if (name != "typical" && !name.empty()) {
        start_from_name(name, chosen, scenario, findings);
    }
}

}  // namespace headroom
