#include "analysis/scoring/rivals.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace headroom {

namespace {

constexpr int years_it_stands = 3;  // a figure, when nothing newer is published

double mean_of_three(const YearlyFigure& figure, int year) {
    double sum = 0;
    int number = 0;
    for (int each = year; each > year - 3; --each) {
        if (std::isnan(figure.at(each))) continue;
        sum += figure.at(each);
        ++number;
    }
    return number > 0 ? sum / number : std::nan("");
}

int latest_year(const YearlyFigure& figure, int year) {
    for (int each = year; each > year - years_it_stands; --each)
        if (!std::isnan(figure.at(each))) return each;
    return year;
}

int first_year_of(const FigureOfPlaces& figure) {
    int first = figure.england.first_year;
    for (const YearlyFigure& place : figure.places)
        if (!place.values.empty()) first = std::min(first, place.first_year);
    return first;
}

std::vector<double> errors_ahead(const FigureOfPlaces& figure, const Guess& guess, int ahead, int last_year) {
    std::vector<double> errors;
    for (const YearlyFigure& place : figure.places) {
        for (int year = first_year_of(figure); year + ahead <= last_year; ++year) {
            const double error = place.at(year + ahead) - guess(place, year);
            if (std::isfinite(error)) errors.push_back(error);
        }
    }
    return errors;
}

// Sums of the normal equations: what came, the last year and the mean, all less England's.
struct Sums {
    double last_last = 0, last_mean = 0, mean_mean = 0, last_came = 0, mean_came = 0;

    void add(double last, double mean, double came) {
        last_last += last * last;
        last_mean += last * mean;
        mean_mean += mean * mean;
        last_came += last * came;
        mean_came += mean * came;
    }
};

}  // namespace

double YearlyFigure::at(int year) const {
    const bool is_there = year >= first_year && year < first_year + static_cast<int>(values.size());
    return is_there ? values[static_cast<std::size_t>(year - first_year)] : std::nan("");
}

double guess_last_year(const YearlyFigure& place, int year) {
    return place.at(latest_year(place, year));
}

Guess guess_by_weights(LastingWeights weights, YearlyFigure england) {
    return [weights, england = std::move(england)](const YearlyFigure& place, int year) {
        const int latest = latest_year(place, year);
        const double rest = 1 - weights.last - weights.three_years;
        return weights.last * place.at(latest) + weights.three_years * mean_of_three(place, latest) +
               rest * england.at(latest);
    };
}

LastingWeights weights_from_the_past(const FigureOfPlaces& figure, int last_year) {
    Sums sums;
    for (const YearlyFigure& place : figure.places) {
        for (int year = first_year_of(figure); year + 1 <= last_year; ++year) {
            const double england = figure.england.at(year), came = place.at(year + 1) - england;
            const double last = place.at(year) - england, mean = mean_of_three(place, year) - england;
            if (std::isfinite(came + last + mean)) sums.add(last, mean, came);
        }
    }
    const double settled = sums.last_last * sums.mean_mean - sums.last_mean * sums.last_mean;
    if (settled <= 1e-9 * sums.last_last * sums.mean_mean) return {1, 0};
    return {(sums.last_came * sums.mean_mean - sums.mean_came * sums.last_mean) / settled,
            (sums.mean_came * sums.last_last - sums.last_came * sums.last_mean) / settled};
}

std::vector<double> past_errors(const FigureOfPlaces& figure, const Guess& guess, int years_ahead,
                                int last_year) {
    for (int ahead = years_ahead; ahead > 0; --ahead) {
        std::vector<double> errors = errors_ahead(figure, guess, ahead, last_year);
        if (!errors.empty()) return errors;
    }
    return {};
}

}  // namespace headroom
