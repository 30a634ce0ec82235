#include <cmath>

#include "analysis/statistics/comparison.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/measured_expectation.hpp"
#include "analysis/words/expectation_words.hpp"
#include "analysis/words/json.hpp"
#include "analysis/words/number_words.hpp"
#include "apps/page/simulator/told.hpp"

namespace headroom {

namespace {

std::string json_of(const MeasureRow& row) {
    return Joined('{')
        .add("key", json_quoted(row.name))
        .add("unit", json_quoted(row.unit))
        .add("definition", json_quoted(row.definition))
        .closed();
}

// A measure to look at, and its mean over the futures so far of each alternative, in words.
std::string json_of(Measure measure, const StudyResults* results) {
    Joined means('[');
    for (int point = 0; results != nullptr && point < results->points(); ++point) {
        const double mean = mean_of(known_of(values_over_run(*results, point, measure)));
        const int decimals = std::abs(mean) >= 100 ? 0 : std::abs(mean) >= 10 ? 1 : 2;
        means.add(Joined('{')
                      .add("alternative", json_quoted(results->point_names[static_cast<std::size_t>(point)]))
                      .add("words", json_quoted(number_words(mean, decimals)))
                      .closed());
    }
    const MeasureRow& row = row_of(measure);
    return Joined('{')
        .add("key", json_quoted(row.name))
        .add("unit", json_quoted(row.unit))
        .add("definition", json_quoted(row.definition))
        .add("means", means.closed())
        .closed();
}

std::string json_of(BornOut born_out) {
    switch (born_out) {
        case BornOut::yes: return "\"yes\"";
        case BornOut::not_yet_known: return "\"not_yet_known\"";
        case BornOut::no: return "\"no\"";
    }
    return "null";
}

std::string json_of(const Expectation& expected, const std::optional<MeasuredExpectation>& found) {
    if (!found) return "null";
    return Joined('{')
        .add("futures", found->futures)
        .add("mean", found->mean)
        .add("low", found->mean_within.low)
        .add("high", found->mean_within.high)
        .add("born_out", json_of(found->born_out))
        .add("words", json_quoted(words_of(expected, *found)))
        .closed();
}

}  // namespace

std::string lesson_told(const Workshop& workshop) {
    const std::optional<Lesson>& lesson = workshop.scenario().lesson;
    if (!lesson) return "null";
    std::optional<StudyResults> results;
    if (workshop.futures() > 0) results = workshop.results();
    Joined look_at('['), expect('[');
    for (const Measure measure : lesson->look_at)
        look_at.add(json_of(measure, results ? &*results : nullptr));
    for (const Expectation& expected : lesson->expectations) {
        const auto found = results ? measured(*results, expected) : std::nullopt;
        expect.add(Joined('{')
                       .add("claim", json_quoted(expected.claim))
                       .add("measure", json_of(row_of(expected.measure)))
                       .add("alternative", json_quoted(expected.alternative))
                       .add("less", json_quoted(expected.less))
                       .add("from", expected.from)
                       .add("to", expected.to)
                       .add("future", expected.future ? json_number(*expected.future) : "null")
                       .add("measured", json_of(expected, found))
                       .closed());
    }
    return Joined('{')
        .add("title", json_quoted(lesson->title))
        .add("level", lesson->level)
        .add("minutes", lesson->minutes)
        .add("opens_in", json_quoted(lesson->opens_in))
        .add("look_at", look_at.closed())
        .add("expect", expect.closed())
        .closed();
}

}  // namespace headroom
