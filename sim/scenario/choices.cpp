#include "sim/scenario/choices.hpp"

#include <charconv>

#include "sim/scenario/dial.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

namespace {

const std::string command_line = "command line";

const Shape& shape_of(const std::vector<Member>& members, std::string_view key) {
    static const Shape none;
    for (const Member& member : members) {
        if (member.key == key) return member.shape;
    }
    return none;
}

// The number for a key of the question, or what was there before with a fault.
template <class Number>
void choose(const std::optional<double>& chosen, const std::string& key, Number& number,
            std::vector<Fault>& faults) {
    if (!chosen) return;
    const Shape& whole = shape_of(question_shape().members, key);
    const Shape& shape = whole.sort == Shape::Sort::either ? whole.parts.front() : whole;
    if (allows(shape, *chosen)) {
        number = static_cast<Number>(*chosen);
    } else {
        faults.push_back({.file = command_line,
                          .key = "--" + key,
                          .found = number_text(*chosen),
                          .expected = expectation(whole)});
    }
}

std::optional<double> number_in(std::string_view text, const Shape& shape) {
    const bool takes_words = shape.sort == Shape::Sort::yes_no;
    if (takes_words && (text == "true" || text == "yes")) return 1;
    if (takes_words && (text == "false" || text == "no")) return 0;
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::vector<std::string> all_setting_keys() {
    std::vector<std::string> keys;
    for (const SettingRow& row : setting_rows()) keys.emplace_back(row.key);
    return keys;
}

// A key without "=": a value after a space or a colon was probably meant.
Fault without_value(Fault fault, const std::string& text) {
    const std::size_t end = text.find_first_of(" :\t");
    const std::size_t value = end == text.npos ? text.npos : text.find_first_not_of(" :\t", end);
    fault.found = value == text.npos ? "without a value" : "without an equals sign";
    fault.expected = "key=value, as in --set " +
                     (value == text.npos ? text + "=1" : text.substr(0, end) + "=" + text.substr(value));
    return fault;
}

// The number of a policy that a key names, whole or without its lever; nullptr for none.
const Dial* lever_meant(const std::string& key) {
    for (const Dial& dial : dials()) {
        if (!dial.lever.empty() && (dial.key == key || dial.member == key)) return &dial;
    }
    return nullptr;
}

Fault unknown_setting(Fault fault, const std::string& key, const std::string& value) {
    fault.found = "not a known setting";
    if (const Dial* dial = lever_meant(key)) {
        const std::string kind = dial->kind.empty() ? "" : "\"kind\": \"" + dial->kind + "\", ";
        fault.found = "a decision, not a setting";
        fault.nearest = "Write it in the question: \"policy\": { \"" + dial->lever + "\": { " + kind + "\"" +
                        dial->member + "\": " + value + " } }.";
        return fault;
    }
    fault.nearest = did_you_mean(key, all_setting_keys());
    if (fault.nearest.empty()) fault.expected = "one that \"headroom explain\" lists";
    return fault;
}

}  // namespace

std::optional<Fault> apply_setting(Settings& settings, const std::string& text) {
    const std::size_t equals = text.find('=');
    Fault fault{.file = command_line, .key = "--set " + text.substr(0, equals)};
    if (equals == std::string::npos) return without_value(std::move(fault), text);
    const std::string key = text.substr(0, equals);
    const SettingRow* row = find_setting(key);
    if (row == nullptr) return unknown_setting(std::move(fault), key, text.substr(equals + 1));
    const Shape shape = row_shape(row->low, row->high, row->unit);
    const std::optional<double> number = number_in(text.substr(equals + 1), shape);
    if (!number || !allows(shape, *number)) {
        fault.found = number ? number_text(*number) : in_quotes(text.substr(equals + 1));
        fault.expected = expectation(shape);
        return fault;
    }
    settings.*row->value = *number;
    return std::nullopt;
}

void apply_choices(const Choices& choices, Scenario& scenario, std::vector<Fault>& faults) {
    choose(choices.months, "months", scenario.months, faults);
    choose(choices.replications, "replications", scenario.replications, faults);
    if (choices.adds_futures || choices.replications) scenario.adds_futures = choices.adds_futures;
    choose(choices.seed, "seed", scenario.seed, faults);
}

}  // namespace headroom
