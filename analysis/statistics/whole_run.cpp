#include "analysis/statistics/whole_run.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "sim/engine/first_month.hpp"

namespace headroom {

namespace {

// As many months as each period is long: the first is shorter where the run starts within a month.
std::vector<double> months_in_periods(const StudyTable& table) {
    const StudyResults& origin = table.origin;
    std::vector<double> months;
    for (int period = 0; period < table.periods; ++period)
        months.push_back(std::min(origin.period_months, origin.months - period * origin.period_months));
    months.front() += first_month_of(origin.start).part() - 1;
    return months;
}

// Values that are to be added month by month: sums as they are, means and ends once for every month.
double total_of(const StudyTable& table, std::size_t future, Within within,
                const std::vector<double>& months) {
    double total = 0;
    for (int period = 0; period < table.periods; ++period) {
        const auto place = static_cast<std::size_t>(period);
        const double value = table.values[future * static_cast<std::size_t>(table.periods) + place];
        total += within == Within::sum ? value : value * months[place];
    }
    return total;
}

double highest_of(const StudyTable& table, std::size_t future) {
    const auto first = table.values.begin() + static_cast<std::ptrdiff_t>(future) * table.periods;
    return *std::max_element(first, first + table.periods);
}

// A table of one period, its values yet to come.
StudyTable without_values(const StudyTable& table) {
    StudyTable whole;
    whole.origin = table.origin;
    whole.origin.period_months = table.origin.months;
    whole.measure = table.measure;
    whole.unit = table.unit;
    whole.definition = table.definition;
    return whole;
}

std::size_t futures_in(const StudyTable& table) {
    return table.values.size() / static_cast<std::size_t>(table.periods);
}

}  // namespace

StudyTable over_whole_run(const StudyTable& table, const MeasureRow& row) {
    if (table.periods == 1) return table;
    StudyTable whole = without_values(table);
    const std::vector<double> months = months_in_periods(table);
    const double all_months = std::accumulate(months.begin(), months.end(), 0.0);
    for (std::size_t future = 0; future < futures_in(table); ++future) {
        const double total = row.within == Within::peak ? highest_of(table, future)
                                                        : total_of(table, future, row.within, months);
        const bool is_added = row.within == Within::sum || row.within == Within::peak;
        whole.values.push_back(is_added ? total : total / all_months);
    }
    return whole;
}

StudyTable ratio_over_whole_run(const StudyTable& numerator, const StudyTable& denominator,
                                const MeasureRow& row) {
    StudyTable whole = without_values(numerator);
    whole.measure = row.name;
    whole.unit = row.unit;
    whole.definition = row.definition;
    const std::vector<double> months = months_in_periods(numerator);
    for (std::size_t future = 0; future < futures_in(numerator); ++future) {
        const double below = total_of(denominator, future, row_of(row.denominator).within, months);
        const double above = total_of(numerator, future, row_of(row.numerator).within, months);
        whole.values.push_back(below == 0 ? std::numeric_limits<double>::quiet_NaN()
                                          : row.factor * above / below);
    }
    return whole;
}

}  // namespace headroom
