#include "analysis/statistics/study_worlds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/intervals.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/settings/evidence_range.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// NaN where either policy has none.
double value_of(const StudyTable& table, const LookedAt& looked_at, int world, int replication) {
    const StudyDesign& design = table.origin.design;
    const double value = table.at(design.point(world, looked_at.policy), replication, looked_at.period);
    if (!looked_at.against) return value;
    return value - table.at(design.point(world, *looked_at.against), replication, looked_at.period);
}

// What each replication adds to the means of the worlds that have it.
std::vector<double> shared_luck(const StudyTable& table, const LookedAt& looked_at,
                                const std::vector<double>& means) {
    std::vector<double> luck;
    for (int replication = 0; replication < table.origin.replications; ++replication) {
        double sum = 0;
        int worlds = 0;
        for (int world = 0; world < table.origin.design.worlds; ++world) {
            const double value = value_of(table, looked_at, world, replication);
            if (std::isnan(value)) continue;
            sum += value - means[static_cast<std::size_t>(world)];
            ++worlds;
        }
        luck.push_back(worlds == 0 ? 0 : sum / worlds);
    }
    return luck;
}

// The part of the variance between means that two-way analysis of variance leaves to chance.
double share_of_chance(const StudyTable& table, const LookedAt& looked_at, const WorldValues& found) {
    const std::vector<double> luck = shared_luck(table, looked_at, found.means);
    double squares = 0, inverse_counts = 0;
    int values = 0, worlds = 0;
    for (int world = 0; world < table.origin.design.worlds; ++world) {
        const double mean = found.means[static_cast<std::size_t>(world)];
        int counted = 0;
        for (int replication = 0; replication < table.origin.replications; ++replication) {
            const double value = value_of(table, looked_at, world, replication);
            if (std::isnan(value)) continue;
            const double rest = value - mean - luck[static_cast<std::size_t>(replication)];
            squares += rest * rest;
            ++counted;
        }
        if (counted == 0) continue;
        values += counted;
        ++worlds;
        inverse_counts += 1.0 / counted;
    }
    const int freedom = values - worlds - (table.origin.replications - 1);
    if (freedom < 1 || !(found.variance > 0)) return not_a_number;
    return std::min(1.0, squares / freedom * inverse_counts / worlds / found.variance);
}

// As the table of assumptions names it, or what it means where that is short, or its key in words.
std::string name_in_words(const FactorColumn& factor) {
    constexpr std::size_t longest = 44;
    if (const EvidenceRange* const range = find_evidence_range(factor.key)) return std::string(range->name);
    std::string words = factor.meaning.substr(0, factor.meaning.find_last_not_of(". ") + 1);
    if (!words.empty() && words.size() <= longest) {
        if (words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
        return words;
    }
    words = factor.key;
    for (const char mark : {'_', '.'}) std::replace(words.begin(), words.end(), mark, ' ');
    return words;
}

// Leaves out the words that no world has: a study may vary a choice over some of them only.
void keep_words_in_use(WorldFactor& factor) {
    std::vector<std::string> words;
    std::vector<double> places(factor.words.size(), 0);
    for (std::size_t word = 0; word < factor.words.size(); ++word) {
        const auto place = static_cast<double>(word);
        if (std::find(factor.values.begin(), factor.values.end(), place) == factor.values.end()) continue;
        places[word] = static_cast<double>(words.size());
        words.push_back(factor.words[word]);
    }
    for (double& value : factor.values) value = places[whole_part<std::size_t>(value)];
    factor.words = std::move(words);
    factor.low = 0;
    factor.high = static_cast<double>(factor.words.size()) - 1;
}

}  // namespace

std::vector<double> futures_of_world(const StudyTable& table, const LookedAt& looked_at, int world) {
    std::vector<double> values;
    for (int replication = 0; replication < table.origin.replications; ++replication) {
        const double value = value_of(table, looked_at, world, replication);
        if (!std::isnan(value)) values.push_back(value);
    }
    return values;
}

int WorldValues::worlds_with_value() const {
    return static_cast<int>(
        std::count_if(means.begin(), means.end(), [](double mean) { return !std::isnan(mean); }));
}

WorldValues world_values(const StudyTable& table, const LookedAt& looked_at) {
    WorldValues found;
    found.futures = table.origin.replications;
    for (int world = 0; world < table.origin.design.worlds; ++world) {
        const std::vector<double> values = futures_of_world(table, looked_at, world);
        found.means.push_back(mean_of(values));
        found.without_value += found.futures - static_cast<int>(values.size());
    }
    found.variance = variance_of(known_of(found.means));
    found.chance_share = share_of_chance(table, looked_at, found);
    return found;
}

std::vector<WorldFactor> world_factors(const StudyDesign& design, int policy) {
    std::vector<WorldFactor> factors;
    for (const int place : design.moved) {
        const FactorColumn& column = design.factors[static_cast<std::size_t>(place)];
        WorldFactor factor{column.key, name_in_words(column), column.unit, column.words,
                           column.low, column.high,           {}};
        for (int world = 0; world < design.worlds; ++world)
            factor.values.push_back(column.values[static_cast<std::size_t>(design.point(world, policy))]);
        if (factor.is_choice()) keep_words_in_use(factor);
        factors.push_back(std::move(factor));
    }
    return factors;
}

int worlds_of_base_row(const StudyDesign& design) {
    const int factors = static_cast<int>(design.moved.size());
    return design.second_order ? 2 * factors + 2 : factors + 2;
}

std::vector<int> groups_of_worlds(const StudyDesign& design) {
    const int together = design.kind == "saltelli" ? worlds_of_base_row(design)
                         : design.kind == "morris" ? static_cast<int>(design.moved.size()) + 1
                                                   : 1;
    std::vector<int> groups;
    for (int world = 0; world < design.worlds; ++world) groups.push_back(world / together);
    return groups;
}

}  // namespace headroom
