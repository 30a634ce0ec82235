#include "analysis/sustain/futures_at.hpp"

#include <algorithm>
#include <cmath>

namespace headroom {

namespace {

constexpr int months_a_year = 12;

// A sum over a month is no part of a bound on the sum over a run, and a whole-run measure has no months.
bool speaks_by_month(const MeasureRow& row) {
    return row.kind == MeasureKind::ratio || (row.kind == MeasureKind::monthly && row.within != Within::sum);
}

}  // namespace

FutureAt future_at(const Series& series, Measure measure) {
    FutureAt future;
    const int months = series.months();
    future.measure = series.over_run(measure);
    future.cost_a_year = series.over_run(Measure::cost) * months_a_year / (months - 1 + series.first_part());
    if (months >= 2 * months_a_year)
        future.cost_last_year = series.over(Measure::cost, months - months_a_year, months);
    for (std::size_t which = 0; which < curve_measures.size(); ++which)
        future.curve[which] = series.over_run(curve_measures[which]);
    if (!speaks_by_month(row_of(measure))) return future;
    const std::span<const double> by_month = series.of(measure);
    future.by_month.assign(by_month.begin(), by_month.end());
    return future;
}

int known_in(const FuturesAt& at) {
    int known = 0;
    for (const auto& future : at.futures) known += future && !std::isnan(future->measure);
    return known;
}

int kept_in(const FuturesAt& at, const Bound& bound) {
    int kept = 0;
    for (const auto& future : at.futures) kept += future && bound.holds(future->measure);
    return kept;
}

std::optional<int> kept_from(const FuturesAt& at, const Bound& bound, double share) {
    std::size_t months = 0;
    for (const auto& future : at.futures) {
        if (future) months = std::max(months, future->by_month.size());
    }
    std::optional<int> first;
    for (std::size_t month = months; month-- > 0;) {
        int known = 0, kept = 0;
        for (const auto& future : at.futures) {
            if (!future || std::isnan(future->by_month[month])) continue;
            ++known;
            kept += bound.holds(future->by_month[month]);
        }
        if (kept < share * known - 1e-9 || known == 0) return first;
        first = static_cast<int>(month);
    }
    return first;
}

OverFutures measure_at(const FuturesAt& at) {
    std::vector<double> values;
    for (const auto& future : at.futures) {
        if (future) values.push_back(future->measure);
    }
    return mean_and_range(values);
}

OverFutures first_month_at(const FuturesAt& at) {
    std::vector<double> values;
    for (const auto& future : at.futures) {
        if (future && !future->by_month.empty()) values.push_back(future->by_month.front());
    }
    return mean_and_range(values);
}

OverFutures curve_at(const FuturesAt& at, std::size_t which, std::size_t futures) {
    std::vector<double> values;
    for (std::size_t number = 0; number < std::min(futures, at.futures.size()); ++number) {
        if (at.futures[number]) values.push_back(at.futures[number]->curve[which]);
    }
    return mean_and_range(values);
}

OverFutures extra_cost(const FuturesAt& at, const FuturesAt& other, double FutureAt::*cost) {
    std::vector<double> extra;
    for (std::size_t number = 0; number < std::min(at.futures.size(), other.futures.size()); ++number) {
        const auto &one = at.futures[number], &two = other.futures[number];
        if (one && two) extra.push_back(*one.*cost - *two.*cost);
    }
    return mean_and_range(extra);
}

}  // namespace headroom
