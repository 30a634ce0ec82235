#include "sim/scenario/reference.hpp"

#include <algorithm>
#include <array>

#include "sim/measures/measure.hpp"
#include "sim/places/figure_bounds.hpp"
#include "sim/policy/policy.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/scenario/setting_groups.hpp"
#include "sim/scenario/study_shape.hpp"
#include "sim/settings/setting.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

// As the number of futures is: a number, or a word in its place.
bool is_number_or_word(const Shape& shape) {
    return shape.sort == Shape::Sort::either && shape.parts.front().sort == Shape::Sort::whole;
}

// The range of a number, the words of a word; for the rest, what the reader expects.
std::string range_of(const Shape& shape) {
    switch (shape.sort) {
        case Shape::Sort::number:
        case Shape::Sort::whole: return number_text(shape.low) + " to " + number_text(shape.high);
        case Shape::Sort::yes_no: return shape.low < 0 ? "true, false or -1" : "true or false";
        case Shape::Sort::list:
            return shape.parts.front().sort == Shape::Sort::word
                       ? "a list of any of " + range_of(shape.parts.front()).substr(7)
                       : "list";
        case Shape::Sort::word:
        case Shape::Sort::text:
        case Shape::Sort::date: return expectation(shape);
        case Shape::Sort::either:
            return is_number_or_word(shape)
                       ? range_of(shape.parts.front()) + ", or " + range_of(shape.parts.back())
                       : "";
        case Shape::Sort::group:
        case Shape::Sort::by_kind: return "";
    }
    return "";
}

std::string example_value(const Member& member) {
    const bool is_text = member.shape.sort == Shape::Sort::word || member.shape.sort == Shape::Sort::date;
    if (member.normal == "yes" || member.normal == "no") return member.normal == "yes" ? "true" : "false";
    return is_text ? "\"" + member.normal + "\"" : member.normal;
}

Entry entry_of(const Member& member, const std::string& prefix) {
    return {.key = prefix + member.key,
            .meaning = member.meaning,
            .unit = is_number_or_word(member.shape)    ? member.shape.parts.front().unit
                    : member.shape.unit == "yes or no" ? ""
                                                       : member.shape.unit,
            .normal = member.normal,
            .range = range_of(member.shape),
            .evidence = member.evidence,
            .source = member.source,
            .is_required = member.is_required};
}

void append_members(const std::vector<Member>& members, const std::string& prefix,
                    std::vector<Entry>& entries) {
    for (const Member& member : members) {
        if (!member.key.starts_with("$")) entries.push_back(entry_of(member, prefix));
    }
}

// How the last entries, which are those of the members, are written inside an opened bracket.
void append_examples(const std::vector<Member>& members, const std::string& opening,
                     std::vector<Entry>& entries) {
    std::size_t place = entries.size() - members.size();
    for (const Member& member : members) {
        Entry& entry = entries[place++];
        if (member.normal.empty()) continue;  // nothing to show
        entry.example = opening + "\"" + member.key + "\": " + example_value(member) + " }";
    }
}

// The key that says which kind a group by kind is.
void append_kind(const Shape& shape, const std::string& key, std::vector<Entry>& entries) {
    if (shape.kinds.empty()) return;
    std::vector<std::string> words;
    for (const Kind& kind : shape.kinds) words.push_back(kind.word);
    entries.push_back({.key = key + ".kind",
                       .meaning = "which of the kinds below it is",
                       .range = expectation(word_shape(std::move(words))),
                       .is_required = true});
}

std::string lasting(const std::string& months) {
    if (months == "0") return "";
    return "; lasts " + months + (months == "1" ? " month" : " months") +
           " where \"months\" says nothing else";
}

const Member& member_of_question(std::string_view key) {
    const auto& members = question_shape().members;
    return *std::find_if(members.begin(), members.end(),
                         [&](const Member& member) { return member.key == key; });
}

EntryGroup of_question() {
    EntryGroup group{
        "The question",
        "Keys at the top of a question file; `alternatives.` stands before those of each alternative.",
        {}};
    append_members(question_shape().members, "", group.entries);
    append_members(member_of_question("alternatives").shape.parts.front().members, "alternatives.",
                   group.entries);
    return group;
}

