// The simple forecasts that a model has to beat, against examples worked by hand.
#include "analysis/scoring/rivals.hpp"

#include <cmath>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

const double none = std::nan("");

}  // namespace

TEST_CASE("last year's figure stands for two years more where nothing newer is published, and no longer") {
    const YearlyFigure place = {2015, {5, 6, none, none, none}};
    CHECK(guess_last_year(place, 2016) == 6);
    CHECK(guess_last_year(place, 2018) == 6);
    CHECK(std::isnan(guess_last_year(place, 2019)));
    CHECK(std::isnan(guess_last_year(place, 2014)));
}

TEST_CASE("the weights take last year's figure, the mean of three years and England's") {
    const YearlyFigure place = {2018, {10, 12, 20}}, england = {2018, {7, 7, 8}};
    const Guess guess = guess_by_weights({0.5, 0.3}, england);
    CHECK(guess(place, 2020) == Approx(0.5 * 20 + 0.3 * 14 + 0.2 * 8));
    // Of two years, the mean of both.
    CHECK(guess(place, 2019) == Approx(0.5 * 12 + 0.3 * 11 + 0.2 * 7));
}

TEST_CASE("past errors are those of that many years ahead, or of the farthest there are") {
    const FigureOfPlaces figure = {{{2017, {1, 2, 4, 8}}, {2017, {5, 5, none, 6}}}, {2017, {3, 3, 3, 3}}};
    // Of the second place 2019 is not published: 2018's stands for it.
    CHECK(past_errors(figure, guess_last_year, 1, 2020) == std::vector<double>{1, 2, 4, 0, 1});
    CHECK(past_errors(figure, guess_last_year, 2, 2020) == std::vector<double>{3, 6, 1});
    CHECK(past_errors(figure, guess_last_year, 9, 2020) == std::vector<double>{7, 1});
    CHECK(past_errors(figure, guess_last_year, 1, 2017).empty());
}

TEST_CASE("nothing of a rival comes from a year after the last one that it is given") {
    const FigureOfPlaces known = {{{2017, {1, 2, 4}}, {2017, {5, 6, 5}}}, {2017, {3, 4, 3}}};
    FigureOfPlaces with_later = known;
    for (YearlyFigure& place : with_later.places) place.values.insert(place.values.end(), {900, -900});
    with_later.england.values.insert(with_later.england.values.end(), {500, 500});
    const LastingWeights weights = weights_from_the_past(known, 2019);
    const LastingWeights same = weights_from_the_past(with_later, 2019);
    CHECK(weights.last == same.last);
    CHECK(weights.three_years == same.three_years);
    for (const Guess& guess : {Guess(guess_last_year), guess_by_weights(weights, known.england)}) {
        CHECK(past_errors(known, guess, 1, 2019) == past_errors(with_later, guess, 1, 2019));
        CHECK(guess(known.places[0], 2019) == guess(with_later.places[0], 2019));
    }
}

TEST_CASE("weights that hold exactly are found again from the years that they made") {
    FigureOfPlaces figure;
    figure.england = {2010, std::vector<double>(9, 10)};
    for (const double start : {4.0, 9.0, 17.0}) {
        YearlyFigure place = {2010, {start, start + 3}};
        while (place.values.size() < 9) {
            const int year = 2009 + static_cast<int>(place.values.size());
            place.values.push_back(guess_by_weights({0.6, 0.3}, figure.england)(place, year));
        }
        place.values[0] = none;  // the first two are not made by the weights
        place.values[1] = none;
        figure.places.push_back(place);
    }
    const LastingWeights weights = weights_from_the_past(figure, 2018);
    CHECK(weights.last + weights.three_years == Approx(0.9).margin(0.05));
}

TEST_CASE("where the past does not settle the weights, last year's figure stands alone") {
    const FigureOfPlaces figure = {{{2019, {5, 6}}}, {2019, {4, 4}}};
    const LastingWeights weights = weights_from_the_past(figure, 2020);
    CHECK(weights.last == 1);
    CHECK(weights.three_years == 0);
}
