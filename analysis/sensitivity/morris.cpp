#include "analysis/sensitivity/morris.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "analysis/statistics/student_t.hpp"
#include "sim/engine/elementary.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool has_order(const WorldFactor& factor) {
    return factor.words.size() <= 2;
}

// The only factor that differs between a world and the next; none where rounding has made them equal.
std::optional<std::size_t> factor_that_moves(const std::vector<WorldFactor>& factors, std::size_t world) {
    for (std::size_t factor = 0; factor < factors.size(); ++factor) {
        if (factors[factor].values[world] != factors[factor].values[world + 1]) return factor;
    }
    return std::nullopt;
}

double effect_of(const WorldFactor& factor, std::span<const double> worlds, std::size_t world) {
    const double change = worlds[world + 1] - worlds[world];
    if (!has_order(factor)) return change;
    return change * (factor.high - factor.low) / (factor.values[world + 1] - factor.values[world]);
}

double log_variance(std::span<const double> values) {
    return natural_log(variance_of(values));
}

// From pseudo-values of the logarithm of the variance, each with one value left out.
Interval interval_of_deviation(const std::vector<double>& values) {
    if (values.size() < fewest_effects_for_spread || !(variance_of(values) > 0)) return {};
    const double count = static_cast<double>(values.size()), all = log_variance(values);
    std::vector<double> pseudo;
    for (std::size_t left_out = 0; left_out < values.size(); ++left_out) {
        std::vector<double> rest = values;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
        if (!(variance_of(rest) > 0)) return {};
        pseudo.push_back(count * all - (count - 1) * log_variance(rest));
    }
    const Interval logarithm = mean_interval(pseudo);
    return {exponential_of(logarithm.low / 2), exponential_of(logarithm.high / 2)};
}

Interval interval_of_mean(const std::vector<double>& values) {
    return values.size() < fewest_effects ? Interval{} : mean_interval(values);
}

// Without an order of its values a factor's effects have a size and no direction.
ElementaryEffects summary_of(const std::vector<double>& effects, const WorldFactor& factor) {
    std::vector<double> sizes = effects;
    for (double& size : sizes) size = std::abs(size);
    ElementaryEffects found;
    found.effects = static_cast<int>(effects.size());
    found.mean =
        has_order(factor) ? Index{mean_of(effects), interval_of_mean(effects)} : Index{not_a_number, {}};
    found.size = {mean_of(sizes), interval_of_mean(sizes)};
    if (found.size.within.low < 0) found.size.within.low = 0;
    found.spread = {std::sqrt(variance_of(effects)), interval_of_deviation(effects)};
    return found;
}

}  // namespace

std::vector<ElementaryEffects> elementary_effects(std::span<const double> worlds,
                                                  const std::vector<WorldFactor>& factors) {
    std::vector<std::vector<double>> effects(factors.size());
    for (std::size_t world = 0; world + 1 < worlds.size(); ++world) {
        const bool ends_trajectory = (world + 1) % (factors.size() + 1) == 0;
        if (ends_trajectory || std::isnan(worlds[world]) || std::isnan(worlds[world + 1])) continue;
        if (const auto factor = factor_that_moves(factors, world))
            effects[*factor].push_back(effect_of(factors[*factor], worlds, world));
    }
    std::vector<ElementaryEffects> found;
    for (std::size_t factor = 0; factor < factors.size(); ++factor)
        found.push_back(summary_of(effects[factor], factors[factor]));
    return found;
}

}  // namespace headroom
