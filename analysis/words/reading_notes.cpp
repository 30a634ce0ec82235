#include "analysis/words/reading_notes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/statistics/assumptions.hpp"
#include "analysis/words/authority_words.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/sentences.hpp"
#include "analysis/words/turning_sentences.hpp"
#include "sim/engine/first_month.hpp"
#include "sim/scenario/typed_choices.hpp"

namespace headroom {

namespace {

// "0.5 (turned away; vacancies, %), 5 (without a worker, mean)".
std::string smallest_differences(const Comparison& comparison) {
    std::vector<std::pair<std::string, std::string>> labels_by_size;
    for (const Headline& row : comparison.rows) {
        const double size = row.smallest * row.scale;
        const std::string words = number_words(size, size >= 1 ? 0 : size >= 0.1 ? 1 : 2);
        const auto same = std::find_if(labels_by_size.begin(), labels_by_size.end(),
                                       [&words](const auto& known) { return known.first == words; });
        if (same == labels_by_size.end())
            labels_by_size.emplace_back(words, row.label());
        else
            same->second.append("; ").append(row.label());
    }
    std::string text;
    for (const auto& [size, labels] : labels_by_size)
        text += (text.empty() ? "" : ", ") + size + " (" + labels + ")";
    return text;
}

std::string interval_note(const Comparison& comparison) {
    const std::size_t others = comparison.differences.size();
    const std::string joint =
        others < 2 ? "holds the true difference with 95 % confidence"
                   : "is widened so that, of one measure, those of all " + std::to_string(others) +
                         " alternatives hold the true differences at once with 95 % confidence (Bonferroni)";
    return "The interval of a difference (Student's, over the pairs) " + joint +
           ", and verdicts go by it. Between the measures nothing is widened: of twenty that do not differ, "
           "one would stand out by chance.";
}

// "3.1" or "1,000 and more"; infinite where pairing left nothing to chance.
std::string times_words(double times) {
    return times >= 1000 ? "1,000 and more" : number_words(times, times < 10 ? 1 : 0);
}

std::string pairing_note(const Comparison& comparison) {
    std::vector<double> times;
    for (const DifferenceSummary& difference : comparison.differences) {
        const double each =
            difference.measures[comparison.row_of_measure(Measure::unmet_per_100)].times_as_many;
        if (!std::isnan(each)) times.push_back(each);
    }
    if (times.empty()) return "";
    const auto [least, most] = std::minmax_element(times.begin(), times.end());
    const std::string from = times_words(*least), to = times_words(*most);
    return "Future by future, every alternative meets the same families and the same people, so that a "
           "difference is the policy's and not luck's. On need unmet this pairing did the work of " +
           from + (from == to ? "" : " to " + to) + " times as many futures.";
}

std::string starting_note(int left_out_months) {
    const std::string last =
        " In the last month what is due is hardly late yet, so that less counts as unmet.";
    if (left_out_months == 0)
        return "Every run starts from today and ends with its last month: it shows the road there, not where "
               "things settle in the end." +
               last;
    return "This is where things settle: the first " + std::to_string(left_out_months) +
           " months of every run are left out, as many as still tell of today by MSER-5 (White 1997) over "
           "all "
           "alternatives together, rounded up so that whole years remain. What has one number for a whole "
           "run "
           "has none here." +
           last;
}

std::string first_month_note(const StudyResults& results) {
    const FirstMonth first = first_month_of(results.start);
    const int left = first.working_days - first.working_days_gone;
    return "The run starts within a month, so its first month is only " + month_words(results.start, 0) +
           ": " + std::to_string(left) + " of that month's " + std::to_string(first.working_days) +
           " working days. Its sums and costs are those of the part, and in a mean over months it counts for "
           "as much of a month.";
}

// How differences from the first alternative came about, and what their verdicts mean.
std::vector<std::string> difference_notes(const Comparison& comparison) {
    std::vector<std::string> notes;
    const std::string pairing = pairing_note(comparison);
    if (!pairing.empty()) notes.push_back(pairing);
    notes.push_back(interval_note(comparison));
    if (comparison.alternatives.size() <= most_told)
        notes.push_back(
            "\u201cFutures better\u201d is followed by the 95 % interval of that share (Wilson's).");
    notes.push_back(
        "A difference is called none, however sure it is, unless it can be larger than " +
        smallest_differences(comparison) +
        ". Surely a difference, and yet likelier below that size than above, is \"slight\". These "
        "smallest differences are a judgement: about one worker's pay, or a third of one "
        "worker's "
        "time or caseload. Shares of vacancies and agency workers are only called higher or lower, since "
        "new posts raise them until they are filled.");
    return notes;
}

}  // namespace

std::vector<std::string> reading_notes(const StudyResults& results, const Comparison& comparison) {
    std::vector<std::string> notes{
        std::string(
            "Each number is the mean over futures, rounded by itself, so that parts may miss their sum "
            "by 0.1; in ") +
            "brackets the range in which the middle 80 % of them lie. " +
            (results.fitted_sets > 0 ? what_ranges_hold(results)
                                     : "That is chance alone: how many hours a case takes is known only to "
                                       "about a sixth, which moves every level here much "
                                       "further and can turn the order of the alternatives."),
        starting_note(results.left_out_months),
        "Waits count every child, also those who had no worker when the run or their case ended: these with "
        "the "
        "days waited until then, so that long waits are rather longer than shown."};
    if (first_month_of(results.start).is_part()) notes.push_back(first_month_note(results));
    if (!comparison.differences.empty()) {
        for (std::string& note : difference_notes(comparison)) notes.push_back(std::move(note));
    }
    if (results.events_only)
        notes.push_back(
            "The alternatives differ by what happens, not by what is decided: none of them is a choice, so "
            "that "
            "none is named as best. Less need unmet after an event may only mean that it brings workers, or "
            "takes families away; harm to the quality of practice is not counted.");
    if (!ranking_sentence(results).empty())
        notes.push_back(
            "The best of all is found by screening (Nelson, Swann, Goldsman and Song 2001, on paired "
            "differences): the truly best is named, as the best or as one that cannot be told from it, with "
            "95 % confidence.");
    if (results.replications < fewest_futures)
        notes.push_back(
            "Fewer than three futures were run: there are no ranges, and no verdict can be given.");
    return notes;
}

std::vector<std::string> assumptions_of(const StudyResults& results) {
    std::vector<std::string> assumptions = results.notes;
    const std::size_t futures = results.point_names.size() * static_cast<std::size_t>(results.replications);
    if (!results.failures.empty())
        assumptions.push_back(
            std::to_string(results.failures.size()) + " of " + std::to_string(futures) +
            " futures failed and are left out; the first because: " + results.failures[0].reason);
    return assumptions;
}

std::vector<std::string> honest_limits(const StudyResults& results) {
    return {
        results.fitted_sets > 0
            ? "The ranges include chance and what we do not know about the authority: what its published "
              "figures leave open, and what no figure settles, as far as the evidence leaves it open. What "
              "changes from year to year in the labour market and in practice is not in them."
            : "The ranges show chance alone: what varies between futures under the same settings. How far "
              "the "
              "settings themselves are uncertain is not in them.",
        "Hours per case are the largest uncertainty: one published figure (10.5 hours for an initial "
        "assessment) "
        "and ranges of time use were found; the rest is built so that hours and caseloads agree.",
        "How strongly pressure makes workers ill or leave is uncertain, and its range includes not at all: "
        "in "
        "published data caseload and turnover hardly move together (correlation 0.03, 2017-2025).",
        "Hiring times, notice periods, salaries and the size of families are assumptions where no published "
        "figure was found.",
        "Effects seen across authorities are associations, not proof of cause.",
        "The evidence is from before or during the Families First reforms of 2025, which may change the "
        "pathway.",
        "It is a picture of how work, workers and waiting fit together, not a forecast for any child."};
}

// " with work_scale=0.7": the settings that the command changed, which no other line would show.
static std::string changed_settings(const std::string& created_by) {
    std::string text;
    for (const TypedWord& word : typed_words(created_by)) {
        if (word.option == "--set") text += (text.empty() ? ", with " : " and ") + word.value;
    }
    return text;
}

std::string origin_of(const StudyResults& results, std::string_view date) {
    std::string text = authority_heading(results.authority) + ", " +
                       length_words(results.months, results.start) + ", " +
                       counted_futures(results.replications) + ", seed " + std::to_string(results.seed) +
                       changed_settings(results.created_by) + "; Headroom " + results.headroom_version +
                       " (" + results.git_commit.substr(0, 10) + ")";
    return date.empty() ? text : text + ", " + std::string(date);
}

}  // namespace headroom
