// Where nobody waits, children looked after are as many as their rate and mean stay make them, and vary from
// future to future as a Poisson number does (M/G/infinity).
#include "tests/known_answers/futures.hpp"

namespace headroom {
namespace {

constexpr double days_per_month = 21.1;  // as the model counts months of a plan

// E exp(-rate x) over x drawn evenly between low and high.
double mean_discount(double rate, double low, double high) {
    return (std::exp(-rate * low) - std::exp(-rate * high)) / (rate * (high - low));
}

// Months from becoming looked after to the first review after an exponential need has ended. Reviews are
// after 0.95 months, after another 2.6 to 3.0, and then every 5.2 to 6.0; each gap is lived if the need
// outlasts all before it.
double mean_months_to_review_after(double mean_need) {
    const double rate = 1 / mean_need;
    const double at_second = mean_discount(rate, 2.6, 3.0);
    const double at_later = mean_discount(rate, 5.2, 6.0);
    return 0.95 + std::exp(-0.95 * rate) * (2.8 + at_second * 5.6 / (1 - at_later));
}

double mean_looked_after(const Scenario& scenario) {
    const Settings& s = scenario.settings;
    const double brief = s.looked_after_short_percent / 100;
    const double months = brief * mean_months_to_review_after(s.looked_after_short_months) +
                          (1 - brief) * mean_months_to_review_after(s.looked_after_long_months);
    const double a_day = s.looked_after_per_year / (working_days_between(scenario, -12, 24) / 3.0);
    return a_day * months * days_per_month;
}

TEST_CASE("looked-after children are rate times mean stay, and as spread as a Poisson number") {
    const Scenario scenario = question_of("looked-after.json");
    const double theory = mean_looked_after(scenario);
    std::vector<double> means, squares;
    live(scenario, [&](std::size_t, const Series& series) {
        // A year apart, which with stays of months is nearly independent.
        double sum = 0, square = 0;
        for (const int month : {0, 12, 24}) {
            const double found = series.at(Measure::looked_after_in_year, month);
            sum += found / 3;
            square += (found - theory) * (found - theory) / 3;
        }
        means.push_back(sum);
        squares.push_back(square);
    });
    CHECK(estimate_of(means) == known_answer(theory, 0.015));
    CHECK(estimate_of(squares) == known_answer(theory, 0.15));
}

}  // namespace
}  // namespace headroom
