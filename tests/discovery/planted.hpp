// Worlds in which failing was planted where it should be found.
#pragma once

#include <algorithm>
#include <functional>
#include <string>

#include "analysis/discovery/cases.hpp"
#include "sim/study/design.hpp"
#include "tests/statistics/made_up_chance.hpp"

namespace headroom {

// By the shares of a world, the chance with which it fails.
using FailingChance = std::function<double(std::span<const double> shares)>;

// Of so many trials, those that are made: a checked build is not there to judge chance, and makes a tenth.
constexpr int trials_of(int all) {
#ifdef HEADROOM_CHECKED
    return std::max(4, all / 10);
#else
    return all;
#endif
}

// Factors "f1", "f2", ... that run from 0 to 1.
inline Cases planted(const Design& design, int trial, const FailingChance& chance_at) {
    Cases cases;
    TrialChance chance(2026, trial);
    for (std::size_t factor = 0; factor < design.factors(); ++factor) {
        const std::string name = "f" + std::to_string(factor + 1);
        cases.factors.push_back({name, name, "", {}, 0, 1, {}});
    }
    for (std::size_t world = 0; world < design.points(); ++world) {
        for (std::size_t factor = 0; factor < design.factors(); ++factor)
            cases.factors[factor].values.push_back(design.point(world)[factor]);
        cases.fails.push_back(chance.uniform() < chance_at(design.point(world)));
        cases.groups.push_back(static_cast<int>(world));
    }
    return cases;
}

// Worlds thrown at random.
inline Design random_points(std::size_t points, std::size_t factors, int trial) {
    TrialChance chance(1066, trial);
    std::vector<double> shares;
    for (std::size_t i = 0; i < points * factors; ++i) shares.push_back(chance.uniform());
    return {factors, std::move(shares)};
}

// Turns a factor into a choice of three words, each a third of its range.
inline void make_words(WorldFactor& factor) {
    factor.words = {"none", "advisory", "hard"};
    factor.high = 2;
    for (double& value : factor.values)
        value = std::min(2.0, static_cast<double>(static_cast<int>(3 * value)));
}

}  // namespace headroom
