#include "analysis/discovery/cases.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/statistics/intervals.hpp"
#include "analysis/words/number_words.hpp"
#include "sim/engine/draws.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

struct RelationWords {
    std::string_view sign, words;
    Relation relation;
};

// Longer signs first, so that ">=" is not read as ">".
constexpr RelationWords relations[] = {
    {">=", "at least", Relation::at_least},
    {"<=", "at most", Relation::at_most},
    {">", "above", Relation::above},
    {"<", "below", Relation::below},
};

// Whether a world fails, and whether chance may have decided it.
struct WorldOutcome {
    bool fails, near;
};

WorldOutcome by_mean(const std::vector<double>& futures, const FailTest& test) {
    const double mean = mean_of(futures);
    const double error = std::sqrt(variance_of(futures) / static_cast<double>(futures.size()));
    const bool fails = test.fails(mean);
    return {fails, test.fails(mean + error) != fails || test.fails(mean - error) != fails};
}

WorldOutcome by_share(const std::vector<double>& futures, const FailTest& test, double least) {
    const double count = static_cast<double>(futures.size());
    const double share = static_cast<double>(std::count_if(futures.begin(), futures.end(),
                                                           [&](double each) { return test.fails(each); })) /
                         count;
    const double error = std::sqrt(share * (1 - share) / count);
    const bool fails = share >= least;
    return {fails, (share + error >= least) != fails || (share - error >= least) != fails};
}

// Groups as they come, counted from 0.
std::vector<int> without_gaps(const std::vector<int>& groups) {
    std::vector<int> counted;
    for (std::size_t i = 0; i < groups.size(); ++i)
        counted.push_back(i == 0 ? 0 : counted.back() + (groups[i] != groups[i - 1] ? 1 : 0));
    return counted;
}

}  // namespace

bool FailTest::fails(double value) const {
    switch (relation) {
        case Relation::above: return value > limit;
        case Relation::at_least: return value >= limit;
        case Relation::below: return value < limit;
        case Relation::at_most: return value <= limit;
    }
    return false;
}

std::optional<FailTest> fail_test_of(std::string_view written) {
    for (const RelationWords& relation : relations) {
        const std::size_t at = written.find(relation.sign);
        if (at == written.npos) continue;
        const std::string_view measure = trimmed(written.substr(0, at));
        const std::string_view number = trimmed(written.substr(at + relation.sign.size()));
        FailTest test{std::string(measure), relation.relation, 0};
        const auto read = std::from_chars(number.data(), number.data() + number.size(), test.limit);
        const bool is_number = read.ec == std::errc{} && read.ptr == number.data() + number.size();
        if (measure.empty() || !is_number || !std::isfinite(test.limit)) return std::nullopt;
        return test;
    }
    return std::nullopt;
}

std::string words_of(const FailTest& test) {
    std::string words = test.measure;
    std::replace(words.begin(), words.end(), '_', ' ');
    for (const RelationWords& relation : relations) {
        if (relation.relation == test.relation) words += " " + std::string(relation.words) + " ";
    }
    return words + plain_words(test.limit);
}

double Cases::failing_share() const {
    if (size() == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(std::count(fails.begin(), fails.end(), true)) / static_cast<double>(size());
}

Cases cases_of(const StudyTable& table, const LookedAt& looked_at, const FailTest& test,
               std::optional<double> share_of_futures) {
    Cases cases{world_factors(table.origin.design, looked_at.policy), {}, {}, 0, 0};
    std::vector<bool> has_value;
    for (int world = 0; world < table.origin.design.worlds; ++world) {
        const std::vector<double> futures = futures_of_world(table, looked_at, world);
        has_value.push_back(!futures.empty());
        if (futures.empty()) {
            cases.fails.push_back(false);
            continue;
        }
        const WorldOutcome outcome =
            share_of_futures ? by_share(futures, test, *share_of_futures) : by_mean(futures, test);
        cases.fails.push_back(outcome.fails);
        cases.near += outcome.near ? 1 : 0;
    }
    cases.groups = groups_of_worlds(table.origin.design);
    const int near = cases.near;
    cases = selected(cases, has_value);
    cases.near = near;
    cases.without_value = table.origin.design.worlds - static_cast<int>(cases.size());
    return cases;
}

Cases selected(const Cases& cases, const std::vector<bool>& wanted) {
    Cases rest;
    for (const WorldFactor& factor : cases.factors) {
        rest.factors.push_back(factor);
        rest.factors.back().values.clear();
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (!wanted[i]) continue;
        for (std::size_t factor = 0; factor < cases.factors.size(); ++factor)
            rest.factors[factor].values.push_back(cases.factors[factor].values[i]);
        rest.fails.push_back(cases.fails[i]);
        rest.groups.push_back(cases.groups[i]);
    }
    rest.groups = without_gaps(rest.groups);
    return rest;
}

std::vector<int> folds_of(const Cases& cases, int folds) {
    constexpr std::uint64_t seed = 0xF01D;
    const auto groups = static_cast<std::size_t>(cases.group_count());
    KeyedGenerator generator(RandomStreams(seed, 0), 0, 0);
    std::vector<std::size_t> order(groups);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = groups; i > 1; --i)
        std::swap(order[i - 1], order[static_cast<std::size_t>(pick(generator, static_cast<int>(i)))]);
    std::vector<int> fold_of_group(groups);
    for (std::size_t i = 0; i < groups; ++i)
        fold_of_group[order[i]] = static_cast<int>(i % static_cast<std::size_t>(folds));
    std::vector<int> all;
    for (const int group : cases.groups) all.push_back(fold_of_group[static_cast<std::size_t>(group)]);
    return all;
}

double Counted::density() const {
    return cases == 0 ? std::numeric_limits<double>::quiet_NaN() : failing / static_cast<double>(cases);
}

Interval Counted::density_within() const {
    if (cases == 0) return {};
    return share_interval(whole_part<int>(std::round(density() * groups)), groups);
}

Counted counted_inside(const Cases& cases, const std::vector<bool>& inside) {
    Counted counted;
    int last = -1;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (!inside[i]) continue;
        ++counted.cases;
        counted.failing += cases.fails[i] ? 1 : 0;
        counted.groups += cases.groups[i] != last ? 1 : 0;
        last = cases.groups[i];
    }
    return counted;
}

}  // namespace headroom
