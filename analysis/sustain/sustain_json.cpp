#include <cmath>
#include <optional>
#include <utility>

#include "analysis/sustain/sustain_curve.hpp"
#include "analysis/sustain/sustain_words.hpp"
#include "analysis/words/json.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/this_is_us.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

// As its writer would have written it.
std::string plain_number(double value) {
    return std::isfinite(value) ? number_text(value) : "null";
}

// The 95 % interval of the answer, the lower value first; null for an end outside what was tried.
std::string interval_json(const SustainQuestion& question, const SustainAnswer& answer) {
    const auto end_value = [&](double distance) {
        const bool is_inside = distance >= 0 && distance < question.search.scale.last_place();
        return is_inside ? number_text(value_from_good_end(question, answer.end, distance))
                         : std::string("null");
    };
    std::string first = end_value(answer.first), last = end_value(answer.last);
    if (answer.end == GoodEnd::high) std::swap(first, last);
    return Joined('[').add(first).add(last).closed();
}

std::string kept_at_json(const SustainAnswer& answer) {
    Joined kept('[');
    for (const KeptAt& at : answer.kept_at) {
        kept.add(Joined('{')
                     .add("value", number_text(at.value))
                     .add("futures", std::to_string(at.futures))
                     .closed());
    }
    return kept.closed();
}

std::string range_json(const OverFutures& over) {
    return Joined('{')
        .add("mean", plain_number(over.mean))
        .add("low_80", plain_number(over.low))
        .add("high_80", plain_number(over.high))
        .closed();
}

std::string curve_json(const std::vector<FuturesAt>& curve) {
    const std::size_t futures = shared_futures(curve);
    Joined points('[');
    for (const FuturesAt& at : curve) {
        Joined point('{');
        point.add("posts", number_text(at.value));
        for (std::size_t which = 0; which < curve_measures.size(); ++which)
            point.add(row_of(curve_measures[which]).name, range_json(curve_at(at, which, futures)));
        points.add(point.closed());
    }
    return points.closed();
}

// What was asked.
void add_question(Joined& all, const SustainQuestion& question) {
    const Scale& scale = question.search.scale;
    const Bound& bound = question.search.bound;
    all.add("authority", json_quoted(question.scenario->authority))
        .add("contradictions", json_of_texts(question.scenario->contradictions))
        .add("cannot_be_fitted", json_quoted(cannot_be_fitted(place_of(*question.scenario))))
        .add("is_published", unpublished_words(question).empty() ? "true" : "false")
        .add("alternative", json_quoted(question.alternative->name))
        .add("measure", json_quoted(row_of(question.measure).name))
        .add("at_least", bound.least)
        .add("at_most", bound.most)
        .add("vary", json_quoted(question.dial->key))
        .add("from", number_text(scale.from))
        .add("to", number_text(scale.to))
        .add("step", number_text(scale.step))
        .add("share_of_futures", number_text(share_kept));
}

// What the search found.
void add_finding(Joined& all, const SustainQuestion& question, const SustainAnswer& answer) {
    constexpr std::string_view findings[] = {"turns", "always", "never"};
    const bool turns = answer.finding == SustainAnswer::Finding::turns;
    all.add("finding", json_quoted(findings[static_cast<std::size_t>(answer.finding)]))
        .add("good_end", json_quoted(answer.end == GoodEnd::low ? "low" : "high"))
        .add("value", turns ? number_text(answer.value) : "null")
        .add("interval_95", interval_json(question, answer))
        .add("futures", std::to_string(answer.futures))
        .add("without_value", std::to_string(answer.without_value))
        .add("failed", std::to_string(answer.failed))
        .add("not_monotone", std::to_string(answer.come_back))
        .add("kept_at", kept_at_json(answer));
}

// What it takes to keep the measure, where something must change.
void add_what_it_takes(Joined& all, const SustainQuestion& question, const BesideToday& beside) {
    const std::optional<int> month = kept_from(*beside.found, question.search.bound, share_kept);
    all.add("extra_pounds_a_year",
            range_json(extra_cost(*beside.found, beside.today, &FutureAt::cost_a_year)))
        .add("extra_pounds_last_year",
             range_json(extra_cost(*beside.found, beside.today, &FutureAt::cost_last_year)))
        .add("kept_from_month", month ? std::to_string(*month) : "null")
        .add("kept_from", month ? json_quoted(month_words(question.scenario->start, *month)) : "null")
        .add("caseload_mean", range_json(curve_at(*beside.found, 0, beside.found->futures.size())));
}

// Today's standing, pounds a year, the month, and the curve.
void add_beside(Joined& all, const SustainQuestion& question, const SustainAnswer& answer) {
    if (!answer.beside) return;
    const BesideToday& beside = *answer.beside;
    all.add("today", range_json(measure_at(beside.today)))
        .add("today_kept_in", std::to_string(kept_in(beside.today, question.search.bound)))
        .add("kept_already", is_kept_already(question, answer) ? "true" : "false");
    if (answer.finding == SustainAnswer::Finding::never) {
        all.add("best_value", number_text(beside.found->value))
            .add("best", range_json(measure_at(*beside.found)))
            .add("best_kept_in", std::to_string(kept_in(*beside.found, question.search.bound)));
    }
    if (must_change(question, answer)) add_what_it_takes(all, question, beside);
    if (!beside.curve.empty()) all.add("curve", curve_json(beside.curve));
}

}  // namespace

std::string sustain_json(const SustainQuestion& question, const SustainAnswer& answer) {
    Joined all('{', JsonLayout::a_line_each);
    add_question(all, question);
    add_finding(all, question, answer);
    add_beside(all, question, answer);
    all.add("sentence", json_quoted(conclusion(question, answer)));
    return all.closed() + "\n";
}

}  // namespace headroom
