#include "apps/command_line/reference/authorities.hpp"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <vector>

#include "analysis/words/json.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/places/authority_names.hpp"
#include "sim/places/figures.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

namespace {

using Places = std::vector<const PublishedPlace*>;

void print_json(const Places& places) {
    Joined all('[', JsonLayout::a_line_each);
    for (const PublishedPlace* place : places) {
        all.add(Joined('{')
                    .add("name", json_quoted(place->name))
                    .add("code", json_quoted(place->code))
                    .add("region", json_quoted(place->region))
                    .closed());
    }
    std::cout << all.closed() << "\n";
}

void print_list(const Places& places) {
    std::size_t widest = 0;
    for (const PublishedPlace* place : places) widest = std::max(widest, place->name.size());
    for (const PublishedPlace* place : places) {
        std::cout << std::left << std::setw(static_cast<int>(widest) + 2) << place->name << place->region
                  << "\n";
    }
}

}  // namespace

ExitCode authorities(const std::string& text, ListForm form) {
    const PublishedFigures published = PublishedFigures::built_in();
    const Places places = authorities_matching(published, text);
    if (places.empty()) {
        std::vector<std::string> names;
        for (const PublishedPlace& place : published.authorities()) names.push_back(place.name);
        say("No authority's name, region or code holds " + in_quotes(text) + ". " +
            did_you_mean(text, names));
        return exit_input_wrong;
    }
    form == ListForm::json ? print_json(places) : print_list(places);
    return exit_done;
}

}  // namespace headroom
