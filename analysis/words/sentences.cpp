#include "analysis/words/sentences.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/words/number_words.hpp"
#include "analysis/words/this_is_us.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// Stands at the end of every verdict about a place that cannot be fitted.
constexpr std::string_view rests_on_no_fit = "This rests on a model that does not fit this authority.";

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
    Verdict verdict(Measure measure) const { return difference(measure).verdict; }

    // "rises by 2.0" or "falls by 5.1".
    std::string change(Measure measure, std::string_view unit = "") const {
        const double mean = difference(measure).mean;
        const Headline& row = comparison_.rows[comparison_.row_of_measure(measure)];
        return (mean > 0 ? "rises by " : "falls by ") + std::string(unit) +
               number_words(std::abs(mean) * row.scale, row.decimals);
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

// "1 child has", "4 children have".
std::string children_have(const std::string& number) {
    return number + (number == "1" ? " child has" : " children have");
}

std::string first_sentence(const Words& words, int months) {
    return "of every 100 planned hours " + words.mean(Measure::unmet_per_100) +
           " are not delivered when due: " + words.mean(Measure::unmet_per_100_waiting) +
           " because children wait for a worker, " + words.mean(Measure::unmet_per_100_stretched) +
           " because their worker is stretched too thin, " + words.mean(Measure::unmet_per_100_turned_away) +
           " because they were turned away. On a typical day " +
           children_have(words.mean(Measure::children_unallocated)) + " no worker. Staff cost \u00a3" +
           words.mean(Measure::cost) + " million over " + std::to_string(months) +
           (months == 1 ? " month." : " months.");
}

std::string unmet_clause(const Words& words, const std::string& first_name) {
    const PairedDifference& unmet = words.difference(Measure::unmet_per_100);
    const std::string first = quoted_name(first_name), now = words.mean(Measure::unmet_per_100);
    if (unmet.verdict == Verdict::no_difference)
        return "leaves as much need unmet as " + first + ", " + now + " hours of every 100 planned.";
    const std::string numbers =
        ": " + now + " hours of every 100 planned against " + words.first(Measure::unmet_per_100);
    if (unmet.verdict == Verdict::cannot_tell)
        return "cannot be told from " + first + " on need unmet with this many runs" + numbers + ".";
    if (unmet.verdict == Verdict::slight)
        return std::string("leaves ") + (unmet.mean < 0 ? "slightly less" : "slightly more") +
               " need unmet than " + first + ", perhaps too little to matter" + numbers + ".";
    return (unmet.verdict == Verdict::better ? "leaves less need unmet than "
                                             : "leaves more need unmet than ") +
           first + numbers + " (better in " + percent_words(unmet.share_better) + " of futures).";
}

// The parts that changed, and those of which it cannot be told; nothing of those that stayed.
std::string parts_clause(const Words& words) {
    constexpr struct {
        Measure measure;
        std::string_view name;
    } parts[] = {{Measure::unmet_per_100_waiting, "the part for children waiting"},
                 {Measure::unmet_per_100_stretched, "that for stretched workers"},
                 {Measure::unmet_per_100_turned_away, "that for children turned away"}};
    std::vector<std::string> changed, unclear;
    for (const auto& [measure, name] : parts) {
        const Verdict verdict = words.verdict(measure);
        if (is_told(verdict)) changed.push_back(std::string(name) + " " + words.change(measure));
        if (verdict == Verdict::cannot_tell) unclear.emplace_back(name);
    }
    if (changed.empty()) return "";
    std::string text = listed(changed);
    if (text.starts_with("that")) text.replace(0, 4, "the part");
    text[0] = 'T';
    if (!unclear.empty())
        text += "; whether " + listed(unclear) + (unclear.size() == 1 ? " changes" : " change") +
                " cannot be told";
    return " " + text + ".";
}

std::string children_clause(const Words& words) {
    const std::string now = words.mean(Measure::children_unallocated);
    const std::string first = words.first(Measure::children_unallocated);
    if (now == first) return " On a typical day " + children_have(now) + " no worker, as before.";
    std::string text = " On a typical day " + children_have(now) + " no worker, against " + first;
    if (words.verdict(Measure::children_unallocated) == Verdict::no_difference)
        text += ", a difference too small to matter";
    if (words.verdict(Measure::children_unallocated) == Verdict::slight)
        text += ", a difference perhaps too small to matter";
    return text + ".";
}

std::string cost_clause(const Words& words) {
    const std::string now = words.mean(Measure::cost), first = words.first(Measure::cost);
    const bool differ = is_told(words.verdict(Measure::cost));
    if (now == first && !differ) return " Staff cost is about the same, \u00a3" + now + " million.";
    const std::string against =
        " Staff cost is \u00a3" + now + " million, against \u00a3" + first + " million";
    switch (words.verdict(Measure::cost)) {
        case Verdict::no_difference: return against + ", too small a difference to matter.";
        case Verdict::slight: return against + ", a difference perhaps too small to matter.";
        case Verdict::cannot_tell: return against + ", too few runs to tell which is more.";
        case Verdict::better:
        case Verdict::worse:
        case Verdict::lower:
        case Verdict::higher: break;
    }
    return " Staff cost " + words.change(Measure::cost, "\u00a3") + " million to \u00a3" + now + " million.";
}

std::string later_sentence(const std::string& first_name, const Words& words) {
    return unmet_clause(words, first_name) + parts_clause(words) + children_clause(words) +
           cost_clause(words);
}

// To two digits, upwards: 1,234 is about 1,300.
double about(double number) {
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(number)) - 1));
    return std::ceil(number / unit) * unit;
}

