// The factors of a design as they stand in a study's file.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/study_worlds.hpp"
#include "sim/study/design.hpp"

namespace headroom {

// "f1", "f2", ... from 0 to 10.
inline std::vector<WorldFactor> numbers_of(const Design& design) {
    std::vector<WorldFactor> factors;
    for (std::size_t factor = 0; factor < design.factors(); ++factor) {
        const std::string name = "f" + std::to_string(factor + 1);
        factors.push_back({name, name, "", {}, 0, 10, {}});
        for (std::size_t point = 0; point < design.points(); ++point)
            factors.back().values.push_back(10 * design.point(point)[factor]);
    }
    return factors;
}

// Makes a factor a choice of so many words "a", "b", ...
inline void make_choice(WorldFactor& factor, int words) {
    for (int word = 0; word < words; ++word)
        factor.words.push_back(std::string(1, static_cast<char>('a' + word)));
    factor.low = 0;
    factor.high = words - 1;
    for (double& value : factor.values) {
        const int place = static_cast<int>(value / 10 * words);
        value = place < words ? place : words - 1;
    }
}

}  // namespace headroom
