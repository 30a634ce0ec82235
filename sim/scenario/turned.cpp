#include "sim/scenario/turned.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>

#include "sim/engine/whole_part.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using nlohmann::json;

constexpr std::string_view limit_lever = "caseload_limit";
constexpr std::string_view kind_key = "caseload_limit.kind";

json value_of(const Factor& factor, double value) {
    if (!factor.words.empty()) return factor.words[whole_part<std::size_t>(value)];
    const bool is_yes_or_no = factor.dial && factor.dial->value.sort == Shape::Sort::yes_no;
    return is_yes_or_no && (value == 0 || value == 1) ? json(value == 1) : json(value);
}

// Whether only some kinds of limit have the number.
bool belongs_to_a_kind(const Dial& dial) {
    if (dial.lever != limit_lever || !dial.kind.empty()) return false;
    return std::any_of(dials().begin(), dials().end(), [&](const Dial& other) {
        return other.lever == limit_lever && !other.kind.empty() && other.member == dial.member;
    });
}

bool has_it(const std::string& kind, const Dial& dial) {
    return find_dial(std::string(limit_lever) + "." + kind + "." + dial.member) != nullptr;
}

// A number of one kind of limit, where the factors choose another kind: it decides nothing.
bool is_idle(const Dial& dial, const std::string& kind) {
    if (kind.empty() || dial.lever != limit_lever) return false;
    if (!dial.kind.empty()) return dial.kind != kind;
    return belongs_to_a_kind(dial) && !has_it(kind, dial);
}

double to_three_figures(double value) {
    if (std::nearbyint(value) == value) return value;
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return std::strtod(text, nullptr);
}

// The kind of limit that the factors choose; "" where they choose none.
std::string chosen_kind(std::span<const Factor> factors, std::span<const double> values) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (factors[i].key == kind_key) return value_of(factors[i], values[i]).get<std::string>();
    }
    return "";
}

}  // namespace

void decide(Alternative& policy, std::span<const Factor> factors, std::span<const double> values) {
    const std::string kind = chosen_kind(factors, values);
    if (!kind.empty()) turn(policy, *find_dial(kind_key), json(kind));
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const Dial* dial = factors[i].dial;
        if (dial == nullptr || dial->key == kind_key || is_idle(*dial, kind)) continue;
        turn(policy, *dial, value_of(factors[i], values[i]));
    }
}

void set_everywhere(Scenario& scenario, double Settings::*key, double value) {
    const double before = scenario.settings.*key;
    scenario.settings.*key = value;
    for (Alternative& alternative : scenario.alternatives) {
        if (alternative.settings.*key == before) alternative.settings.*key = value;
    }
}

void set_world(Scenario& scenario, std::span<const Factor> factors, std::span<const double> values) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (factors[i].setting) set_everywhere(scenario, factors[i].setting, values[i]);
    }
    for (Alternative& alternative : scenario.alternatives) decide(alternative, factors, values);
}

std::vector<double> decided_values(std::span<const Factor> levers, std::span<const double> values) {
    const std::string kind = chosen_kind(levers, values);
    std::vector<double> decided(values.begin(), values.end());
    for (std::size_t i = 0; i < levers.size(); ++i) {
        const Dial* dial = levers[i].dial;
        if (dial != nullptr && dial->key != kind_key && is_idle(*dial, kind))
            decided[i] = std::numeric_limits<double>::quiet_NaN();
    }
    return decided;
}

std::string name_of_policy(std::span<const Factor> levers, std::span<const double> values) {
    const std::string kind = chosen_kind(levers, values);
    std::string name = kind.empty() ? "" : words_of(*find_dial(kind_key), json(kind));
    for (std::size_t i = 0; i < levers.size(); ++i) {
        const Dial* dial = levers[i].dial;
        if (dial == nullptr || dial->key == kind_key || is_idle(*dial, kind)) continue;
        const double shown = levers[i].words.empty() ? to_three_figures(values[i]) : values[i];
        name += (name.empty() ? "" : ", ") + words_of(*dial, value_of(levers[i], shown));
    }
    return with_capital(std::move(name));
}

}  // namespace headroom