EntryGroup of_lesson() {
    EntryGroup group{"A lesson",
                     "In `lesson`: what makes a question a lesson of `scenarios/lessons`; `lesson.expect.` "
                     "stands before the keys of each expectation.",
                     {}};
    const Shape& shape = member_of_question("lesson").shape;
    append_members(shape.members, "lesson.", group.entries);
    append_members(shape.members.back().shape.parts.front().members, "lesson.expect.", group.entries);
    return group;
}

// A group of keys; one by kind also lists its kinds and what each of them takes.
EntryGroup of_group(const Member& lever, std::string introduction) {
    EntryGroup group{lever.key, std::move(introduction), {}};
    append_members(lever.shape.members, lever.key + ".", group.entries);
    append_kind(lever.shape, lever.key, group.entries);
    if (lever.shape.kinds.empty())
        append_examples(lever.shape.members, "\"" + lever.key + "\": { ", group.entries);
    for (const Kind& kind : lever.shape.kinds) {
        const std::string written = "\"" + lever.key + "\": { \"kind\": \"" + kind.word + "\"";
        const bool needs_more = std::any_of(kind.members.begin(), kind.members.end(),
                                            [](const Member& member) { return member.is_required; });
        group.entries.push_back({.key = lever.key + "." + kind.word,
                                 .meaning = kind.meaning,
                                 .range = "a word for \"kind\"",
                                 .example = needs_more ? "" : written + " }"});
        append_members(kind.members, lever.key + "." + kind.word + ".", group.entries);
        append_examples(kind.members, written + ", ", group.entries);
    }
    return group;
}

EntryGroup of_lever(const Member& lever) {
    return of_group(lever, "In `policy`: " + lever.meaning + ".");
}

// What a study holds beyond a question.
std::vector<EntryGroup> of_study() {
    EntryGroup group{
        "A study",
        "Keys at the top of a study file (`headroom study`), beside those of a question but for "
        "`steps`, `compare_with` and `lesson`; there `replications` is 10 unless it says otherwise.",
        {}};
    std::vector<Member> design;
    for (const Member& member : study_shape().members) {
        const auto& known = question_shape().members;
        const bool is_of_question = std::any_of(known.begin(), known.end(),
                                                [&](const Member& other) { return other.key == member.key; });
        if (is_of_question) continue;
        group.entries.push_back(entry_of(member, ""));
        if (member.key == "factors") {
            group.entries.back().range =
                "\"all assumptions\", or a group of keys: a value, \"evidence\", a "
                "range or { \"values\": [ ] }";
            group.entries.back().example =
                "\"factors\": { \"work_scale\": \"evidence\", \"weeks_to_hire\": { \"from\": 10, \"to\": 30, "
                "\"prior\": \"triangular\" } }";
        }
        if (member.key == "levers")
            group.entries.back().example =
                "\"levers\": { \"caseload_limit.children\": { \"values\": [15, 18] } }";
        if (member.key == "design") design.push_back(member);
    }
    std::vector<EntryGroup> groups = {group};
    for (const Member& member : design)
        groups.push_back(of_group(member, "In `design` and `lever_design`: " + member.meaning + "."));
    return groups;
}

// What only one kind of shock takes, beside how long it lasts and how large it is.
void append_more(const Kind& kind, std::vector<Entry>& entries) {
    const std::vector<Member> more(kind.members.begin() + 2, kind.members.end());
    append_members(more, "shocks." + kind.word + ".", entries);
    append_examples(more, "\"shocks\": [{ \"kind\": \"" + kind.word + "\", ", entries);
    for (std::size_t place = entries.size() - more.size(); place < entries.size(); ++place)
        entries[place].example += "]";
}

EntryGroup of_shocks() {
    EntryGroup group{
        "Shocks", "In `shocks`: a list of { \"kind\", \"from_month\", \"months\", \"size\" }.", {}};
    const Shape shape = shock_shape();
    append_members(shape.members, "shocks.", group.entries);
    append_kind(shape, "shocks", group.entries);
    for (const Kind& kind : shape.kinds) {
        const Member& months = kind.members[0];
        const Member& size = kind.members[1];
        group.entries.push_back({.key = "shocks." + kind.word,
                                 .meaning = kind.meaning + lasting(months.normal),
                                 .unit = size.shape.unit,
                                 .normal = size.normal,
                                 .range = range_of(size.shape),
                                 .example = "\"shocks\": [{ \"kind\": \"" + kind.word +
                                            "\", \"from_month\": 6, \"size\": " + size.normal + " }]"});
        append_more(kind, group.entries);
    }
    return group;
}

