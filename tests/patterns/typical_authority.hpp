// The typical authority at the shipped defaults, run once for all tests of this program: the second year of a
// hundred futures, as the published patterns are compared with.
#pragma once

#include <vector>

#include "sim/authority/authority.hpp"

namespace headroom {

#ifdef HEADROOM_CHECKED
// A build that checks the books after every event only shows that the model gets through.
constexpr int pattern_futures = 1;
#else
constexpr int pattern_futures = 100;
#endif

// Means over the futures of the second year.
struct SecondYear {
    SecondYear();

    // Monthly and ratio measures over months 12 to 23.
    double of(Measure measure) const { return means[static_cast<std::size_t>(measure)]; }
    // A yearly count for every 10,000 children.
    double per_10000(Measure measure) const { return of(measure) / children * 10000; }
    // Percent of a histogram's counts in bins [from, to).
    double percent_between(Measure histogram, int from, int to) const;
    double quantile(Measure histogram, double share) const;

    double children;
    std::vector<double> means;
    std::vector<std::vector<double>> histograms;
    std::vector<double> referrals_by_month;  // January to December, against the mean month
};

const SecondYear& second_year();

}  // namespace headroom
