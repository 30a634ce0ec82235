#include "analysis/statistics/measured_expectation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom {

namespace {

constexpr int nowhere = -1;

int point_called(const StudyResults& results, const std::string& name) {
    const auto found = std::find(results.point_names.begin(), results.point_names.end(), name);
    return found == results.point_names.end() ? nowhere
                                              : static_cast<int>(found - results.point_names.begin());
}

// Month by month results only: those by quarter or year no longer hold single months.
bool has_months(const StudyResults& results, int last_month) {
    return results.period_months == 1 && last_month <= results.months;
}

// One future is what it is; a mean of several is known as well as its interval says.
BornOut born_out_by(const MeasuredExpectation& found, const Expectation& expected) {
    const Interval& within = found.mean_within;
    if (expected.future && found.futures == 1) return found.is_between ? BornOut::yes : BornOut::no;
    if (within.low >= expected.from && within.high <= expected.to) return BornOut::yes;
    return within.high < expected.from || within.low > expected.to ? BornOut::no : BornOut::not_yet_known;
}

// The measure in one future; NaN where that failed.
double value_in(const StudyResults& results, const Expectation& expected, int point, int future) {
    if (results.has_failed(point, future)) return std::numeric_limits<double>::quiet_NaN();
    const int last_month = expected.last_month > 0 ? expected.last_month : results.months;
    return results.at(point, future).over(expected.measure, expected.first_month - 1, last_month);
}

}  // namespace

std::optional<MeasuredExpectation> measured(const StudyResults& results, const Expectation& expected) {
    const bool is_difference = !expected.less.empty();
    const int point = point_called(results, expected.alternative);
    const int less = is_difference ? point_called(results, expected.less) : point;
    const bool has_future = expected.future.value_or(0) < results.replications;
    if (point == nowhere || less == nowhere || !has_future || !has_months(results, expected.last_month))
        return std::nullopt;
    std::vector<double> values;
    for (int future = 0; future < results.replications; ++future) {
        if (expected.future && future != *expected.future) continue;
        const double taken = is_difference ? value_in(results, expected, less, future) : 0;
        values.push_back(value_in(results, expected, point, future) - taken);
    }
    const std::vector<double> known = known_of(values);
    MeasuredExpectation found;
    found.futures = static_cast<int>(known.size());
    found.mean = mean_of(known);
    if (found.futures >= fewest_futures) found.mean_within = mean_interval(known);
    found.is_between = found.mean >= expected.from && found.mean <= expected.to;
    found.born_out = born_out_by(found, expected);
    return found;
}

}  // namespace headroom
