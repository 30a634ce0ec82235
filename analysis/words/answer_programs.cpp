#include <cmath>
#include <initializer_list>
#include <optional>

#include "analysis/words/answer.hpp"
#include "analysis/words/assumption_text.hpp"
#include "analysis/words/csv.hpp"
#include "analysis/words/json.hpp"
#include "analysis/words/reading_notes.hpp"
#include "analysis/words/sentences.hpp"
#include "analysis/words/this_is_us.hpp"
#include "sim/engine/first_month.hpp"

namespace headroom {

namespace {

// Beside what is printed: 95 % intervals of the mean, the median and both ends of the 80 % range.
std::string json_of(const OverFutures& measure) {
    return Joined('{')
        .add("mean", measure.mean)
        .add("low", measure.low)
        .add("high", measure.high)
        .add("futures", measure.futures)
        .add("median", measure.median)
        .add("mean_interval", json_of(measure.mean_within))
        .add("median_interval", json_of(measure.median_within))
        .add("tenth_interval", json_of(measure.tenth_within))
        .add("ninetieth_interval", json_of(measure.ninetieth_within))
        .closed();
}

// "low" and "high" are the 95 % interval of this difference alone; verdicts go by the joint one.

std::string json_of(const PairedDifference& difference) {
    return Joined('{')
        .add("mean", difference.mean)
        .add("low", difference.low)
        .add("high", difference.high)
        .add("joint_interval", json_of(difference.joint))
        .add("share_better", difference.share_better)
        .add("share_better_interval", json_of(difference.share_within))
        .add("futures", difference.futures)
        .add("verdict", json_quoted(words_of(difference.verdict)))
        .add("pairing_times_as_many_futures", difference.times_as_many)
        .add("futures_to_tell", difference.futures_to_tell)
        .closed();
}

template <class Summary>
std::string json_of_measures(const Comparison& comparison, const Summary& summary) {
    Joined measures('{');
    for (std::size_t i = 0; i < comparison.rows.size(); ++i)
        measures.add(row_of(comparison.rows[i].measure).name, json_of(summary.measures[i]));
    return measures.closed();
}

std::string json_of_rows(const Comparison& comparison) {
    Joined rows('[');
    for (const Headline& row : comparison.rows) {
        const MeasureRow& measure = row_of(row.measure);
        rows.add(Joined('{')
                     .add("name", json_quoted(measure.name))
                     .add("unit", json_quoted(measure.unit))
                     .add("definition", json_quoted(measure.definition))
                     .add("smallest_difference", row.smallest)
                     .closed());
    }
    return rows.closed();
}

std::string json_of_alternatives(const StudyResults& results, const Comparison& comparison) {
    const std::vector<Sentence> sentences = sentences_of(results, comparison);
    Joined alternatives('[');
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const AlternativeSummary& alternative = comparison.alternatives[i];
        alternatives.add("\n" + Joined('{')
                                    .add("name", json_quoted(alternative.name))
                                    .add("sentence", json_quoted(sentences[i].text))
                                    .add("failed_futures", alternative.failed)
                                    .add("measures", json_of_measures(comparison, alternative))
                                    .closed());
    }
    return alternatives.closed();
}

std::string json_of_differences(const Comparison& comparison) {
    Joined differences('[');
    for (const DifferenceSummary& difference : comparison.differences)
        differences.add("\n" + Joined('{')
                                   .add("name", json_quoted(difference.name))
                                   .add("compared_with", json_quoted(comparison.alternatives[0].name))
                                   .add("measures", json_of_measures(comparison, difference))
                                   .closed());
    return differences.closed();
}

// Least need unmet, and which alternatives cannot be told from it; null where nothing is ranked.
std::string json_of_ranking(const StudyResults& results) {
    const std::optional<Screening> found = ranking_of(results);
    if (!found) return "null";
    std::vector<std::string> close;
    for (const std::size_t i : found->close) close.push_back(results.point_names[i]);
    return Joined('{')
        .add("measure", json_quoted(row_of(Measure::unmet_per_100).name))
        .add("least", json_quoted(results.point_names[found->leading]))
        .add("not_told_from_it", json_of_texts(close))
        .add("sentence", json_quoted(ranking_sentence(results)))
        .closed();
}

std::string json_of(const Estimate& estimate) {
    return Joined('{').add("mean", estimate.mean).add("half_width", estimate.half_width).closed();
}

std::string json_of(const AssumptionEnd& end) {
    Joined differences('[');
    for (const Estimate& difference : end.differences) differences.add(json_of(difference));
    return Joined('{')
        .add("value", end.value)
        .add("first", json_of(end.first))
        .add("differences", differences.closed())
        .closed();
}

// What the answer rests on; an empty list where nothing is told apart from chance.
std::string json_of_assumptions(const StudyResults& results) {
    Joined all('[');
    for (const AssumptionEffect& effect : assumptions_that_matter(results))
        all.add("\n" + Joined('{')
                           .add("key", json_quoted(effect.key))
                           .add("name", json_quoted(effect.name))
                           .add("used", effect.used)
                           .add("futures", effect.futures)
                           .add("share_of_spread", effect.share)
                           .add("low", json_of(effect.low))
                           .add("high", json_of(effect.high))
                           .closed());
    return all.closed();
}

// Published beside fitted, every figure; an empty list where nothing was fitted.
std::string json_of_us(const StudyResults& results) {
    Joined all('[');
    for (const FitFigure& figure : results.fit_figures)
        all.add("\n" + Joined('{')
                           .add("figure", json_quoted(figure.name))
                           .add("published", figure.published)
                           .add("year", figure.year)
                           .add("whose", json_quoted(figure.whose))
                           .add("what_lasts", figure.held_to)
                           .add("model", figure.mean)
                           .add("low", figure.low)
                           .add("high", figure.high)
                           .add("mark", json_quoted(mark_of(nearness_of(figure.tolerances_off))))
                           .closed());
    return all.closed();
}

std::string csv_text(std::string_view text) {
    std::string all = "\"";
    for (const char letter : no_formula(text)) all += letter == '"' ? "\"\"" : std::string(1, letter);
    return all += '"';
}

std::string csv_numbers(std::initializer_list<double> values) {
    std::string text;
    for (const double& value : values)
        text += (&value == values.begin() ? "" : ",") + (std::isfinite(value) ? json_number(value) : "");
    return text;
}

// The share is of the calendar month's working days: below 1 where the run starts within a month.
std::string json_of_first_month(Date start) {
    return Joined('{')
        .add("from", json_quoted(start.to_iso()))
        .add("to", json_quoted(end_of_month(start, 0).to_iso()))
        .add("share_of_month", first_month_of(start).part())
        .closed();
}

}  // namespace

