#include "sim/scenario/read_lesson.hpp"

#include <algorithm>

#include "sim/text/json_values.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

namespace {

using nlohmann::json;

constexpr double most = 1e9;  // of any measure that a lesson may be about

// A word that must be one of several, too many to list them in a message.
struct Naming {
    const std::vector<std::string>& words;
    std::string what_none_is_called;  // "which no measure is called"
    std::string where_they_are;       // "one that \"headroom explain\" lists"
};

std::vector<std::string> measure_names() {
    std::vector<std::string> names;
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::histogram) names.emplace_back(row.name);
    }
    return names;
}

std::vector<std::string> names_of(const std::vector<Alternative>& alternatives) {
    std::vector<std::string> names;
    for (const Alternative& one : alternatives) names.push_back(one.name);
    return names;
}

// Whether the text is one of the words; tells of it where it is another. What is no text is told elsewhere.
bool is_known(const json& value, const ValuePath& path, const Naming& naming, Findings& findings) {
    if (!value.is_string()) return false;
    const std::string& word = value.get_ref<const std::string&>();
    if (std::find(naming.words.begin(), naming.words.end(), word) != naming.words.end()) return true;
    const std::string near = did_you_mean(word, naming.words);
    findings.add(path, in_quotes(word) + ", " + naming.what_none_is_called,
                 near.empty() ? naming.where_they_are : "", near);
    return false;
}

// The measure of that name; nothing, with a fault, for another word.
const MeasureRow* measure_named(const json& value, const ValuePath& path, Findings& findings) {
    static const std::vector<std::string> names = measure_names();
    const Naming naming{names, "which no measure of one number is called",
                        "one of the measures that \"headroom explain\" lists, but no histogram"};
    return is_known(value, path, naming, findings) ? find_measure(value.get_ref<const std::string&>())
                                                   : nullptr;
}

std::string alternative_named(const json& value, const ValuePath& path, const Scenario& scenario,
                              Findings& findings) {
    const std::vector<std::string> names = names_of(scenario.alternatives);
    const Naming naming{names, "which no alternative is called",
                        "the name of an alternative, such as " + in_quotes(names.front())};
    return is_known(value, path, naming, findings) ? value.get<std::string>() : "";
}

void read_months(const json& months, const ValuePath& path, const Scenario& scenario, Expectation& expected,
                 Findings& findings) {
    if (!months.is_array() || months.size() != 2) return;
    expected.first_month = whole_or(months[0], 1);
    expected.last_month = whole_or(months[1], scenario.months);
    const std::string written = number_text(expected.first_month) + " to " + number_text(expected.last_month);
    if (row_of(expected.measure).kind == MeasureKind::whole) {
        findings.add(path, "given for a measure of the whole run", "left out");
    } else if (expected.first_month > expected.last_month) {
        findings.add(path, written, "the first month before the last");
    } else if (expected.last_month > scenario.months) {
        findings.add(path, written,
                     "within the run, months 1 to " + number_text(scenario.months) + " (counted from 1)");
    }
}

void read_future(const json& future, const ValuePath& path, const Scenario& scenario, Expectation& expected,
                 Findings& findings) {
    if (!future.is_number()) return;
    expected.future = whole_or(future, 0);
    if (*expected.future >= scenario.replications)
        findings.add(
            path, number_text(*expected.future),
            "below " + number_text(scenario.replications) + ", the number of futures (counted from 0)");
}

Expectation read_expectation(const json& value, const ValuePath& path, const Scenario& scenario,
                             Findings& findings) {
    const auto member = [&](const char* key) -> const json& { return member_of(value, key); };
    Expectation expected;
    expected.claim = text_or(member("claim"), "");
    expected.alternative =
        alternative_named(member("alternative"), step_into(path, "alternative"), scenario, findings);
    expected.less = alternative_named(member("less"), step_into(path, "less"), scenario, findings);
    expected.from = number_or(member("from"), 0);
    expected.to = number_or(member("to"), 0);
    if (expected.from > expected.to && member("from").is_number() && member("to").is_number())
        findings.add(step_into(path, "from"), number_text(expected.from),
                     "at most its \"to\", " + number_text(expected.to));
    if (!expected.less.empty() && expected.less == expected.alternative)
        findings.add(step_into(path, "less"), in_quotes(expected.less) + ", as the alternative itself",
                     "another alternative, or left out");
    read_future(member("future"), step_into(path, "future"), scenario, expected, findings);
    const MeasureRow* const row = measure_named(member("measure"), step_into(path, "measure"), findings);
    if (row == nullptr) return expected;
    expected.measure = row->measure;
    read_months(member("months"), step_into(path, "months"), scenario, expected, findings);
    return expected;
}

