#include "sim/text/misfits.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "sim/engine/date.hpp"
#include "sim/engine/letters.hpp"
#include "sim/text/known_keys.hpp"

namespace headroom {

namespace {

using nlohmann::json;

bool is_whole(const json& value) {
    return value.is_number() && std::nearbyint(value.get<double>()) == value.get<double>();
}

bool is_within(const Shape& shape, double number) {
    return number >= shape.low && number <= shape.high;
}

double letters_in(const std::string& text) {
    return double(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_date(const Shape& shape, const std::string& text) {
    try {
        return is_within(shape, Date::from_iso(text).year);
    } catch (const std::invalid_argument&) {
        return false;
    }
}

bool is_word(const Shape& shape, const std::string& text) {
    return std::find(shape.words.begin(), shape.words.end(), text) != shape.words.end();
}

// Whether the value is of the sort at all: what decides among the parts of an either.
bool is_of_sort(const json& value, const Shape& shape) {
    switch (shape.sort) {
        case Shape::Sort::number: return value.is_number();
        case Shape::Sort::whole: return is_whole(value);
        case Shape::Sort::yes_no: return value.is_boolean() || is_whole(value);
        case Shape::Sort::text:
        case Shape::Sort::date:
        case Shape::Sort::word: return value.is_string();
        case Shape::Sort::list: return value.is_array();
        case Shape::Sort::group:
        case Shape::Sort::by_kind: return value.is_object();
        case Shape::Sort::either:
            return std::any_of(shape.parts.begin(), shape.parts.end(),
                               [&](const Shape& part) { return is_of_sort(value, part); });
    }
    return false;
}

// Whether a value without parts of its own, already of the right sort, is one of those allowed.
bool is_allowed(const json& value, const Shape& shape) {
    switch (shape.sort) {
        case Shape::Sort::number:
        case Shape::Sort::whole: return is_within(shape, value.get<double>());
        case Shape::Sort::yes_no: return value.is_boolean() || is_within(shape, value.get<double>());
        case Shape::Sort::text: return is_within(shape, letters_in(value.get_ref<const std::string&>()));
        case Shape::Sort::date: return is_date(shape, value.get_ref<const std::string&>());
        case Shape::Sort::word: return is_word(shape, value.get_ref<const std::string&>());
        case Shape::Sort::list: return is_within(shape, double(value.size()));
        case Shape::Sort::group:
        case Shape::Sort::by_kind:
        case Shape::Sort::either: return true;
    }
    return true;
}

// "U+001B".
std::string code_point(char32_t code) {
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(code));
    return text;
}

// What it is that is not allowed: of a list or text of a wrong length, the length.
std::string told_of(const json& value, const Shape& shape) {
    if (shape.sort == Shape::Sort::list && value.is_array() && !value.empty())
        return "a list of " + number_text(double(value.size())) + (value.size() == 1 ? " entry" : " entries");
    const bool is_long = shape.sort == Shape::Sort::text && value.is_string() &&
                         letters_in(value.get_ref<const std::string&>()) > shape.high;
    return is_long ? "a text of " + number_text(letters_in(value.get_ref<const std::string&>())) + " letters"
                   : told(value);
}

std::string hint_for(const json& value, const Shape& shape) {
    const bool wants_number = shape.sort == Shape::Sort::number || shape.sort == Shape::Sort::whole;
    if (value.is_string() && wants_number) {
        const std::string& text = value.get_ref<const std::string&>();
        const bool is_plain = !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos;
        return is_plain ? "Write the number without quotes." : "";
    }
    if (value.is_string() && shape.sort == Shape::Sort::yes_no) return "Write true or false without quotes.";
    if (value.is_string()) return did_you_mean(value.get_ref<const std::string&>(), shape.words);
    return "";
}

// A name is shown in answers, tables, charts and file names: what nobody sees in it would make two names look
// alike, steer a terminal or end a line.
void find_unseen(const std::string& text, const ValuePath& path, Findings& findings) {
    std::size_t place = 0;
    char32_t first = 0, last = 0;
    for (std::string_view rest = text; !rest.empty(); ++place) {
        const Letter letter = first_letter(rest);
        if (is_unseen(letter.code)) {
            findings.add(path,
                         in_quotes(text) + ", with a character that nobody can see (" +
                             code_point(letter.code) + ", at letter " + std::to_string(place + 1) + ")",
                         "a text of characters that can be seen, on one line");
            return;
        }
        if (place == 0) first = letter.code;
        last = letter.code;
        rest.remove_prefix(letter.bytes);
    }
    if (place == 0 || !(is_blank(first) || is_blank(last))) return;
    findings.add(path, in_quotes(text) + ", which begins or ends with a blank",
                 "a text without blanks at its ends");
}

void find_missing(const json& value, const KnownKeys& known, const ValuePath& path, Findings& findings) {
    for (const Member* member : known.members()) {
        if (!member->is_required || value.contains(member->key)) continue;
        findings.add(step_into(path, member->key), "missing", expectation(member->shape));
    }
}

// Goes down a text beside its shape.
struct Search {
    const Shape& whole;
    Findings& findings;

    void look_at(const json& value, const Shape& shape, const ValuePath& path);
    void look_in_group(const json& value, const Shape& shape, const ValuePath& path);
    void look_at_either(const json& value, const Shape& shape, const ValuePath& path);
};

void Search::look_in_group(const json& value, const Shape& shape, const ValuePath& path) {
    const KnownKeys known(shape, value);
    find_missing(value, known, path, findings);
    for (const auto& [key, entry] : value.items()) {
        const ValuePath entry_path = step_into(path, key);
        if (const Member* member = known.find(key)) {
            look_at(entry, member->shape, entry_path);
        } else if (!known.may_belong_to_unknown_kind(key)) {
            const std::string advice = known.advice_on(key, whole);
            findings.add(entry_path, "not a known key", advice.empty() ? known.expectation() : "", advice);
        }
    }
}

// What is of the sort of one part is told what that part expects; a wrong word in the place of a number, what
// both do, unless it is a number in quotes.
void Search::look_at_either(const json& value, const Shape& shape, const ValuePath& path) {
    const Shape& first = shape.parts.front();
    const auto part = std::find_if(shape.parts.begin(), shape.parts.end(),
                                   [&](const Shape& one) { return is_of_sort(value, one); });
    const bool is_wrong_word = part->sort == Shape::Sort::word && !is_allowed(value, *part);
    if (!is_wrong_word) return look_at(value, *part, path);
    if (const std::string hint = hint_for(value, first); !hint.empty())
        findings.add(path, told(value), expectation(first), hint);
    else
        findings.add(path, told(value), expectation(shape), hint_for(value, *part));
}

void Search::look_at(const json& value, const Shape& shape, const ValuePath& path) {
    if (findings.is_told(path)) return;
    if (!is_of_sort(value, shape) || !is_allowed(value, shape)) {
        findings.add(path, told_of(value, shape), expectation(shape), hint_for(value, shape));
        return;
    }
    if (shape.sort == Shape::Sort::text) find_unseen(value.get_ref<const std::string&>(), path, findings);
    if (shape.sort == Shape::Sort::either) {
        look_at_either(value, shape, path);
    } else if (value.is_object()) {
        look_in_group(value, shape, path);
    } else if (value.is_array()) {
        for (std::size_t place = 0; place < value.size(); ++place) {
            look_at(value[place], shape.parts.front(), step_into(path, place));
        }
    }
}

}  // namespace

std::string told(const json& value) {
    if (value.is_string()) return "the text " + in_quotes(value.get_ref<const std::string&>());
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (value.is_number()) return number_text(value.get<double>());
    if (value.is_null()) return "empty (null)";
    if (value.is_array()) return value.empty() ? "an empty list" : "a list [ ]";
    return "a group { }";
}

void find_misfits(const json& text, const Shape& shape, const Shape& whole, Findings& findings) {
    Search{whole, findings}.look_at(text, shape, "");
}

}  // namespace headroom
