#include "analysis/statistics/steady_state.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/statistics/intervals.hpp"
#include "sim/engine/first_month.hpp"

namespace headroom {

namespace {

constexpr int months_of_year = 12;
constexpr std::array watched{Measure::unmet_per_100, Measure::children_unallocated, Measure::caseload_mean};

// Month by month the mean over the futures of a point that have a number.
std::vector<double> mean_by_month(const StudyResults& results, int point, Measure measure) {
    std::vector<double> means, values;
    for (int month = 0; month < results.months; ++month) {
        values.clear();
        for (int replication = 0; replication < results.replications; ++replication) {
            if (!results.has_failed(point, replication))
                values.push_back(results.at(point, replication).at(measure, month));
        }
        const double mean = mean_of(known_of(values));
        if (!std::isnan(mean)) means.push_back(mean);
    }
    return means;
}

std::vector<std::vector<double>> watched_series(const StudyResults& results, int point) {
    std::vector<std::vector<double>> series;
    for (const Measure measure : watched) series.push_back(mean_by_month(results, point, measure));
    return series;
}

Series later_part(const Series& whole, int from) {
    const int months = whole.months() - from;
    Series part(months, whole.teams());
    if (from == 0) part.set_first_part(whole.first_part());
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind == MeasureKind::whole) part.at(row.measure) = std::numeric_limits<double>::quiet_NaN();
        if (row.kind != MeasureKind::monthly && row.kind != MeasureKind::ratio) continue;
        const std::span<const double> values = whole.of(row.measure);
        std::copy(values.begin() + from, values.end(), part.of(row.measure).begin());
    }
    for (int measure = 0; measure < team_measure_count; ++measure) {
        const auto each = static_cast<TeamMeasure>(measure);
        for (int team = 0; team < whole.teams(); ++team) {
            for (int month = 0; month < months; ++month)
                part.team(each, team, month) =
                    whole.team(each)[static_cast<std::size_t>(team * whole.months() + from + month)];
        }
    }
    return part;
}

}  // namespace

WarmUp warm_up_months(const StudyResults& results) {
    std::vector<std::vector<double>> series;
    for (int point = 0; point < results.points(); ++point) {
        for (std::vector<double>& each : watched_series(results, point)) series.push_back(std::move(each));
    }
    WarmUp found = warm_up_of_all(series);
    found.length += (results.months - found.length) % months_of_year;
    found.is_long_enough = found.is_long_enough && results.months - found.length >= months_of_year;
    return found;
}

std::vector<std::string> unsettled_alternatives(const StudyResults& results) {
    std::vector<std::string> names;
    for (int point = 0; point < results.points(); ++point) {
        if (!warm_up_of_all(watched_series(results, point)).is_long_enough)
            names.push_back(results.point_names[static_cast<std::size_t>(point)]);
    }
    return names;
}

StudyResults without_first_months(const StudyResults& results, int months) {
    StudyResults later = results;
    later.start = beginning_of_month(results.start, months);
    later.months = results.months - months;
    later.left_out_months = months;
    for (int point = 0; point < results.points(); ++point) {
        for (int replication = 0; replication < results.replications; ++replication) {
            if (results.has_failed(point, replication)) continue;
            later.series[results.index_of(point, replication)] =
                later_part(results.at(point, replication), months);
        }
    }
    return later;
}

}  // namespace headroom