std::string answer_json(const StudyResults& results, std::string_view date) {
    const Comparison comparison = compare(results);
    return Joined('{')
               .add("question", json_quoted(results.question))
               .add("authority", json_quoted(results.authority))
               .add("start", json_quoted(results.start.to_iso()))
               .add("months", results.months)
               .add("first_month", json_of_first_month(results.start))
               .add("left_out_months", results.left_out_months)
               .add("futures", results.replications)
               .add("seed", std::to_string(results.seed))
               .add("headroom_version", json_quoted(results.headroom_version))
               .add("git_commit", json_quoted(results.git_commit))
               .add("date", date.empty() ? "null" : json_quoted(date))
               .add("measures", json_of_rows(comparison))
               .add("alternatives", json_of_alternatives(results, comparison))
               .add("differences", json_of_differences(comparison))
               .add("ranking", json_of_ranking(results))
               .add("this_is_us", json_of_us(results))
               .add("cannot_be_fitted", json_quoted(cannot_be_fitted(results)))
               .add("contradictions", json_of_texts(results.contradictions))
               .add("rests_on", json_of_assumptions(results))
               .add("rests_on_notes",
                    json_of_texts(assumption_notes(results, assumptions_that_matter(results), comparison)))
               .add("reading_notes", json_of_texts(reading_notes(results, comparison)))
               .add("assumptions", json_of_texts(assumptions_of(results)))
               .closed() +
           "\n";
}

std::string answer_csv(const StudyResults& results) {
    const Comparison comparison = compare(results);
    std::string text =
        "alternative,measure,unit,futures,mean,range_80_low,range_80_high,difference,interval_95_low,"
        "interval_95_high,share_better,verdict,median,mean_95_low,mean_95_high,median_95_low,median_95_high,"
        "joint_95_low,joint_95_high,share_better_95_low,share_better_95_high,"
        "pairing_times_as_many_futures,futures_to_tell\n";
    for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
        for (std::size_t row = 0; row < comparison.rows.size(); ++row) {
            const MeasureRow& measure = row_of(comparison.rows[row].measure);
            const OverFutures& found = comparison.alternatives[i].measures[row];
            const PairedDifference* const less =
                i == 0 ? nullptr : &comparison.differences[i - 1].measures[row];
            text += csv_text(comparison.alternatives[i].name) + "," + std::string(measure.name) + "," +
                    csv_text(measure.unit) + "," + std::to_string(found.futures) + "," +
                    csv_numbers({found.mean, found.low, found.high}) + "," +
                    (less ? csv_numbers({less->mean, less->low, less->high, less->share_better}) + "," +
                                csv_text(words_of(less->verdict))
                          : ",,,,") +
                    "," +
                    csv_numbers({found.median, found.mean_within.low, found.mean_within.high,
                                 found.median_within.low, found.median_within.high}) +
                    "," +
                    (less ? csv_numbers({less->joint.low, less->joint.high, less->share_within.low,
                                         less->share_within.high, less->times_as_many, less->futures_to_tell})
                          : ",,,,,") +
                    "\n";
        }
    }
    return text;
}

}  // namespace headroom
