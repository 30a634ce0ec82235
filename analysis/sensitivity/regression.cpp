#include "analysis/sensitivity/regression.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/sensitivity/least_squares.hpp"
#include "analysis/statistics/resampling.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint32_t for_regression = 1;

// The columns of one factor among those of all.
struct Columns {
    std::size_t first = 0, count = 1;
    bool is_choice = false;
};

// What the line is fitted to: only worlds that have a value.
struct Points {
    std::vector<std::vector<double>> columns;
    std::vector<Columns> of_factors;
    std::vector<double> y;
    std::vector<int> groups;  // from 0, without gaps
};

std::vector<double> kept(std::span<const double> values, std::span<const double> worlds) {
    std::vector<double> rest;
    for (std::size_t world = 0; world < worlds.size(); ++world) {
        if (!std::isnan(worlds[world])) rest.push_back(values[world]);
    }
    return rest;
}

std::vector<double> indicator(const std::vector<double>& places, std::size_t word) {
    std::vector<double> column;
    for (const double place : places) column.push_back(place == static_cast<double>(word) ? 1 : 0);
    return column;
}

Points points_of(std::span<const double> worlds, const std::vector<WorldFactor>& factors,
                 std::span<const int> groups) {
    Points points;
    points.y = kept(worlds, worlds);
    for (const WorldFactor& factor : factors) {
        const std::vector<double> values = kept(factor.values, worlds);
        const std::size_t count = factor.is_choice() ? factor.words.size() - 1 : 1;
        points.of_factors.push_back({points.columns.size(), count, factor.is_choice()});
        if (!factor.is_choice()) points.columns.push_back(values);
        for (std::size_t word = 1; factor.is_choice() && word <= count; ++word)
            points.columns.push_back(indicator(values, word));
    }
    int last = -1;
    for (std::size_t world = 0; world < worlds.size(); ++world) {
        if (std::isnan(worlds[world])) continue;
        const bool is_new = points.groups.empty() || groups[world] != last;
        points.groups.push_back(points.groups.empty() ? 0 : points.groups.back() + (is_new ? 1 : 0));
        last = groups[world];
    }
    return points;
}

// From 1, the mean of their places for equal values.
std::vector<double> ranks_of(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
        for (std::size_t place = first; place <= last; ++place)
            ranks[order[place]] = static_cast<double>(first + last) / 2 + 1;
        first = last + 1;
    }
    return ranks;
}

// Numbers by their ranks, choices as they are.
Points ranked(Points points) {
    points.y = ranks_of(points.y);
    for (const Columns& factor : points.of_factors) {
        if (!factor.is_choice) points.columns[factor.first] = ranks_of(points.columns[factor.first]);
    }
    return points;
}

// What the words of a choice add, world by world.
std::vector<double> added_by(const Points& points, const Columns& choice, const LinearFit& fit) {
    std::vector<double> added(points.y.size(), 0);
    for (std::size_t column = choice.first; column < choice.first + choice.count; ++column) {
        for (std::size_t world = 0; world < added.size(); ++world)
            added[world] += fit.slopes[column] * points.columns[column][world];
    }
    return added;
}

// One coefficient for every factor, and R squared last.
std::vector<double> coefficients_of(const Points& points, std::span<const int> counts) {
    const LinearFit fit = least_squares(points.columns, points.y, counts);
    const double spread = moments_of(points.y, counts).deviation;
    std::vector<double> found;
    for (const Columns& factor : points.of_factors) {
        const double moved =
            factor.is_choice
                ? moments_of(added_by(points, factor, fit), counts).deviation
                : fit.slopes[factor.first] * moments_of(points.columns[factor.first], counts).deviation;
        found.push_back(spread > 0 ? moved / spread : not_a_number);
    }
    found.push_back(fit.explained);
    return found;
}

// Enough for a percentile, and no more than some seconds' worth.
int resamples_for(const Points& points) {
    constexpr double most_work = 4e9;
    constexpr int fewest = 200;
    const double columns = static_cast<double>(points.columns.size() + 1);
    const double each = 2 * static_cast<double>(points.y.size()) * columns * columns;
    return whole_part<int>(std::clamp(most_work / each, double(fewest), double(usual_resamples)));
}

Regression regression_of(const Points& points, int resamples) {
    const std::vector<double> found = coefficients_of(points, std::vector<int>(points.y.size(), 1));
    std::vector<std::vector<double>> again(found.size());
    const auto groups = static_cast<std::size_t>(points.groups.back()) + 1;
    for (int number = 0; number < resamples; ++number) {
        const std::vector<int> drawn = resampled(groups, static_cast<std::uint32_t>(number), for_regression);
        std::vector<int> counts;
        for (const int group : points.groups) counts.push_back(drawn[static_cast<std::size_t>(group)]);
        const std::vector<double> one = coefficients_of(points, counts);
        for (std::size_t i = 0; i < one.size(); ++i) again[i].push_back(one[i]);
    }
    Regression regression;
    for (std::size_t factor = 0; factor + 1 < found.size(); ++factor)
        regression.coefficients.push_back(
            {found[factor],
             groups < fewest_resampled ? Interval{} : percentile_interval(std::move(again[factor]))});
    const double worlds = static_cast<double>(points.y.size());
    const double columns = static_cast<double>(points.columns.size());
    regression.explained = found.back();
    regression.explained_adjusted = 1 - (1 - found.back()) * (worlds - 1) / (worlds - columns - 1);
    return regression;
}

Regression no_regression(std::size_t factors) {
    return {std::vector<Index>(factors, {not_a_number, {}}), not_a_number, not_a_number};
}

}  // namespace

Regressions standardised_regressions(std::span<const double> worlds, const std::vector<WorldFactor>& factors,
                                     std::span<const int> groups) {
    const Points points = points_of(worlds, factors, groups);
    Regressions found;
    found.worlds = static_cast<int>(points.y.size());
    found.without = static_cast<int>(worlds.size()) - found.worlds;
    found.columns = static_cast<int>(points.columns.size());
    found.values = found.ranks = no_regression(factors.size());
    const bool varies = std::any_of(points.y.begin(), points.y.end(),
                                    [&](double value) { return value != points.y.front(); });
    if (!varies || found.worlds < found.columns + fewest_spare_worlds) return found;
    found.resamples = resamples_for(points);
    found.values = regression_of(points, found.resamples);
    found.ranks = regression_of(ranked(points), found.resamples);
    return found;
}

}  // namespace headroom
