#include "analysis/statistics/expectation.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/number_words.hpp"

namespace headroom {

namespace {

std::optional<int> point_called(const StudyResults& results, const std::string& name) {
    const auto found = std::find(results.point_names.begin(), results.point_names.end(), name);
    if (found == results.point_names.end()) return std::nullopt;
    return static_cast<int>(found - results.point_names.begin());
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

// As many decimals as the width between the expected numbers asks for.
int decimals_for(const Expectation& expected) {
    const double width = expected.to - expected.from;
    if (width <= 0 || width >= 10) return 0;
    return width >= 1 ? 1 : 2;
}

}  // namespace

std::string_view words_of(BornOut born_out) {
    switch (born_out) {
        case BornOut::yes: return "as expected";
        case BornOut::not_yet_known: return "not yet known";
        case BornOut::no: return "not as expected";
    }
    return "";
}

std::optional<MeasuredExpectation> measured(const StudyResults& results, const Expectation& expected) {
    const std::optional<int> point = point_called(results, expected.alternative);
    const std::optional<int> less =
        expected.less.empty() ? std::nullopt : point_called(results, expected.less);
    const bool has_points = point && (expected.less.empty() || less);
    const int last_month = expected.last_month > 0 ? expected.last_month : results.months;
    const bool has_future = expected.future.value_or(0) < results.replications;
    if (!has_points || !has_future || !has_months(results, last_month)) return std::nullopt;
    std::vector<double> values;
    for (int future = 0; future < results.replications; ++future) {
        if (expected.future && future != *expected.future) continue;
        if (results.has_failed(*point, future) || (less && results.has_failed(*less, future))) continue;
        const auto over_months = [&](int at) {
            return results.at(at, future).over(expected.measure, expected.first_month - 1, last_month);
        };
        values.push_back(over_months(*point) - (less ? over_months(*less) : 0));
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

std::string words_of(const Expectation& expected, const MeasuredExpectation& measured) {
    const int decimals = decimals_for(expected);
    const auto words = [decimals](double value) { return number_words(value, decimals); };
    const std::string unit(row_of(expected.measure).unit);
    std::string text = "Expected " + words(expected.from) + " to " + words(expected.to) + " " + unit +
                       ", measured " + words(measured.mean);
    if (measured.futures >= fewest_futures)
        text += " (95 % interval " + words(measured.mean_within.low) + " to " +
                words(measured.mean_within.high) + ")";
    return text + ": " + std::string(words_of(measured.born_out)) + ".";
}

}  // namespace headroom
