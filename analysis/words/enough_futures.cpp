#include "analysis/words/enough_futures.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "analysis/statistics/headlines.hpp"
#include "analysis/words/number_words.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

constexpr std::array watched_measures{Measure::unmet_per_100, Measure::children_unallocated, Measure::cost};

std::string word_of(Measure measure) {
    if (measure == Measure::unmet_per_100) return "need unmet";
    return measure == Measure::cost ? "cost" : "children without a worker";
}

const Headline& headline_of(Measure measure) {
    const std::span<const Headline> all = headlines();
    for (const Headline& row : all) {
        if (row.measure == measure) return row;
    }
    return all.front();
}

std::vector<double> values_of(std::span<const Replication> lived, std::size_t alternative, Measure measure) {
    std::vector<double> values;
    for (const Replication& replication : lived) {
        values.push_back(replication.faults[alternative].empty()
                             ? replication.series[alternative].over_run(measure)
                             : std::numeric_limits<double>::quiet_NaN());
    }
    return values;
}

// The member that each future lives of a fitted place.
std::vector<int> worlds_of(std::size_t futures, const Scenario& scenario) {
    std::vector<int> worlds;
    for (std::size_t future = 0; scenario.ensemble && future < futures; ++future)
        worlds.push_back(static_cast<int>(future % scenario.ensemble->members.size()));
    return worlds;
}

// Of one policy alone the measure itself is watched, otherwise every difference from the first.
std::vector<Watched> watched_in(std::span<const Replication> lived, const Scenario& scenario) {
    std::vector<Watched> all;
    const std::size_t alternatives = lived.front().series.size();
    for (const Measure measure : watched_measures) {
        const std::vector<double> first = values_of(lived, 0, measure);
        const Headline row = headline_of(measure).beside(mean_of(known_of(first)));
        const std::string name = word_of(measure);
        const std::vector<int> worlds = worlds_of(first.size(), scenario);
        if (alternatives == 1) all.push_back({name, first, row.smallest, 1, worlds});
        for (std::size_t i = 1; i < alternatives; ++i) {
            std::vector<double> values = values_of(lived, i, measure);
            for (std::size_t future = 0; future < values.size(); ++future) values[future] -= first[future];
            all.push_back({name + " of \u201c" + scenario.alternatives[i].name + "\u201d", std::move(values),
                           row.smallest, static_cast<int>(alternatives) - 1, worlds});
        }
    }
    return all;
}

// Those that are not as precise as was asked, the least precise first.
std::vector<Watched> imprecise_of(std::vector<Watched> all, const Precision& precision) {
    const auto excess = [&precision](const Watched& watched) {
        const Reach reach = reach_of(watched, precision);
        return reach.half_width / reach.wanted;
    };
    std::erase_if(all, [&](const Watched& watched) { return reach_of(watched, precision).is_enough(); });
    std::stable_sort(all.begin(), all.end(),
                     [&](const Watched& a, const Watched& b) { return excess(a) > excess(b); });
    return all;
}

}  // namespace

Precision precision_of(std::optional<double> asked) {
    Precision precision;
    if (asked) precision.smallest_differences = *asked;
    return precision;
}

int futures_wanted(const Scenario& scenario, std::span<const Replication> lived, const Precision& precision) {
    if (lived.empty()) return precision.first;
    return futures_wanted(watched_in(lived, scenario), static_cast<int>(lived.size()), precision);
}

std::string sentence_on_futures(const Scenario& scenario, std::span<const Replication> lived,
                                const Precision& precision) {
    const std::vector<Watched> all = watched_in(lived, scenario);
    const std::string what = scenario.alternatives.size() == 1
                                 ? "need unmet, children without a worker and staff cost"
                                 : "the differences in need unmet, children without a worker and cost";
    std::string text =
        "Futures were added until the intervals of " + what + " reached no further than " +
        number_text(precision.smallest_differences) +
        " of the smallest difference that matters, or a quarter of the number itself " +
        "(sequential stopping, Chow and Robbins 1965, whose intervals may hold the truth a little " +
        "less often than 95 %): ";
    const std::string futures = counted_futures(static_cast<int>(lived.size()));
    const std::vector<Watched> imprecise = imprecise_of(all, precision);
    if (imprecise.empty()) return text + futures + " sufficed.";
    return text + "after " + futures + " " + std::to_string(imprecise.size()) + " of " +
           std::to_string(all.size()) + " still " + (imprecise.size() == 1 ? "reaches" : "reach") +
           " further, most of all " + imprecise.front().name + ".";
}

}  // namespace headroom
