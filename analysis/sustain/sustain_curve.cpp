#include "analysis/sustain/sustain_curve.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/sustain/sustain_words.hpp"
#include "analysis/words/json.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

constexpr std::array<std::string_view, curve_measures.size()> curve_headers = {
    "mean caseload", "visits on time, %", "assessed in 45 days, %", "need unmet, of 100 hours",
    "strain",        "turnover, % a year"};
constexpr std::array<int, curve_measures.size()> curve_decimals = {1, 1, 1, 1, 2, 1};

std::string json_number(double value) {
    return std::isfinite(value) ? number_text(value) : "null";
}

// Points share the futures that the smallest of them has.
std::size_t shared_futures(const std::vector<FuturesAt>& curve) {
    std::size_t shared = std::numeric_limits<std::size_t>::max();
    for (const FuturesAt& at : curve) shared = std::min(shared, at.futures.size());
    return shared;
}

// "35 more posts", with a word where we stand and where the search ended.
std::string row_words(const SustainQuestion& question, const SustainAnswer& answer, const FuturesAt& at) {
    const std::string posts = words_of(*question.dial, at.value);
    if (at.value == answer.beside->today.value)
        return at.value == 0 ? "as now: you are here" : posts + ": you are here";
    const bool is_found = answer.beside->found && at.value == answer.beside->found->value;
    if (!is_found) return posts;
    if (answer.finding == SustainAnswer::Finding::never) return posts + ": best tried";
    return posts + (must_change(question, answer) ? ": enough" : ": just enough");
}

std::string json_range(const OverFutures& over) {
    return "{\"mean\": " + json_number(over.mean) + ", \"low_80\": " + json_number(over.low) +
           ", \"high_80\": " + json_number(over.high) + "}";
}

std::string curve_json(const std::vector<FuturesAt>& curve) {
    const std::size_t futures = shared_futures(curve);
    std::string text;
    for (const FuturesAt& at : curve) {
        text += std::string(text.empty() ? "" : ", ") + "{\"posts\": " + number_text(at.value);
        for (std::size_t which = 0; which < curve_measures.size(); ++which)
            text += ", \"" + std::string(row_of(curve_measures[which]).name) +
                    "\": " + json_range(curve_at(at, which, futures));
        text += "}";
    }
    return "[" + text + "]";
}

}  // namespace

std::string curve_text(const SustainQuestion& question, const SustainAnswer& answer, std::size_t width) {
    if (!answer.beside || answer.beside->curve.empty()) return "";
    const std::vector<FuturesAt>& curve = answer.beside->curve;
    const std::size_t futures = shared_futures(curve);
    std::vector<std::string> headers = {"posts"};
    for (const std::string_view header : curve_headers) headers.emplace_back(header);
    TextTable table(headers, 12);
    for (const FuturesAt& at : curve) {
        std::vector<std::string> cells = {row_words(question, answer, at)};
        for (std::size_t which = 0; which < curve_measures.size(); ++which)
            cells.push_back(number_words(curve_at(at, which, futures).mean, curve_decimals[which]));
        table.add_row(std::move(cells));
    }
    return "What a caseload does here, by posts: means of the first " +
           counted_futures(static_cast<int>(futures)) + "\n" + table.text(width) + "\n";
}

std::vector<std::pair<std::string, std::string>> beside_json(const SustainQuestion& question,
                                                             const SustainAnswer& answer) {
    if (!answer.beside) return {};
    const BesideToday& beside = *answer.beside;
    std::vector<std::pair<std::string, std::string>> lines = {
        {"today", json_range(measure_at(beside.today))},
        {"today_kept_in", std::to_string(kept_in(beside.today, question.search.bound))},
        {"kept_already", is_kept_already(question, answer) ? "true" : "false"}};
    if (answer.finding == SustainAnswer::Finding::never) {
        lines.emplace_back("best_value", number_text(beside.found->value));
        lines.emplace_back("best", json_range(measure_at(*beside.found)));
        lines.emplace_back("best_kept_in", std::to_string(kept_in(*beside.found, question.search.bound)));
    }
    if (must_change(question, answer)) {
        lines.emplace_back("extra_pounds_a_year",
                           json_range(extra_cost(*beside.found, beside.today, &FutureAt::cost_a_year)));
        lines.emplace_back("extra_pounds_last_year",
                           json_range(extra_cost(*beside.found, beside.today, &FutureAt::cost_last_year)));
        const std::optional<int> month = kept_from(*beside.found, question.search.bound, share_kept);
        lines.emplace_back("kept_from_month", month ? std::to_string(*month) : "null");
        lines.emplace_back("kept_from",
                           month ? json_quoted(month_words(question.scenario->start, *month)) : "null");
        lines.emplace_back("caseload_mean",
                           json_range(curve_at(*beside.found, 0, beside.found->futures.size())));
    }
    if (!beside.curve.empty()) lines.emplace_back("curve", curve_json(beside.curve));
    return lines;
}

}  // namespace headroom
