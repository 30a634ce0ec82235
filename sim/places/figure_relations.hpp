// How the figures of one place hang together: which follow from others, and which cannot be true at once.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/places/figures.hpp"

namespace headroom {

// Figures of one place by their places in the table; nothing where one is not known.
using KnownValues = std::array<std::optional<double>, figure_count>;

inline std::optional<double>& value_of(KnownValues& values, Figure figure) {
    return values[static_cast<std::size_t>(figure)];
}
inline const std::optional<double>& value_of(const KnownValues& values, Figure figure) {
    return values[static_cast<std::size_t>(figure)];
}

// One that follows from two others, and those.
struct Following {
    Figure figure, one, other;
};

// Adds what follows by arithmetic from what is known, such as the vacancy rate from vacancies and workers in
// post, and says what it added.
std::vector<Following> add_what_follows(KnownValues& values);

// All that is known of a place, with its rates as figures of one's own have them: a rate that is worked out
// from one of those follows it, and so does the number behind a rate of one's own.
KnownValues as_own_figures_have_it(KnownValues together, const KnownValues& own);

// Figures that cannot be true at once, and why: a sentence without the lines they stand in or a full stop.
struct Contradiction {
    std::vector<Figure> figures;
    std::string sentence;
};

// All of them, with room for rounding and for a year's usual change between what is counted on a day and over
// the year. No authority's published figures have any, but for a handful of the smallest places.
std::vector<Contradiction> contradictions_among(const KnownValues& values);

}  // namespace headroom
