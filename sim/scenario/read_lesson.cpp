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
bool is_known(const PlacedValue& named, const Naming& naming, Findings& findings) {
    if (!named.value.is_string()) return false;
    const std::string& word = named.value.get_ref<const std::string&>();
    if (std::find(naming.words.begin(), naming.words.end(), word) != naming.words.end()) return true;
    const std::string near = did_you_mean(word, naming.words);
    findings.add(named.path, in_quotes(word) + ", " + naming.what_none_is_called,
                 near.empty() ? naming.where_they_are : "", near);
    return false;
}

// The measure of that name; nothing, with a fault, for another word.
const MeasureRow* measure_named(const PlacedValue& named, Findings& findings) {
    static const std::vector<std::string> names = measure_names();
    const Naming naming{names, "which no measure of one number is called",
                        "one of the measures that \"headroom explain\" lists, but no histogram"};
    return is_known(named, naming, findings) ? find_measure(named.value.get_ref<const std::string&>())
                                             : nullptr;
}

std::string alternative_named(const PlacedValue& named, const Scenario& scenario, Findings& findings) {
    const std::vector<std::string> names = names_of(scenario.alternatives);
    const Naming naming{names, "which no alternative is called",
                        "the name of an alternative, such as " + in_quotes(names.front())};
    return is_known(named, naming, findings) ? named.value.get<std::string>() : "";
}

void read_months(const PlacedValue& months, const Scenario& scenario, Expectation& expected,
                 Findings& findings) {
    if (months.entries() != 2) return;
    expected.first_month = whole_or(months.value[0], 1);
    expected.last_month = whole_or(months.value[1], scenario.months);
    const std::string written = number_text(expected.first_month) + " to " + number_text(expected.last_month);
    if (row_of(expected.measure).kind == MeasureKind::whole) {
        findings.add(months.path, "given for a measure of the whole run", "left out");
    } else if (expected.first_month > expected.last_month) {
        findings.add(months.path, written, "the first month before the last");
    } else if (expected.last_month > scenario.months) {
        findings.add(months.path, written,
                     "within the run, months 1 to " + number_text(scenario.months) + " (counted from 1)");
    }
}

void read_future(const PlacedValue& future, const Scenario& scenario, Expectation& expected,
                 Findings& findings) {
    if (!future.value.is_number()) return;
    expected.future = whole_or(future.value, 0);
    if (*expected.future >= scenario.replications)
        findings.add(
            future.path, number_text(*expected.future),
            "below " + number_text(scenario.replications) + ", the number of futures (counted from 0)");
}

Expectation read_expectation(const PlacedValue& written, const Scenario& scenario, Findings& findings) {
    const PlacedValue from = written.member("from"), to = written.member("to"), less = written.member("less");
    Expectation expected;
    expected.claim = text_or(member_of(written.value, "claim"), "");
    expected.alternative = alternative_named(written.member("alternative"), scenario, findings);
    expected.less = alternative_named(less, scenario, findings);
    expected.from = number_or(from.value, 0);
    expected.to = number_or(to.value, 0);
    if (expected.from > expected.to && from.value.is_number() && to.value.is_number())
        findings.add(from.path, number_text(expected.from),
                     "at most its \"to\", " + number_text(expected.to));
    if (!expected.less.empty() && expected.less == expected.alternative)
        findings.add(less.path, in_quotes(expected.less) + ", as the alternative itself",
                     "another alternative, or left out");
    read_future(written.member("future"), scenario, expected, findings);
    const MeasureRow* const row = measure_named(written.member("measure"), findings);
    if (row == nullptr) return expected;
    expected.measure = row->measure;
    read_months(written.member("months"), scenario, expected, findings);
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
    const PlacedValue written{lesson, "/lesson"};
    const PlacedValue look_at = written.member("look_at"), expect = written.member("expect");
    for (std::size_t place = 0; place < look_at.entries(); ++place) {
        if (const MeasureRow* const row = measure_named(look_at.entry(place), findings))
            read.look_at.push_back(row->measure);
    }
    for (std::size_t place = 0; place < expect.entries(); ++place)
        read.expectations.push_back(read_expectation(expect.entry(place), scenario, findings));
    return read;
}

}  // namespace headroom
