// The referrals of a month are a Poisson number, and one month says nothing about the next.
#include "tests/known_answers/futures.hpp"

namespace headroom {
namespace {

TEST_CASE("referrals of a month vary as their mean, and months are independent") {
    const Scenario scenario = question_of("referral-counts.json");
    const double expected = scenario.settings.referrals_per_year / 12;
    std::vector<double> means, spreads, together;
    live(scenario, [&](std::size_t, const Series& series) {
        const auto counts = series.of(Measure::referrals);
        const double months = static_cast<double>(counts.size());
        double sum = 0, square = 0, product = 0;
        for (std::size_t month = 0; month < counts.size(); ++month) {
            const double off = counts[month] - expected;
            sum += counts[month];
            square += off * off;
            if (month > 0) product += off * (counts[month - 1] - expected);
        }
        means.push_back(sum / months);
        spreads.push_back(square / months);
        together.push_back(product / (months - 1));
    });
    CHECK(estimate_of(means) == known_answer(expected, 0.01));
    CHECK(estimate_of(spreads) == known_answer(expected, 0.06));
    const Estimate covariance = estimate_of(together);
    CHECK(std::abs(covariance.mean) <= 3 * covariance.standard_error);
    CHECK(3 * covariance.standard_error <= error_factor * 0.06 * expected);
}

}  // namespace
}  // namespace headroom
