#include "sim/scenario/resolved.hpp"

#include <nlohmann/json.hpp>
#include <variant>

#include "sim/scenario/levers.hpp"

namespace headroom {

namespace {

using json = nlohmann::ordered_json;

template <class Owner>
void write_fields(json& group, const Owner& owner) {
    for (const WordField<Owner>& field : word_fields<Owner>()) {
        group[std::string(field.key)] = field.words[static_cast<std::size_t>(field.place(owner))];
    }
    for (const Field<Owner>& field : Owner::fields()) group[std::string(field.key)] = owner.*field.value;
}

template <class Lever>
json resolved_lever(const Lever& lever) {
    json group = json::object();
    write_fields(group, lever);
    return group;
}

json resolved_lever(const CaseloadLimit& limit) {
    json group = json::object();
    std::visit(
        [&](const auto& rule) {
            group["kind"] = rule.name;
            for (const auto& field : rule.fields()) group[std::string(field.key)] = rule.*field.value;
        },
        limit.rule);
    write_fields(group, limit);
    group["exempt"] = json::array();
    for (std::size_t stage = 0; stage < stage_words.size(); ++stage) {
        if ((limit.exempt_stages >> stage & 1u) != 0) group["exempt"].push_back(stage_words[stage]);
    }
    return group;
}

json resolved(const Policy& policy) {
    json group = json::object();
    for_each_lever([&](std::string_view key, std::string_view, auto lever) {
        group[std::string(key)] = resolved_lever(policy.*lever);
    });
    return group;
}

json resolved(const Settings& settings) {
    json group = json::object();
    for (const SettingRow& row : setting_rows()) group[std::string(row.key)] = settings.*row.value;
    return group;
}

json resolved(const Shock& shock) {
    json group = {{"kind", shock_words[static_cast<std::size_t>(shock.kind)]},
                  {"from_month", shock.from_month},
                  {"months", shock.months},
                  {"size", shock.size}};
    if (shock.kind == ShockKind::referral_surge) group["as_severe"] = shock.as_severe > 0.5;
    return group;
}

// Only what differs from today's settings, so that the text stays readable.
json resolved(const Alternative& alternative, const Settings& today) {
    json group = {{"name", alternative.name}, {"policy", json::array()}, {"settings", json::object()}};
    for (const DatedPolicy& dated : alternative.policies) {
        json entry = {{"from_month", dated.from_month}};
        entry.update(resolved(dated.policy));
        group["policy"].push_back(std::move(entry));
    }
    for (const SettingRow& row : setting_rows()) {
        const double value = alternative.settings.*row.value;
        if (value != today.*row.value) group["settings"][std::string(row.key)] = value;
    }
    group["shocks"] = json::array();
    for (const Shock& shock : alternative.shocks) group["shocks"].push_back(resolved(shock));
    return group;
}

}  // namespace

std::string resolved_alternative(Alternative alternative, const Settings& today) {
    alternative.name.clear();
    return resolved(alternative, today).dump();
}

std::string resolved_question(const Scenario& scenario) {
    json question = {{"start", scenario.start.to_iso()},
                     {"months", scenario.months},
                     {"settling_months", scenario.settling_months},
                     {"replications", scenario.replications},
                     {"seed", scenario.seed},
                     {"settings", resolved(scenario.settings)},
                     {"today", resolved(scenario.today)},
                     {"alternatives", json::array()}};
    if (!scenario.fit_file.empty()) {
        question["authority"] = {{"fit", scenario.fit_file}};
    } else if (!scenario.named.empty()) {
        question["authority"] = scenario.named;
    }
    question["fitted"] = fitted_words[static_cast<std::size_t>(scenario.fitted)];
    if (!scenario.question.empty()) question["question"] = scenario.question;
    for (const Alternative& alternative : scenario.alternatives) {
        question["alternatives"].push_back(resolved(alternative, scenario.settings));
    }
    return question.dump(1) + "\n";
}

}  // namespace headroom
