#include "sim/scenario/read_alternatives.hpp"

#include <algorithm>
#include <set>

#include "sim/scenario/read_policy.hpp"
#include "sim/scenario/resolved.hpp"
#include "sim/scenario/sensible.hpp"
#include "sim/scenario/steps.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

namespace {

using nlohmann::json;

Alternative read_alternative(const PlacedValue& written, const Scenario& scenario, Findings& findings) {
    const int months = scenario.months;
    Alternative alternative;
    alternative.name = text_or(member_of(written.value, "name"), "");
    alternative.settings = read_settings(member_of(written.value, "settings"), scenario.settings);
    alternative.policies = read_dated_policies(written.member("policy"), scenario.today, months, findings);
    alternative.shocks = read_shocks(written.member("shocks"), months, findings);
    return alternative;
}

// Where an alternative stands in the text: those after the written ones are made by the steps.
ValuePath path_of(std::size_t place, std::size_t written) {
    return place < written ? step_into("/alternatives", place) : ValuePath("/steps");
}

void find_same_names(const std::vector<Alternative>& alternatives, std::size_t written, Findings& findings) {
    for (std::size_t later = 0; later < alternatives.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const std::string& name = alternatives[later].name;
            if (name.empty() || alternatives[earlier].name != name) continue;
            const bool is_written = later < written;
            const ValuePath path = path_of(later, written);
            const std::string before =
                earlier < written ? "again, as " + shown(step_into(path_of(earlier, written), "name"))
                                  : "there twice";
            findings.add(is_written ? step_into(path, "name") : path, in_quotes(name) + " " + before,
                         is_written ? "a name of its own" : "made of values that differ");
            break;
        }
    }
}

// The alternatives that steps make, but for those that are written already: "posts.add": 0 changes nothing,
// so that beside "As now" it would be a second "As now" under another name.
void append_steps(const json& question, Scenario& scenario, const Alternative& as_now, Findings& findings) {
    std::set<std::string> written;
    for (const Alternative& one : scenario.alternatives)
        written.insert(resolved_alternative(one, scenario.settings));
    for (Alternative& made : alternatives_of_steps(member_of(question, "steps"), as_now, findings)) {
        if (!written.contains(resolved_alternative(made, scenario.settings)))
            scenario.alternatives.push_back(std::move(made));
    }
}

// What the others are compared with comes first; the rest keep their order.
void put_first(const json& question, const std::string& against, std::vector<Alternative>& alternatives,
               Findings& findings) {
    const std::string name = against.empty() ? text_or(member_of(question, "compare_with"), "") : against;
    if (name.empty()) return;
    const auto chosen = std::find_if(alternatives.begin(), alternatives.end(),
                                     [&](const Alternative& one) { return one.name == name; });
    if (chosen != alternatives.end()) {
        std::rotate(alternatives.begin(), chosen, chosen + 1);
        return;
    }
    std::vector<std::string> names;
    for (const Alternative& one : alternatives) names.push_back(one.name);
    std::string nearest = did_you_mean(name, names);
    const std::string expected =
        nearest.empty() ? "the name of an alternative, such as " + in_quotes(names.front()) : "";
    if (against.empty()) {
        findings.add("/compare_with", in_quotes(name) + ", which no alternative is called", expected,
                     nearest);
    } else {
        findings.add_to_option("--against", in_quotes(name) + ", which no alternative is called", expected,
                               nearest);
    }
}

}  // namespace

void read_alternatives(const json& question, const std::string& against, Scenario& scenario,
                       Findings& findings) {
    std::vector<Alternative>& alternatives = scenario.alternatives;
    const PlacedValue whole{question, ""};
    const std::vector<Shock> shocks = read_shocks(whole.member("shocks"), scenario.months, findings);
    const PlacedValue list = whole.member("alternatives");
    for (std::size_t place = 0; place < list.entries(); ++place)
        alternatives.push_back(read_alternative(list.entry(place), scenario, findings));
    const std::size_t written = alternatives.size();
    const json as_now_written = {{"name", "As now"}};
    const Alternative as_now = read_alternative({as_now_written, ""}, scenario, findings);
    append_steps(question, scenario, as_now, findings);
    if (alternatives.empty()) alternatives.push_back(as_now);
    for (Alternative& alternative : alternatives) {
        alternative.shocks.insert(alternative.shocks.begin(), shocks.begin(), shocks.end());
    }
    find_same_names(alternatives, written, findings);
    find_contradictions(scenario, written, findings);
    put_first(question, against, alternatives, findings);
}

}  // namespace headroom
