// Conditions that hold together: a corner of the space of worlds.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "analysis/discovery/cases.hpp"

namespace headroom {

// What is asked of one factor: a number between two ends, or one of some words.
struct Limit {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    std::vector<bool> words = {};  // of a choice: those allowed

    bool holds(double value) const;
    bool restricts() const;

    friend bool operator==(const Limit&, const Limit&) = default;
};

// One limit for every factor, most of which ask nothing.
struct Box {
    std::vector<Limit> limits;

    // The box that every world is in.
    static Box everywhere(const std::vector<WorldFactor>& factors);
    std::vector<bool> inside(const Cases& cases) const;
    bool restricts_any() const;

    friend bool operator==(const Box&, const Box&) = default;
};

// "above 0.68", "at most 0.66", "0.6 to 0.7", "hard or advisory"; "" for a limit that asks nothing.
std::string words_of(const Limit& limit, const WorldFactor& factor);

}  // namespace headroom
