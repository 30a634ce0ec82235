#include "sim/scenario/starting_point.hpp"

#include <filesystem>

#include "sim/scenario/authority_names.hpp"
#include "sim/scenario/figure_caveats.hpp"
#include "sim/scenario/fit_file.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/json_values.hpp"
#include "sim/scenario/own_figures.hpp"
#include "sim/scenario/position.hpp"
#include "sim/scenario/teaching_team.hpp"

namespace headroom {

namespace {

const std::string authority_path = "/authority";

const PublishedFigures& published_figures() {
    static const PublishedFigures published = PublishedFigures::built_in();
    return published;
}

// The typical authority is the defaults themselves, so that what `headroom explain` shows is what runs.
void start_from_name(const std::string& name, const std::string& chosen, Scenario& scenario,
                     Findings& findings) {
    const PublishedFigures& published = published_figures();
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

// A fit starts where its figures put the place, with what the fit moved; what it is beyond the middle is each
// future's own.
void start_from_fit(const std::string& path, Scenario& scenario, Findings& findings) {
    scenario.files_beside.push_back(path);
    std::vector<Fault> faults;
    const std::string text = read_whole_file(path, "a fit, as headroom calibrate writes it", faults);
    if (faults.empty()) {
        FitFile fit = read_fit_file(path, text);
        faults = std::move(fit.faults);
        if (faults.empty()) {
            start_from_name(fit.code, {}, scenario, findings);
            if (fit.code == "typical")
                scenario.settings = settings_from_figures(published_figures().typical());
            scenario.authority = fit.name;
            scenario.settings = fit.ensemble.middle(scenario.settings);
            scenario.fallbacks = fit_caveats(fit);
            scenario.ensemble = std::move(fit.ensemble);
        }
    }
    for (Fault& fault : faults) findings.add(std::move(fault));
}

bool is_file_of_fit(const std::string& chosen) {
    return chosen.ends_with(".json");
}

}  // namespace

void find_starting_point(const nlohmann::json& authority, const std::string& chosen, const std::string& file,
                         Scenario& scenario, Findings& findings) {
    scenario.authority = "typical";
    const std::string own = text_or(member_of(authority, "figures"), "");
    const std::string fit = text_or(member_of(authority, "fit"), "");
    const std::string name = chosen.empty() ? text_or(authority, "typical") : chosen;
    if (chosen.empty() && authority.is_object() && own.empty() == fit.empty())
        findings.add(authority_path, own.empty() ? "neither figures nor a fit" : "both figures and a fit",
                     "one of them", "");
    if (is_file_of_fit(chosen)) {
        start_from_fit(chosen, scenario, findings);
    } else if (chosen.empty() && !fit.empty()) {
        start_from_fit((std::filesystem::path(file).parent_path() / fit).string(), scenario, findings);
    } else if (chosen.empty() && !own.empty()) {
        start_from_own_figures(own, file, scenario, findings);
    } else if (name != "typical" && !name.empty()) {
        start_from_name(name, chosen, scenario, findings);
    }
}

}  // namespace headroom