Shape expectation_shape() {
    return group_shape({
        {.key = "claim",
         .shape = text_shape(1, 300),
         .meaning = "what is expected, as a sentence in plain words",
         .is_required = true},
        {.key = "measure",
         .shape = text_shape(1, 100),
         .meaning = "the measure that shows it, by its name as listed below; no histogram",
         .is_required = true},
        {.key = "alternative",
         .shape = text_shape(1, 80),
         .meaning = "the alternative in which it is measured, by its name",
         .is_required = true},
        {.key = "less",
         .shape = text_shape(1, 80),
         .meaning = "another alternative, which is taken from it future by future; left out: the measure "
                    "itself is meant, not a difference"},
        {.key = "from",
         .shape = number_shape(-most, most, ""),
         .meaning = "the lowest mean that bears the claim out, in the measure's unit",
         .is_required = true},
        {.key = "to",
         .shape = number_shape(-most, most, ""),
         .meaning = "the highest mean that bears it out",
         .is_required = true},
        {.key = "future",
         .shape = whole_shape(0, 99999, ""),
         .meaning = "one future alone, counted from 0 as `--only-future` does; left out: the mean of all"},
        {.key = "months",
         .shape = list_shape(2, 2, whole_shape(1, 600, "months")),
         .meaning = "the first and the last month that count, counted from 1; left out: the whole run"},
    });
}

}  // namespace

Shape lesson_shape() {
    const Lesson normal;
    return group_shape({
        {.key = "title",
         .shape = text_shape(1, 80),
         .meaning = "what the lesson is called",
         .is_required = true},
        {.key = "level",
         .shape = whole_shape(1, 3, ""),
         .meaning = "1: for everybody, 2: after the first lessons, 3: for those who plan services",
         .normal = number_text(normal.level)},
        {.key = "minutes",
         .shape = whole_shape(5, 120, "minutes"),
         .meaning = "how long it takes with a group",
         .normal = number_text(normal.minutes)},
        {.key = "opens_in",
         .shape = word_shape({std::begin(lesson_views), std::end(lesson_views)}),
         .meaning = "the view of the workshop page in which it opens",
         .normal = normal.opens_in},
        {.key = "look_at",
         .shape = list_shape(1, 10, text_shape(1, 100)),
         .meaning = "the measures to look at, by their names; no histograms"},
        {.key = "expect",
         .shape = list_shape(1, 10, expectation_shape()),
         .meaning =
             "what the answer is expected to show, each with the numbers between which it is borne out",
         .is_required = true},
    });
}

std::optional<Lesson> read_lesson(const json& lesson, const Scenario& scenario, Findings& findings) {
    if (!lesson.is_object()) return std::nullopt;
    Lesson read;
    read.title = text_or(member_of(lesson, "title"), "");
    read.level = whole_or(member_of(lesson, "level"), read.level);
    read.minutes = whole_or(member_of(lesson, "minutes"), read.minutes);
    read.opens_in = text_or(member_of(lesson, "opens_in"), read.opens_in);
    const json& look_at = member_of(lesson, "look_at");
    for (std::size_t place = 0; look_at.is_array() && place < look_at.size(); ++place) {
        const ValuePath path = step_into("/lesson/look_at", place);
        if (const MeasureRow* const row = measure_named(look_at[place], path, findings))
            read.look_at.push_back(row->measure);
    }
    const json& expect = member_of(lesson, "expect");
    for (std::size_t place = 0; expect.is_array() && place < expect.size(); ++place) {
        const ValuePath path = step_into("/lesson/expect", place);
        read.expectations.push_back(read_expectation(expect[place], path, scenario, findings));
    }
    return read;
}

}  // namespace headroom
