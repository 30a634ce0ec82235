#include "analysis/statistics/sentences.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/statistics/number_words.hpp"

namespace headroom {

namespace {

// Finds the numbers a sentence needs, in the words of their rows.
class Words {
public:
    Words(const Comparison& comparison, std::size_t alternative)
        : comparison_(comparison), alternative_(alternative) {}

    std::string mean(Measure measure) const { return mean_of(alternative_, measure); }
    std::string first(Measure measure) const { return mean_of(0, measure); }
    const PairedDifference& difference(Measure measure) const {
        return comparison_.differences[alternative_ - 1].measures[comparison_.row_of_measure(measure)];
    }

    // "rises by 2.0", "falls by 5.1", "does not change", "cannot be told from this many runs".
    std::string change(Measure measure) const {
        const PairedDifference& found = difference(measure);
        if (found.verdict == Verdict::no_difference) return "does not change";
        if (found.verdict == Verdict::cannot_tell) return "cannot be told from this many runs";
        const Headline& row = comparison_.rows[comparison_.row_of_measure(measure)];
        return (found.mean > 0 ? "rises by " : "falls by ") +
               number_words(std::abs(found.mean) * row.scale, row.decimals);
    }

private:
    std::string mean_of(std::size_t alternative, Measure measure) const {
        const std::size_t row = comparison_.row_of_measure(measure);
        const Headline& headline = comparison_.rows[row];
        return number_words(comparison_.alternatives[alternative].measures[row].mean * headline.scale,
                            headline.decimals);
    }

    const Comparison& comparison_;
    std::size_t alternative_;
};

std::string first_sentence(const Words& words, int months) {
    return "of every 100 planned hours " + words.mean(Measure::unmet_per_100) +
           " are not delivered when due: " + words.mean(Measure::unmet_per_100_waiting) +
           " because children wait for a worker, " + words.mean(Measure::unmet_per_100_stretched) +
           " because their worker is stretched too thin, " + words.mean(Measure::unmet_per_100_turned_away) +
           " because they were turned away. On a typical day " + words.mean(Measure::children_unallocated) +
           " children have no worker. Staff cost \u00a3" + words.mean(Measure::cost) + " million over " +
           std::to_string(months) + " months.";
}

std::string counted_futures(int futures) {
    return futures == 1 ? "1 future" : number_words(futures, 0) + " futures";
}

std::string opening(const PairedDifference& unmet, const std::string& first_name) {
    switch (unmet.verdict) {
        case Verdict::better: return "leaves less need unmet than \u201c" + first_name + "\u201d";
        case Verdict::worse: return "leaves more need unmet than \u201c" + first_name + "\u201d";
        case Verdict::no_difference: return "leaves as much need unmet as \u201c" + first_name + "\u201d";
        case Verdict::cannot_tell:
        case Verdict::lower:
        case Verdict::higher: break;
    }
    return "cannot be told from \u201c" + first_name + "\u201d on unmet need with this many runs";
}

std::string later_sentence(const std::string& first_name, const Words& words) {
    const PairedDifference& unmet = words.difference(Measure::unmet_per_100);
    std::string text = opening(unmet, first_name) + ", " + words.mean(Measure::unmet_per_100) +
                       " hours of every 100 planned against " + words.first(Measure::unmet_per_100);
    if (unmet.verdict == Verdict::better || unmet.verdict == Verdict::worse)
        text += " (better in " + percent_words(unmet.share_better) + " of futures)";
    return text + ". The part for children waiting " + words.change(Measure::unmet_per_100_waiting) +
           ", for stretched workers " + words.change(Measure::unmet_per_100_stretched) +
           ", for children turned away " + words.change(Measure::unmet_per_100_turned_away) +
           ". On a typical day " + words.mean(Measure::children_unallocated) +
           " children have no worker, against " + words.first(Measure::children_unallocated) +
           ". Staff cost \u00a3" + words.mean(Measure::cost) + " million, against " +
           words.first(Measure::cost) + ".";
}

// "0.1 (turned away, mean caseload); 1 (without a worker, mean)".
std::string smallest_differences(const Comparison& comparison) {
    std::vector<std::pair<std::string, std::string>> labels_by_size;
    for (const Headline& row : comparison.rows) {
        const double size = row.smallest * row.scale;
        const std::string words = number_words(size, size >= 1 ? 0 : size >= 0.1 ? 1 : 2);
        const auto same = std::find_if(labels_by_size.begin(), labels_by_size.end(),
                                       [&words](const auto& known) { return known.first == words; });
        if (same == labels_by_size.end())
            labels_by_size.emplace_back(words, row.label);
        else
            same->second.append("; ").append(row.label);
    }
    std::string text;
    for (const auto& [size, labels] : labels_by_size)
        text += (text.empty() ? "" : ", ") + size + " (" + labels + ")";
    return text;
}

}  // namespace

std::vector<Sentence> sentences_of(const StudyResults& results, const Comparison& comparison) {
    std::vector<Sentence> sentences;
    for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
        const std::string& name = comparison.alternatives[i].name;
        const Words words(comparison, i);
        if (comparison.alternatives[i].failed >= results.replications)
            sentences.push_back({name, "every future failed, so there is no answer."});
        else if (i == 0)
            sentences.push_back({name, first_sentence(words, results.months)});
        else
            sentences.push_back({name, later_sentence(comparison.alternatives[0].name, words)});
    }
    return sentences;
}

std::vector<std::string> reading_notes(const StudyResults& results, const Comparison& comparison) {
    std::vector<std::string> notes{
        "Each number is the mean over futures; in brackets the range in which the middle 80 % of them lie. "
        "That is "
        "chance alone: how many hours a case takes is not known to a third, which moves every level here "
        "much "
        "further, and the order of the alternatives less.",
        "In the last month what is due is hardly late yet, so that less counts as unmet than in the months "
        "before.",
        "Future by future, every alternative meets the same families and the same people, so that a "
        "difference "
        "is the policy's and not luck's.",
        "The interval of a difference holds its mean with 95 % confidence. With so many differences side by "
        "side, "
        "about one in twenty would stand out by chance alone.",
        "A difference is called none, however sure it is, unless it can be larger than " +
            smallest_differences(comparison) + ". These smallest differences are a judgement."};
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

std::vector<std::string> honest_limits() {
    return {
        "The ranges show chance alone: what varies between futures under the same settings. How far the "
        "settings "
        "themselves are uncertain is not in them.",
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

std::string origin_of(const StudyResults& results, std::string_view date) {
    std::string text = (results.authority == "typical" ? "Typical authority" : results.authority) + ", " +
                       std::to_string(results.months) + " months from " + date_words(results.start) + ", " +
                       counted_futures(results.replications) + ", seed " + std::to_string(results.seed) +
                       "; Headroom " + results.headroom_version + " (" + results.git_commit.substr(0, 10) +
                       ")";
    return date.empty() ? text : text + ", " + std::string(date);
}

}  // namespace headroom
