#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/frontier/frontier.hpp"
#include "analysis/words/csv.hpp"
#include "analysis/words/json.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/study_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::size_t most_shown = 24;
constexpr std::size_t widest_name = 34;

// Those that stand out first; among equals, in the study's order.
std::vector<std::size_t> in_order(const Frontier& frontier) {
    std::vector<std::size_t> order(frontier.policies.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return frontier.policies[a].share_of_resamples > frontier.policies[b].share_of_resamples;
    });
    return order;
}

std::string measure_name(const MeasureRow& row) {
    std::string words(row.name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string listed_measures(const Frontier& frontier) {
    std::vector<std::string> names;
    for (const FrontierMeasure& measure : frontier.measures) names.push_back(measure_name(measure.row));
    return listed(names);
}

std::string verdict_words(const Frontier& frontier, const PolicyStanding& policy) {
    if (policy.standing() != Standing::bettered || !policy.bettered_by)
        return std::string(words_of(policy.standing()));
    return "bettered, most often by " + shortened(frontier.policies[*policy.bettered_by].name, widest_name);
}

std::string standing_table(const Frontier& frontier, const std::vector<std::size_t>& order,
                           std::size_t width) {
    TextTable table({"", "in resamples", "in worlds", ""}, 12);
    for (const std::size_t place : order) {
        const PolicyStanding& policy = frontier.policies[place];
        table.add_row({shortened(policy.name, widest_name), percent_words(policy.share_of_resamples),
                       percent_words(policy.share_of_worlds), verdict_words(frontier, policy)});
    }
    return "How often no other policy betters it\n" + table.text(width);
}

// Pounds are shown by the million.
double scale_of(const MeasureRow& row) {
    return row.unit == "pounds" ? 1e-6 : 1;
}

std::string unit_words(const MeasureRow& row) {
    return row.unit == "pounds" ? "\u00a3 million" : std::string(row.unit);
}

std::string means_table(const Frontier& frontier, const std::vector<std::size_t>& order, std::size_t width) {
    std::vector<std::string> headers{""};
    std::vector<int> decimals;
    for (std::size_t i = 0; i < frontier.measures.size(); ++i) {
        const MeasureRow& row = frontier.measures[i].row;
        headers.push_back(measure_name(row) + ", " + unit_words(row) +
                          (row.better == Better::lower ? " (lower is better)" : " (higher is better)"));
        double largest = 0;
        for (const PolicyStanding& policy : frontier.policies)
            largest = std::max(largest, std::abs(policy.means[i].value) * scale_of(row));
        decimals.push_back(decimals_for(largest));
    }
    TextTable table(std::move(headers), 24);
    for (const std::size_t place : order) {
        const PolicyStanding& policy = frontier.policies[place];
        std::vector<std::string> cells{shortened(policy.name, widest_name)};
        for (std::size_t i = 0; i < policy.means.size(); ++i) {
            const double scale = scale_of(frontier.measures[i].row);
            const Interval& within = policy.means[i].within;
            cells.push_back(with_interval(policy.means[i].value * scale,
                                          {within.low * scale, within.high * scale}, decimals[i]));
        }
        table.add_row(std::move(cells));
    }
    return "Mean over worlds and futures\n" + table.text(width);
}

// "0.5 (unmet per 100), 5 (children unallocated)".
std::string smallest_words(const Frontier& frontier) {
    std::vector<std::string> all;
    for (const FrontierMeasure& measure : frontier.measures)
        all.push_back(
            (measure.smallest < 1000 ? plain_words(measure.smallest) : number_words(measure.smallest, 0)) +
            " (" + measure_name(measure.row) + ")");
    return listed(all);
}

// How far the luck that all worlds share stands in the means.
std::string note_on_luck(int replications) {
    constexpr int few = 10;
    const std::string compared = " Policies are compared on the same luck.";
    if (replications < fewest_futures)
        return "Means have no interval: fewer than " + std::to_string(fewest_futures) +
               " futures cannot tell how far the luck that all worlds share moves them." + compared;
    if (replications < few)
        return "With " + std::to_string(replications) +
               " futures the luck that all worlds share makes intervals of means wide." + compared;
    return "";
}

std::vector<std::string> notes_of(const StudyDesign& design, const Frontier& frontier) {
    std::vector<std::string> notes = {
        "One policy betters another when it is worse on none of these measures and better on one, by more "
        "than "
        "anybody would act on: " +
            smallest_words(frontier) +
            ". Called \"stands out\" when no other betters it in at least 95 % of resamples, \"bettered\" "
            "when "
            "in at most 5 %.",
        "In worlds: by the means of each world's futures, which hold chance; whether a policy holds its "
        "place "
        "whatever the world is like."};
    if (frontier.groups < 2 && frontier.replications < 2)
        notes.push_back("With one world and one future nothing can be said about how sure this is.");
    else
        notes.push_back(number_words(frontier.resamples, 0) + " resamples of " +
                        (frontier.groups > 1 ? "worlds" : "") +
                        (frontier.groups > 1 && frontier.replications > 1 ? " and " : "") +
                        (frontier.replications > 1 ? "futures" : "") +
                        " (Owen 2007), the same for every policy. Intervals of means: 95 %, each by itself, "
                        "Student's.");
    notes.push_back(note_on_luck(frontier.replications));
    if (design.kind == "one_at_a_time" || design.kind == "morris" || design.kind == "file")
        notes.push_back("A mean over the worlds of " + design_words(design) +
                        " is a mean over the points that it happens to look at.");
    if (frontier.dropped > 0)
        notes.push_back(counted_futures(frontier.dropped) +
                        " left out for all policies, because one of them has no value there (failed, or "
                        "nothing to measure).");
    return notes;
}

std::string json_of(const PolicyStanding& policy, const Frontier& frontier) {
    Joined means('{');
    for (std::size_t i = 0; i < policy.means.size(); ++i)
        means.add(frontier.measures[i].row.name, Joined('{')
                                                     .add("mean", policy.means[i].value)
                                                     .add("interval_95", json_of(policy.means[i].within))
                                                     .closed());
    const std::string by =
        policy.bettered_by ? json_quoted(frontier.policies[*policy.bettered_by].name) : "null";
    return "\n" + Joined('{')
                      .add("name", json_quoted(policy.name))
                      .add("standing", json_quoted(words_of(policy.standing())))
                      .add("share_of_resamples_unbettered", policy.share_of_resamples)
                      .add("share_of_worlds_unbettered", policy.share_of_worlds)
                      .add("bettered_on_the_means", policy.is_bettered ? "true" : "false")
                      .add("bettered_most_often_by", by)
                      .add("means", means.closed())
                      .closed();
}

}  // namespace

std::string frontier_text(const std::vector<StudyTable>& tables, const Frontier& frontier,
                          std::size_t width) {
    std::vector<std::size_t> order = in_order(frontier);
    const std::size_t all = order.size();
    order.resize(std::min(all, most_shown));
    std::string text = paragraph("Which policies stand out on " + listed_measures(frontier), width) + "\n" +
                       standing_table(frontier, order, width) + "\n" + means_table(frontier, order, width);
    if (all > most_shown) text += std::to_string(all - most_shown) + " more policies: --csv or --json\n";
    text += "\n";
    for (const std::string& note : notes_of(tables.front().origin.design, frontier))
        text += note.empty() ? "" : paragraph("- " + note, width, 2);
    return text + paragraph(study_origin_words(tables.front().origin), width);
}

std::string frontier_json(const std::vector<StudyTable>& tables, const Frontier& frontier) {
    Joined measures('['), policies('[');
    for (const auto& [row, smallest] : frontier.measures)
        measures.add(Joined('{')
                         .add("name", json_quoted(row.name))
                         .add("unit", json_quoted(row.unit))
                         .add("better", row.better == Better::lower ? "\"lower\"" : "\"higher\"")
                         .add("smallest_difference", smallest)
                         .closed());
    for (const PolicyStanding& policy : frontier.policies) policies.add(json_of(policy, frontier));
    return Joined('{')
               .add("measures", measures.closed())
               .add("worlds", frontier.worlds)
               .add("futures_counted", frontier.futures)
               .add("futures_left_out", frontier.dropped)
               .add("resamples", frontier.resamples)
               .add("seed", std::to_string(tables.front().origin.seed))
               .add("headroom_version", json_quoted(tables.front().origin.headroom_version))
               .add("policies", policies.closed())
               .closed() +
           "\n";
}

std::string frontier_csv(const std::vector<StudyTable>& tables, const Frontier& frontier) {
    Csv csv({"policy", "measure", "unit", "mean", "low_95", "high_95", "standing", "share_of_resamples",
             "share_of_worlds", "bettered_most_often_by"});
    for (const PolicyStanding& policy : frontier.policies) {
        for (std::size_t i = 0; i < tables.size(); ++i) {
            const PolicyMean& mean = policy.means[i];
            csv.cell(policy.name).cell(tables[i].measure).cell(tables[i].unit).cell(mean.value);
            csv.cell(mean.within.low).cell(mean.within.high).cell(words_of(policy.standing()));
            csv.cell(policy.share_of_resamples).cell(policy.share_of_worlds);
            csv.cell(policy.bettered_by ? frontier.policies[*policy.bettered_by].name : "").end_line();
        }
    }
    return csv.text();
}

}  // namespace headroom