EntryGroup of_settings(const SettingGroup& settings) {
    EntryGroup group{"Settings: " + std::string(settings.title), "In `settings`, or `--set key=value`.", {}};
    const Shape shape = settings_shape();
    for (const Member& member : shape.members) {
        for (const std::string_view key : settings.keys) {
            if (member.key != key) continue;
            group.entries.push_back(entry_of(member, ""));
            group.entries.back().example =
                "\"settings\": { \"" + member.key + "\": " + example_value(member) + " }";
        }
    }
    return group;
}

EntryGroup of_measures() {
    EntryGroup group{"Measures", "What the answer and the results file hold.", {}};
    for (const MeasureRow& row : measure_rows()) {
        group.entries.push_back({.key = std::string(row.name),
                                 .meaning = std::string(row.definition),
                                 .unit = std::string(row.unit)});
    }
    return group;
}

EntryGroup of_figures() {
    EntryGroup group{
        "Published figures",
        "In a file of your own figures, by the word after the dot: `cases,1650`. Its settings are "
        "those above.",
        {}};
    for (std::size_t i = 0; i < figure_count; ++i) {
        const Figure figure = static_cast<Figure>(i);
        group.entries.push_back({.key = "figures." + std::string(name_of(figure)),
                                 .meaning = meaning_of(figure),
                                 .unit = unit_of(figure)});
    }
    return group;
}

std::vector<EntryGroup> whole_reference() {
    std::vector<EntryGroup> groups = {of_question()};
    const Shape policy = policy_shape();
    for (const Member& lever : policy.members) groups.push_back(of_lever(lever));
    groups.push_back(of_shocks());
    for (EntryGroup& group : of_study()) groups.push_back(std::move(group));
    groups.push_back(of_lesson());
    for (const SettingGroup& settings : setting_groups()) groups.push_back(of_settings(settings));
    groups.push_back(of_measures());
    groups.push_back(of_figures());
    return groups;
}

template <class Fits>
std::vector<const Entry*> entries_where(Fits fits) {
    std::vector<const Entry*> found;
    for (const EntryGroup& group : reference()) {
        for (const Entry& entry : group.entries) {
            if (fits(std::string_view(entry.key))) found.push_back(&entry);
        }
    }
    return found;
}

}  // namespace

const std::vector<EntryGroup>& reference() {
    static const std::vector<EntryGroup> groups = whole_reference();
    return groups;
}

std::vector<const Entry*> entries_of(std::string_view key) {
    if (auto found = entries_where([&](std::string_view one) { return one == key; }); !found.empty())
        return found;
    const std::string above = std::string(key) + ".";
    if (auto found = entries_where([&](std::string_view one) { return one.starts_with(above); });
        !found.empty())
        return found;
    // "caseload_limit.children" is the number of any kind of limit.
    const std::size_t dot = key.find('.');
    const std::string first = dot == key.npos ? "" : std::string(key.substr(0, dot + 1));
    const std::string last = "." + std::string(key.substr(dot == key.npos ? 0 : dot + 1));
    return entries_where([&](std::string_view one) { return one.starts_with(first) && one.ends_with(last); });
}

std::vector<std::string> all_keys() {
    std::vector<std::string> groups, keys, last_words;
    for (const EntryGroup& group : reference()) {
        for (const Entry& entry : group.entries) {
            const std::size_t dot = entry.key.rfind('.');
            keys.push_back(entry.key);
            if (dot == std::string::npos) continue;
            last_words.push_back(entry.key.substr(dot + 1));
            const std::string above = entry.key.substr(0, dot);
            if (groups.empty() || groups.back() != above) groups.push_back(above);
        }
    }
    groups.insert(groups.end(), keys.begin(), keys.end());
    groups.insert(groups.end(), last_words.begin(), last_words.end());
    return groups;
}

}  // namespace headroom
