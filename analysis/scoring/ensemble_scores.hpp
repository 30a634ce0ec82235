// How good a forecast was: how far it lay off, and whether its range held what came.
#pragma once

#include <span>
#include <vector>

namespace headroom {

// A forecast beside what came. The ranges are the middle 50 and 80 percent of its members.
struct ForecastScore {
    double low_80, low_50, high_50, high_80;
    double error;  // how far the point forecast lay off, 0 or more
    double crps;
    bool is_in_50, is_in_80;
};

// Means over a number of forecasts of one figure.
struct MeanScores {
    int number = 0;
    double error = 0;
    double crps = 0;
    double in_50 = 0, in_80 = 0;  // shares of 1
};

// Continuous ranked probability score: the mean distance of the members from what came, less half their mean
// distance from one another. For a single member it is its distance. The members count as draws from what is
// forecast (Ferro 2014, Quarterly Journal of the Royal Meteorological Society 140:1917), so that a small
// ensemble and a large one have the same score on average.
double crps_of(std::span<const double> members, double outcome);

bool is_between(double low, double value, double high);

// There must be a member.
ForecastScore score_of(std::vector<double> members, double middle, double outcome);

MeanScores mean_scores(std::span<const ForecastScore> scores);

}  // namespace headroom
