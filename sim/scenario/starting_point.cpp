#include "sim/scenario/starting_point.hpp"

#include <algorithm>
#include <filesystem>

#include "sim/places/authority_names.hpp"
#include "sim/places/figure_caveats.hpp"
#include "sim/places/fit_file.hpp"
#include "sim/places/own_figures.hpp"
#include "sim/places/own_rows.hpp"
#include "sim/places/position.hpp"
#include "sim/places/stored_fits.hpp"
#include "sim/places/teaching_team.hpp"
#include "sim/text/json_text.hpp"
#include "sim/text/json_values.hpp"

namespace headroom {

namespace {

const std::string authority_path = "/authority";

const PublishedFigures& published_figures() {
    static const PublishedFigures published = PublishedFigures::built_in();
    return published;
}

// The settings of a fit's place before anything was fitted. The typical authority's are the defaults
// themselves, so that what `headroom explain` shows is what runs.
Settings unfitted_settings(const std::string& code) {
    return code == "typical" ? Settings() : settings_from_figures(published_figures().place(code));
}

// What is lived of a fit. Futures of an ensemble hold what differs from year to year besides chance and what
// the figures leave open; the one world in its middle is for comparisons without either.
void take_fit(FitFile fit, Scenario& scenario) {
    if (scenario.fitted == FittedAs::unfitted) return;
    scenario.settings = fit.ensemble.middle(scenario.settings);
    scenario.fit_figures = std::move(fit.figures);
    if (scenario.fitted != FittedAs::ensemble) return;
    scenario.settings.years_differ_percent = 100;
    scenario.ensemble = std::move(fit.ensemble);
}

void add_caveats(std::vector<std::string> sentences, Scenario& scenario) {
    for (std::string& sentence : sentences) scenario.fallbacks.push_back(std::move(sentence));
}

void start_from_typical(Scenario& scenario) {
    scenario.settings = unfitted_settings("typical");
    if (std::optional<FitFile> fit = stored_fit("typical")) take_fit(std::move(*fit), scenario);
}

// England's fit, with its counts as small as the team.
void start_from_teaching_team(Scenario& scenario) {
    scenario.settings = teaching_team_settings();
    add_caveats(teaching_team_caveats(), scenario);
    std::optional<FitFile> fit = stored_fit("typical");
    if (!fit) return;
    make_it_the_teams(fit->ensemble);
    fit->figures.clear();  // nothing is published about it
    take_fit(std::move(*fit), scenario);
}

void start_from_published(const std::string& code, Scenario& scenario) {
    const PlaceFigures place = published_figures().place(code);
    scenario.authority = place.name();
    scenario.settings = settings_from_figures(place);
    std::optional<FitFile> fit = stored_fit(code);
    if (!fit || scenario.fitted == FittedAs::unfitted) scenario.fallbacks.push_back(not_fitted_caveat(place));
    add_caveats(figure_caveats(published_figures(), place), scenario);
    if (fit) take_fit(std::move(*fit), scenario);
}

void start_from_name(const std::string& name, const std::string& chosen, Scenario& scenario,
                     Findings& findings) {
    const NamedPlace named = find_place(published_figures(), name);
    if (!named && chosen.empty()) findings.add(authority_path, "not settled", "", named.fault);
    if (!named && !chosen.empty()) findings.add_to_option("--authority", "not settled", "", named.fault);
    if (!named) return;
    scenario.authority = scenario.named = named.name;
    if (*named.code == "typical") return start_from_typical(scenario);
    if (*named.code == teaching_team) return start_from_teaching_team(scenario);
    start_from_published(*named.code, scenario);
}

FitFile fit_in(const std::string& path, std::vector<Fault>& faults) {
    const std::string text = read_whole_file(path, "a fit, as headroom calibrate writes it", faults);
    FitFile fit;
    if (!faults.empty()) return fit;
    fit = read_fit_file(path, text);
    faults = fit.faults;
    return fit;
}

// Own figures with what was fitted to them, once they are.
void take_own_fit(const std::string& path, Scenario& scenario, Findings& findings) {
    if (path.empty() || scenario.fitted == FittedAs::unfitted) return;
    std::vector<Fault> faults;
    FitFile fit = fit_in(path, faults);
    if (faults.empty() && fit.own) {
        scenario.files_beside.push_back(path);
        scenario.fit_file = path;
        scenario.settings = fit.own->settings;
        take_fit(std::move(fit), scenario);
    }
    for (Fault& fault : faults) findings.add(std::move(fault));
}

// The place that own figures are about; any place where they name none.
PublishedPlace place_of_own_figures(const std::string& name, const std::string& stem, Scenario& scenario,
                                    Findings& findings) {
    if (name.empty()) return any_place(stem);
    const NamedPlace named = find_place(published_figures(), name);
    if (!named) {
        findings.add(authority_path + "/name", "not settled", "", named.fault);
        return any_place(stem);
    }
    scenario.own_figures_about = named.name;
    return place_behind(published_figures(), *named.code, stem);
}

// Own figures as the question names them: their file, and the authority they are about.
struct AskedFigures {
    std::string path, name;
};

void start_from_own_figures(const AskedFigures& asked, const Choices& choices, Scenario& scenario,
                            Findings& findings) {
    const std::string& path = asked.path;
    scenario.files_beside.push_back(path);
    scenario.own_figures = path;
    const PublishedPlace place =
        place_of_own_figures(asked.name, std::filesystem::path(path).stem().string(), scenario, findings);
    std::vector<Fault> faults;
    const std::string text = read_whole_file(path, a_file_of_figures, faults);
    if (faults.empty()) {
        OwnFigures figures = read_own_figures(path, text, place);
        faults = std::move(figures.faults);
        scenario.authority = place.name;
        if (faults.empty()) {
            findings.stand_in(path, figures.lines);
            scenario.settings = figures.settings;
            scenario.fallbacks = std::move(figures.caveats);
            scenario.contradictions = std::move(figures.contradictions);
            take_own_fit(choices.own_fit, scenario, findings);
        }
    }
    for (Fault& fault : faults) findings.add(std::move(fault));
}

// What a fit says of a published place must be one place.
void find_no_such_place(const FitFile& fit, const std::string& path, std::vector<Fault>& faults) {
    if (fit.own) return;
    constexpr std::string_view cure = "Write it anew with: headroom calibrate";
    const auto& authorities = published_figures().authorities();
    const bool is_known =
        fit.code == "typical" ||
        std::ranges::find(authorities, fit.code, &PublishedPlace::code) != authorities.end();
    if (!is_known) {
        faults.push_back({.file = path,
                          .key = "code",
                          .found = in_quotes(fit.code),
                          .expected = "the code of an authority with published figures",
                          .nearest = std::string(cure)});
        return;
    }
    const std::string name = published_figures().place(fit.code).name();
    if (fit.name != name)
        faults.push_back({.file = path,
                          .key = "authority",
                          .found = in_quotes(fit.name),
                          .expected = in_quotes(name) + ", whose code is " + fit.code,
                          .nearest = std::string(cure)});
}

void take_place_of_fit(const FitFile& fit, Scenario& scenario) {
    scenario.authority = fit.name;
    if (fit.own) {
        scenario.settings = fit.own->settings;
        scenario.contradictions = fit.own->contradictions;
        return add_caveats(fit.own->caveats, scenario);
    }
    scenario.settings = unfitted_settings(fit.code);
    if (fit.code != "typical")
        add_caveats(figure_caveats(published_figures(), published_figures().place(fit.code)), scenario);
}

// A fit starts where its figures put the place, with what the fit moved.
void start_from_fit(const std::string& path, Scenario& scenario, Findings& findings) {
    scenario.files_beside.push_back(path);
    scenario.fit_file = path;
    std::vector<Fault> faults;
    FitFile fit = fit_in(path, faults);
    if (faults.empty()) find_no_such_place(fit, path, faults);
    if (faults.empty()) {
        scenario.fit_model = fit.model;
        take_place_of_fit(fit, scenario);
        take_fit(std::move(fit), scenario);
    }
    for (Fault& fault : faults) findings.add(std::move(fault));
}

bool is_file_of_fit(const std::string& chosen) {
    return chosen.ends_with(".json");
}

}  // namespace

void find_starting_point(const nlohmann::json& authority, const Choices& choices, Scenario& scenario,
                         Findings& findings) {
    const std::string& chosen = choices.authority;
    const std::filesystem::path folder = std::filesystem::path(findings.file()).parent_path();
    scenario.authority = "typical";
    const std::string own = text_or(member_of(authority, "figures"), "");
    const std::string fit = text_or(member_of(authority, "fit"), "");
    const std::string name = chosen.empty() ? text_or(authority, "typical") : chosen;
    if (chosen.empty() && authority.is_object() && own.empty() == fit.empty())
        findings.add(authority_path, own.empty() ? "neither figures nor a fit" : "both figures and a fit",
                     "one of them", "");
    if (chosen.empty() && own.empty() && !fit.empty() && !member_of(authority, "name").is_null())
        findings.add(authority_path + "/name", "beside a fit", "left out: a fit knows its authority", "");
    if (is_file_of_fit(chosen)) {
        start_from_fit(chosen, scenario, findings);
    } else if (chosen.empty() && !fit.empty()) {
        start_from_fit((folder / fit).string(), scenario, findings);
    } else if (chosen.empty() && !own.empty()) {
        const std::string about = text_or(member_of(authority, "name"), "");
        start_from_own_figures({(folder / own).string(), about}, choices, scenario, findings);
    } else if (!name.empty() && (authority.is_null() || authority.is_string() || !chosen.empty())) {
        start_from_name(name, chosen, scenario, findings);
    }
}

}  // namespace headroom
