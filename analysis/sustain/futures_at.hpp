// What every future came to at one value of a dial: the measure asked of, and what a caseload does to
// children, workers and cost.
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <vector>

#include "analysis/statistics/over_futures.hpp"
#include "sim/measures/series.hpp"
#include "sim/study/turning_points.hpp"

namespace headroom {

// What is shown along a curve of posts.
constexpr std::array<Measure, 6> curve_measures = {Measure::caseload_mean,
                                                   Measure::visits_on_time_percent,
                                                   Measure::assessments_within_45_percent,
                                                   Measure::unmet_per_100,
                                                   Measure::strain,
                                                   Measure::turnover_percent};

// One future. Where the model failed nothing is known of it.
struct FutureAt {
    double measure = std::numeric_limits<double>::quiet_NaN();  // over the whole run
    double cost_a_year = std::numeric_limits<double>::quiet_NaN();
    double cost_last_year = std::numeric_limits<double>::quiet_NaN();  // NaN in a run below two years
    std::array<double, curve_measures.size()> curve{};
    std::vector<double> by_month;  // empty where a month's number says nothing about the bound
};

// All of them at one value of the dial.
struct FuturesAt {
    double value = 0;
    std::vector<std::optional<FutureAt>> futures;
};

FutureAt future_at(const Series& series, Measure measure);

// In how many futures the measure has a value, and in how many it is within its bounds.
int known_in(const FuturesAt& at);
int kept_in(const FuturesAt& at, const Bound& bound);

// The first month from which, in every month to the end of the run, that share of the futures is within its
// bounds; nothing where there is none.
std::optional<int> kept_from(const FuturesAt& at, const Bound& bound, double share);

// The measure over the futures, and in their first month; one of the curve's measures over the first so many.
OverFutures measure_at(const FuturesAt& at);
OverFutures first_month_at(const FuturesAt& at);
OverFutures curve_at(const FuturesAt& at, std::size_t which, std::size_t futures);

// Cost a year, over the run or its last year, less that of the other value in the same future.
OverFutures extra_cost(const FuturesAt& at, const FuturesAt& other, double FutureAt::*cost);

}  // namespace headroom