// Few futures with much spread say little of how many it would take.
std::string would_tell(double futures) {
    constexpr double most_said = 10'000;
    const double number = about(futures);
    if (number > most_said) return "many more are needed to say how many would";
    return "about " + number_words(number, 0) + " would probably tell";
}

}  // namespace

std::vector<Sentence> sentences_of(const StudyResults& results, const Comparison& comparison) {
    std::vector<Sentence> sentences;
    const bool fits = cannot_be_fitted(results).empty();
    for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
        const std::string& name = comparison.alternatives[i].name;
        const Words words(comparison, i);
        if (comparison.alternatives[i].failed >= results.replications)
            sentences.push_back({name, "every future failed, so there is no answer."});
        else if (i == 0)
            sentences.push_back({name, first_sentence(words, results.months)});
        else
            sentences.push_back({name, later_sentence(comparison.alternatives[0].name, words) +
                                           (fits ? "" : " " + std::string(rests_on_no_fit))});
    }
    return sentences;
}

std::optional<Screening> ranking_of(const StudyResults& results) {
    if (results.point_names.size() < fewest_ranked || results.replications < fewest_futures) return {};
    if (results.events_only) return {};  // nobody chooses among events
    std::vector<std::vector<double>> unmet;
    for (int point = 0; point < results.points(); ++point)
        unmet.push_back(values_over_run(results, point, Measure::unmet_per_100));
    return screened_for_least(unmet);
}

std::string ranking_sentence(const StudyResults& results) {
    const std::optional<Screening> ranking = ranking_of(results);
    if (!ranking) return "";
    const Screening& found = *ranking;
    const std::string best = quoted_name(results.point_names[found.leading]);
    const bool fits = cannot_be_fitted(results).empty();
    const std::string model_alone = ". " + std::string(rests_on_no_fit);
    if (found.close.empty())
        return "Of all these, " + best + " leaves least need unmet, with 95 % confidence" +
               (fits ? "." : model_alone);
    std::vector<std::string> close;
    constexpr std::size_t most_named = 3;
    const std::size_t named = found.close.size() <= most_named + 1 ? found.close.size() : most_named;
    for (std::size_t i = 0; i < named; ++i) close.push_back(quoted_name(results.point_names[found.close[i]]));
    if (named < found.close.size()) close.push_back(std::to_string(found.close.size() - named) + " others");
    return "Of all these, " + best +
           " leaves least need unmet in these runs; cannot be told from it: " + listed(close) +
           (fits ? "." : model_alone);
}

std::string warning_sentence(const StudyResults& results, const Comparison& comparison) {
    constexpr int few = 20;  // below, intervals themselves are rough
    const std::string futures = counted_futures(results.replications);
    if (results.replications < fewest_futures)
        return "With " + futures + " nothing can be told of chance: run 100.";
    std::vector<std::string> unclear;
    double most = 0;
    for (const DifferenceSummary& difference : comparison.differences) {
        const PairedDifference& unmet =
            difference.measures[comparison.row_of_measure(Measure::unmet_per_100)];
        if (unmet.verdict != Verdict::cannot_tell || !std::isfinite(unmet.futures_to_tell)) continue;
        unclear.push_back(quoted_name(difference.name));
        most = std::max(most, unmet.futures_to_tell);
    }
    if (!unclear.empty())
        return "With " + futures + " the need unmet of " +
               (unclear.size() <= 2 ? listed(unclear) : std::to_string(unclear.size()) + " alternatives") +
               " cannot be told from that of " + quoted_name(comparison.alternatives[0].name) + "; " +
               would_tell(most) + ".";
    if (results.replications < few)
        return futures + " are few: take ranges and intervals as rough, or run 100.";
    return "";
}

}  // namespace headroom
