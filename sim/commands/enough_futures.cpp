#include "sim/commands/enough_futures.hpp"

#include <array>
#include <limits>

#include "analysis/statistics/headlines.hpp"
#include "analysis/statistics/number_words.hpp"

namespace headroom {

namespace {

constexpr std::array watched_measures{Measure::unmet_per_100, Measure::children_unallocated, Measure::cost};

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

// Of one policy alone the measure itself is watched, otherwise every difference from the first.
std::vector<Watched> watched_in(std::span<const Replication> lived) {
    std::vector<Watched> all;
    const std::size_t alternatives = lived.front().series.size();
    for (const Measure measure : watched_measures) {
        const std::vector<double> first = values_of(lived, 0, measure);
        const Headline row = headline_of(measure).beside(mean_of(known_of(first)));
        if (alternatives == 1) all.push_back({std::string(row.label), first, row.smallest});
        for (std::size_t i = 1; i < alternatives; ++i) {
            std::vector<double> values = values_of(lived, i, measure);
            for (std::size_t future = 0; future < values.size(); ++future) values[future] -= first[future];
            all.push_back({std::string(row.label), std::move(values), row.smallest,
                           static_cast<int>(alternatives) - 1});
        }
    }
    return all;
}

// "4 of 9 differences" that are not as precise as was asked.
std::string imprecise_ones(std::span<const Watched> all, const Precision& precision) {
    std::size_t number = 0;
    for (const Watched& watched : all) number += !reach_of(watched, precision).is_enough();
    return std::to_string(number) + " of " + std::to_string(all.size());
}

}  // namespace

Precision precision_of(std::optional<double> asked) {
    Precision precision;
    if (asked) precision.smallest_differences = *asked;
    return precision;
}

int futures_wanted(std::span<const Replication> lived, const Precision& precision) {
    if (lived.empty()) return precision.first;
    return futures_wanted(watched_in(lived), static_cast<int>(lived.size()), precision);
}

std::string sentence_on_futures(const Scenario& scenario, std::span<const Replication> lived,
                                const Precision& precision) {
    const std::vector<Watched> all = watched_in(lived);
    const std::string what = scenario.alternatives.size() == 1
                                 ? "need unmet, children without a worker and staff cost"
                                 : "the differences in need unmet, children without a worker and cost";
    std::string text =
        "Futures were added until the intervals of " + what + " reached no further than " +
        number_words(precision.smallest_differences, 2) +
        " of the smallest difference that matters, or a quarter of the number itself " +
        "(sequential stopping, Chow and Robbins 1965, whose intervals may hold the truth a little " +
        "less often than 95 %): ";
    const int number = static_cast<int>(lived.size());
    if (number < precision.most || imprecise_ones(all, precision).starts_with("0 "))
        return text + counted_futures(number) + " sufficed.";
    return text + "at the cap of " + counted_futures(number) + " " + imprecise_ones(all, precision) +
           " still reach further.";
}

}  // namespace headroom
