// The forecasts that a model has to beat: last year's figure, and what usually lasts of a figure.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace headroom {

// A figure of one place from its first year on, NaN in a year without one.
struct YearlyFigure {
    int first_year = 0;
    std::vector<double> values;

    double at(int year) const;  // NaN outside
};

// One figure of many places, and England's.
struct FigureOfPlaces {
    std::vector<YearlyFigure> places;
    YearlyFigure england;
};

// What lasts: so much of last year's figure, so much of the mean of three years, the rest England's.
struct LastingWeights {
    double last;
    double three_years;
};

// A forecast from the years up to one of them; NaN where there is no figure to go by.
using Guess = std::function<double(const YearlyFigure& place, int year)>;

// The figure of that year, or of one of the two before it.
double guess_last_year(const YearlyFigure& place, int year);

Guess guess_by_weights(LastingWeights weights, YearlyFigure england);

// The weights that would have foretold each year up to the last one best from the years before it (least
// squares over all places). Last year's figure alone where that does not settle them.
LastingWeights weights_from_the_past(const FigureOfPlaces& figure, int last_year);

// How far the guess was off, what came less what was guessed, so many years ahead, in all places and years up
// to the last one. Where no year is as far from the first one, from the farthest that there is.
std::vector<double> past_errors(const FigureOfPlaces& figure, const Guess& guess, int years_ahead,
                                int last_year);

}  // namespace headroom
