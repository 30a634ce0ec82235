// What a figure of a place may be at all: a slip of the pen lies far outside it.
#pragma once

#include <optional>
#include <string>

#include "sim/places/figures.hpp"
#include "sim/text/shape.hpp"

namespace headroom {

// From the least that makes a place to three times the most that any authority publishes for as many
// children; a percentage at most 100, and less where all of it would leave nobody. `children` is how many
// live there.
Shape shape_of(Figure figure, double children);

// Whether a percentage of at most 1 can only be a fraction, for of any authority it is 10 or more: 0.93 of
// assessments within 45 days. Of a whole, the percentage that the figure is of it.
bool must_be_fraction(double number, Figure figure, std::optional<Figure> whole = std::nullopt);

// What it counts, of a distribution which part of it.
std::string meaning_of(Figure figure);

// Its unit, as published.
const std::string& unit_of(Figure figure);

}  // namespace headroom
