// Protection plans that end at reviews with the fitted chances have the published lengths.
#include <array>

#include "tests/known_answers/futures.hpp"

namespace headroom {
namespace {

// Ended plans of up to 3 months, 3 to 6, 6 to 12, 12 to 24 and longer (DfE children in need, England, year
// to 31 March 2025), in percent.
constexpr std::array<double, 5> published = {15.9, 11.0, 43.5, 25.2, 4.4};
constexpr std::array<int, 6> band_edges = {0, 3, 6, 12, 24, 48};
constexpr double within_points = 1.5;

TEST_CASE("reviews with chances of 16, 55, 55 and 65 percent give protection plans their published lengths") {
    Scenario scenario = question_of("review-exits.json");
#ifdef HEADROOM_CHECKED
    // Balancing the books of thousands of families after every event takes long: a checked build only shows
    // that the model gets through.
    scenario.settling_months = 3;
    scenario.months = 6;
    scenario.replications = 1;
#endif
    std::array<double, 5> ended{};
    double all = 0;
    live(scenario, [&](std::size_t, const Series& series) {
        const auto by_month = series.of(Measure::protection_plan_months_histogram);
        for (std::size_t band = 0; band < ended.size(); ++band) {
            for (int month = band_edges[band]; month < band_edges[band + 1]; ++month) {
                ended[band] += by_month[static_cast<std::size_t>(month)];
                all += by_month[static_cast<std::size_t>(month)];
            }
        }
    });
#ifndef HEADROOM_CHECKED
    // So many that chance moves no band by more than half a point.
    CHECK(all > 100000);
    for (std::size_t band = 0; band < ended.size(); ++band) {
        INFO("plans of " << band_edges[band] << " to " << band_edges[band + 1] << " months");
        CHECK(100 * ended[band] / all == Approx(published[band]).margin(within_points));
    }
#endif
}

}  // namespace
}  // namespace headroom
