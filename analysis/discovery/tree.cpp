#include "analysis/discovery/tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "analysis/statistics/intervals.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

using Places = std::vector<std::size_t>;

// Prices tried, from a bare trunk to all that was grown.
constexpr std::array<double, 10> prices = {1, 0.3, 0.1, 0.05, 0.03, 0.02, 0.01, 0.005, 0.002, 0};

// Half of Gini's impurity, times the cases: what is left of the variance of failing.
double impurity(double cases, double failing) {
    return cases == 0 ? 0 : failing * (cases - failing) / cases;
}

// One way to part the cases of a branch, and what of the impurity it leaves.
struct Split {
    std::size_t factor;
    Limit left, right;
    double impurity_left_over;
};

// Cases with one value of a factor.
struct Level {
    double value;
    double cases, failing;
};

std::vector<Level> levels_of(const Cases& cases, const Places& places, std::size_t factor) {
    const std::vector<double>& values = cases.factors[factor].values;
    Places order = places;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<Level> levels;
    for (const std::size_t place : order) {
        if (levels.empty() || levels.back().value != values[place]) levels.push_back({values[place], 0, 0});
        levels.back().cases += 1;
        levels.back().failing += cases.fails[place] ? 1 : 0;
    }
    if (cases.factors[factor].is_choice()) {
        std::stable_sort(levels.begin(), levels.end(), [](const Level& a, const Level& b) {
            return a.failing / a.cases < b.failing / b.cases;
        });
    }
    return levels;
}

// Between the first `count` levels and the rest.
Split split_after(const WorldFactor& factor, const std::vector<Level>& levels, std::size_t count) {
    Split split{0, {}, {}, 0};
    if (!factor.is_choice()) {
        split.left.high = split.right.low = (levels[count - 1].value + levels[count].value) / 2;
        return split;
    }
    split.left.words.assign(factor.words.size(), false);
    for (std::size_t i = 0; i < count; ++i) split.left.words[whole_part<std::size_t>(levels[i].value)] = true;
    split.right.words = split.left.words;
    split.right.words.flip();
    return split;
}

class Grower {
public:
    Grower(const Cases& cases, const TreeChoice& choice)
        : cases_(cases), least_(std::max(10.0, choice.least_share * static_cast<double>(cases.size()))) {}

    std::unique_ptr<Fork> grown(const Places& places, int depth) const {
        auto branch = std::make_unique<Fork>();
        std::vector<bool> here(cases_.size(), false);
        for (const std::size_t place : places) here[place] = true;
        branch->counted = counted_inside(cases_, here);
        const std::optional<Split> split = depth == 0 ? std::nullopt : best_split(places, *branch);
        if (!split) return branch;
        Places left, right;
        for (const std::size_t place : places) {
            const double value = cases_.factors[split->factor].values[place];
            (split->left.holds(value) ? left : right).push_back(place);
        }
        branch->factor = split->factor;
        branch->left_limit = split->left;
        branch->right_limit = split->right;
        branch->left = grown(left, depth - 1);
        branch->right = grown(right, depth - 1);
        return branch;
    }

private:
    std::optional<Split> best_split(const Places& places, const Fork& branch) const {
        const double all = branch.counted.cases, failing = branch.counted.failing;
        std::optional<Split> best;
        double least_impurity = impurity(all, failing) * (1 - 1e-12);
        for (std::size_t factor = 0; factor < cases_.factors.size(); ++factor) {
            const std::vector<Level> levels = levels_of(cases_, places, factor);
            double cases_left = 0, failing_left = 0;
            for (std::size_t count = 1; count < levels.size(); ++count) {
                cases_left += levels[count - 1].cases;
                failing_left += levels[count - 1].failing;
                if (cases_left < least_ || all - cases_left < least_) continue;
                const double left_over =
                    impurity(cases_left, failing_left) + impurity(all - cases_left, failing - failing_left);
                if (left_over >= least_impurity) continue;
                least_impurity = left_over;
                best = split_after(cases_.factors[factor], levels, count);
                best->factor = factor;
            }
        }
        return best;
    }

    const Cases& cases_;
    double least_;
};

// What a branch costs when every leaf has a price; branches that do not pay are cut.
double cut_back(Fork& branch, double price) {
    const double alone = impurity(branch.counted.cases, branch.counted.failing) + price;
    if (branch.is_leaf()) return alone;
    const double grown = cut_back(*branch.left, price) + cut_back(*branch.right, price);
    if (grown < alone) return grown;
    branch.left.reset();
    branch.right.reset();
    return alone;
}

// What trees of one price foretell of every fold that they did not see.
std::vector<double> foretold_unseen(const Cases& cases, const std::vector<int>& fold_of, int folds,
                                    double price) {
    std::vector<double> unseen(cases.size(), 0);
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<bool> seen;
        for (const int each : fold_of) seen.push_back(each != fold);
        const auto tree = grown_tree(selected(cases, seen), {.price = price});
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (!seen[i]) unseen[i] = foretold(*tree, cases, i);
        }
    }
    return unseen;
}

// Squared errors, added up over the cases of each group.
std::vector<double> errors_by_group(const Cases& cases, const std::vector<double>& unseen) {
    std::vector<double> errors(static_cast<std::size_t>(cases.group_count()), 0);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const double error = (cases.fails[i] ? 1 : 0) - unseen[i];
        errors[static_cast<std::size_t>(cases.groups[i])] += error * error;
    }
    return errors;
}

}  // namespace

std::unique_ptr<Fork> grown_tree(const Cases& cases, const TreeChoice& choice) {
    Places all(cases.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    auto tree = Grower(cases, choice).grown(all, choice.depth);
    cut_back(*tree, choice.price * impurity(tree->counted.cases, tree->counted.failing));
    return tree;
}

double foretold(const Fork& tree, const Cases& cases, std::size_t number) {
    const Fork* branch = &tree;
    while (!branch->is_leaf()) {
        const double value = cases.factors[branch->factor].values[number];
        branch = branch->left_limit.holds(value) ? branch->left.get() : branch->right.get();
    }
    return branch->counted.density();
}

TestedTree tested_tree(const Cases& cases, int folds) {
    const std::vector<int> fold_of = folds_of(cases, folds);
    std::vector<std::vector<double>> unseen, errors;
    for (const double price : prices) {
        unseen.push_back(foretold_unseen(cases, fold_of, folds, price));
        errors.push_back(errors_by_group(cases, unseen.back()));
    }
    std::size_t least = 0;
    for (std::size_t i = 1; i < errors.size(); ++i) {
        if (mean_of(errors[i]) < mean_of(errors[least])) least = i;
    }
    const double groups = static_cast<double>(errors[least].size());
    const double standard_error = std::sqrt(variance_of(errors[least]) / groups);
    std::size_t taken = 0;
    while (mean_of(errors[taken]) > mean_of(errors[least]) + standard_error) ++taken;
    return {grown_tree(cases, {.price = prices[taken]}), prices[taken],
            1 - mean_of(errors[taken]) / mean_of(errors.front()), unseen[taken]};
}

}  // namespace headroom
