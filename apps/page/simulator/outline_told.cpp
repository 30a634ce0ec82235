#include "analysis/words/json.hpp"
#include "apps/page/simulator/told.hpp"
#include "sim/futures/digest.hpp"
#include "sim/futures/inputs_digest.hpp"
#include "sim/places/authority_names.hpp"
#include "sim/scenario/resolved.hpp"

namespace headroom {

std::string outline_told(const Workshop& workshop) {
    Joined outline('{');
    std::vector<std::string> faults;
    for (const Fault& fault : workshop.faults()) faults.push_back(sentence_of(fault));
    outline.add("faults", json_of_texts(faults));
    if (!faults.empty()) return outline.closed();
    const Scenario& scenario = workshop.scenario();
    std::vector<std::string> names, lives_as;
    for (const Alternative& alternative : scenario.alternatives) {
        names.push_back(alternative.name);
        lives_as.push_back(in_hexadecimal(branch_digest(scenario, alternative)));
    }
    return outline.add("question", json_quoted(scenario.question))
        .add("authority", json_quoted(scenario.authority))
        .add("start", json_quoted(scenario.start.to_iso()))
        .add("months", scenario.months)
        .add("replications", scenario.replications)
        .add("seed", static_cast<double>(scenario.seed))
        .add("alternatives", json_of_texts(names))
        .add("notes", json_of_texts(scenario.fallbacks))
        .add("begins_as", json_quoted(in_hexadecimal(settling_digest(scenario))))
        .add("lives_as", json_of_texts(lives_as))
        .add("resolved", resolved_question(scenario))
        .closed();
}

std::string authorities_told() {
    const PublishedFigures published = PublishedFigures::built_in();
    Joined all('[');
    for (const PublishedPlace& place : published.authorities()) {
        all.add(Joined('{')
                    .add("name", json_quoted(place.name))
                    .add("region", json_quoted(place.region))
                    .closed());
    }
    return all.closed();
}

}  // namespace headroom
