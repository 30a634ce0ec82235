#include "sim/scenario/reader.hpp"

#include <algorithm>

#include "sim/places/figure_caveats.hpp"
#include "sim/scenario/choices.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/scenario/read_alternatives.hpp"
#include "sim/scenario/read_lesson.hpp"
#include "sim/scenario/read_policy.hpp"
#include "sim/scenario/read_text.hpp"
#include "sim/scenario/starting_point.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/text/json_text.hpp"
#include "sim/text/json_values.hpp"
#include "sim/text/misfits.hpp"

namespace headroom {

namespace {

using nlohmann::json;

Date date_or(const json& value, Date otherwise) {
    try {
        return value.is_string() ? Date::from_iso(value.get_ref<const std::string&>()) : otherwise;
    } catch (const std::invalid_argument&) {
        return otherwise;
    }
}

// What a step of a path leads to; nullptr where there is no such.
json* step(json& value, const std::string& name) {
    if (value.is_object()) {
        const auto found = value.find(name);
        return found == value.end() ? nullptr : &*found;
    }
    const bool is_place = value.is_array() && !name.empty() && name.size() < 9 &&
                          name.find_first_not_of("0123456789") == name.npos;
    const std::size_t place = is_place ? std::stoul(name) : 0;
    return is_place && place < value.size() ? &value[place] : nullptr;
}

void read_lengths(const json& question, Scenario& scenario) {
    scenario.question = text_or(member_of(question, "question"), "");
    scenario.start = date_or(member_of(question, "start"), scenario.start);
    scenario.months = whole_or(member_of(question, "months"), scenario.months);
    scenario.settling_months = whole_or(member_of(question, "settling_months"), scenario.settling_months);
    const json& replications = member_of(question, "replications");
    scenario.replications = whole_or(replications, scenario.replications);
    scenario.adds_futures = replications == "auto";
    const json& seed = member_of(question, "seed");
    if (seed.is_number() && seed >= 0 && seed <= 1e16) scenario.seed = seed.get<std::uint64_t>();
}

// What is no number is told as such already: it stands as a text, which is one in the place of a number and
// told as such wherever it is read, so that the rest is checked with the usual values.
void make_texts_of_endless(json& question, const Outline& outline) {
    for (const EndlessNumber& number : outline.endless) {
        json* value = &question;
        for (std::size_t at = 1; at <= number.path.size() && value != nullptr;) {
            const std::size_t end = std::min(number.path.find('/', at), number.path.size());
            value = step(*value, number.path.substr(at, end - at));
            at = end + 1;
        }
        if (value != nullptr) *value = "no number";
    }
}

// The command line's words come before the alternatives, which start from the question's settings.
void read_scenario(const json& question, const Choices& choices, Findings& findings, Reading& reading) {
    Scenario& scenario = reading.scenario;
    read_lengths(question, scenario);
    const int fitted = place_of_word(member_of(question, "fitted"), fitted_words);
    scenario.fitted = choices.fitted.value_or(static_cast<FittedAs>(std::max(fitted, 0)));
    find_starting_point(member_of(question, "authority"), choices, scenario, findings);
    const Settings of_authority = scenario.settings;
    scenario.fitted_middle = of_authority;
    scenario.settings = read_settings(member_of(question, "settings"), scenario.settings);
    scenario.today = read_policy(member_of(question, "today"), {});
    for (const auto& setting : choices.settings) {
        if (auto fault = apply_setting(scenario.settings, setting)) reading.faults.push_back(*fault);
    }
    for (std::string& caveat : own_settings_caveat(of_authority, scenario.settings))
        scenario.fallbacks.push_back(std::move(caveat));
    read_alternatives(question, choices.against, scenario, findings);
    scenario.lesson = read_lesson(member_of(question, "lesson"), scenario, findings);
    apply_choices(choices, scenario, reading.faults);
}

}  // namespace

Reading read_question(const std::string& path, const Choices& choices) {
    Reading reading;
    const std::string text = read_whole_file(path, "a question file", reading.faults);
    if (is_study_text(text)) {
        reading.faults.push_back({.file = path,
                                  .found = "a study",
                                  .expected = "a question",
                                  .nearest = "Run it with: headroom study " + path});
    }
    return reading.is_good() ? read_question_text(path, text, choices) : reading;
}

Reading read_question_text(const std::string& file, const std::string& text, const Choices& choices) {
    return read_text_of(file, text, choices, {question_shape(), {}});
}

Reading read_text_of(const std::string& file, const std::string& text, const Choices& choices,
                     const KindOfText& kind) {
    Reading reading;
    Outline outline;
    json question = parse_text(file, text, outline, reading.faults);
    reading.scenario.text = text;
    const bool is_unreadable = question.is_null() && !reading.is_good();
    if (is_unreadable) return reading;
    Findings findings(file, outline);
    find_misfits(question, kind.shape, question_shape(), findings);
    make_texts_of_endless(question, outline);
    read_scenario(question, choices, findings, reading);
    if (kind.read_rest) kind.read_rest(question, reading.scenario, findings);
    const std::vector<Fault> found = std::move(findings).in_order_of_line();
    reading.faults.insert(reading.faults.end(), found.begin(), found.end());
    std::stable_sort(reading.faults.begin(), reading.faults.end(),
                     [](const Fault& a, const Fault& b) { return a.line < b.line; });
    return reading;
}

}  // namespace headroom
