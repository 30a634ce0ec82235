#include "sim/results/layout.hpp"

#include <algorithm>

#include "sim/engine/first_month.hpp"
#include "sim/measures/series.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// xarray turns a variable whose unit is the very word "hours" into time spans; "hour" is the same unit to
// UDUNITS and stays a number.
std::string unit_in_file(std::string_view unit) {
    return unit == "hours" ? "hour" : std::string(unit);
}

std::string bin_axis(const MeasureRow& row) {
    constexpr std::string_view ending = "_histogram";
    return std::string("bin_").append(row.name.substr(0, row.name.size() - ending.size()));
}

// What is counted over a whole run has no month to name. CF knows no word for a quantile, so a number for the
// run is what stands at its replication, and a count is the sum within its bin (CF Conventions 1.8, 7.3).
std::string cell_methods_of(const MeasureRow& row, std::string_view axis) {
    if (row.kind == MeasureKind::whole) return "replication: point (over the whole run)";
    if (row.kind == MeasureKind::histogram) return bin_axis(row) + ": sum (over the whole run)";
    const std::string of_month(cell_method(row));
    if (axis == "month") return of_month;
    // Over several months: what is the state at a month's end is their mean.
    const std::string method = of_month.substr(of_month.find(':'));
    const std::string over_months = method == ": point" ? ": mean (of month ends)" : method;
    return axis.empty() ? "time" + over_months : std::string(axis) + over_months;
}

std::vector<double> counted(int length, double step = 1) {
    std::vector<double> numbers;
    for (int i = 0; i < length; ++i) numbers.push_back(i * step);
    return numbers;
}

// The first month begins on the start date itself, every later one on its first.
std::vector<double> period_beginnings(const Extent& extent) {
    std::vector<double> days;
    for (int month = 0; month < extent.months; month += extent.period_months) {
        const Date first = beginning_of_month(extent.start, month);
        days.push_back(first.days_since_1970() - extent.start.days_since_1970());
    }
    return days;
}

Variable variable_of(const MeasureRow& row, const Extent& extent) {
    const std::string_view axis = period_axis(extent.period_months);
    Variable variable{std::string(row.name),
                      unit_in_file(row.unit),
                      std::string(row.definition),
                      cell_methods_of(row, axis),
                      {},
                      0,
                      1};
    if (row.kind == MeasureKind::histogram) {
        variable.axes = {bin_axis(row)};
        variable.unit = "1";
        variable.length = static_cast<std::size_t>(row.bins);
    } else if (row.kind != MeasureKind::whole) {
        if (!axis.empty()) variable.axes = {std::string(axis)};
        variable.length = static_cast<std::size_t>(extent.periods());
    }
    return variable;
}

}  // namespace

std::string spoken(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

Extent extent_of(const StudyResults& results) {
    return {results.points(),      results.replications, results.months,
            results.period_months, results.teams,        results.start};
}

std::string_view period_axis(int period_months) {
    if (period_months == 0) return "";
    return period_months == 1 ? "month" : period_months == 3 ? "quarter" : "year";
}

std::vector<Dimension> dimensions_of(const Extent& extent) {
    std::vector<Dimension> dimensions{
        {"point", "1", "number of the alternative or design point; its name is point_name",
         counted(extent.points), true},
        {"replication", "1",
         "number of the future; the same number is the same families and people at every point",
         counted(extent.replications), true}};
    if (const std::string axis(period_axis(extent.period_months)); !axis.empty())
        dimensions.push_back({axis, std::string("days since ").append(extent.start.to_iso()),
                              "first day of the " + axis, period_beginnings(extent), true});
    if (extent.teams > 0)
        dimensions.push_back({"team", "1", "number of the team", counted(extent.teams), true});
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::histogram) continue;
        dimensions.push_back({bin_axis(row), unit_in_file(row.unit),
                              "lower edge of the bin; the last bin takes what lies beyond",
                              counted(row.bins, row.bin_width), false});
    }
    return dimensions;
}

std::vector<Variable> variables_of(const Extent& extent) {
    std::vector<Variable> variables;
    std::size_t next = 0;
    const auto add = [&](Variable variable) {
        variable.offset = next;
        next += variable.length;
        variables.push_back(std::move(variable));
    };
    for (const MeasureRow& row : measure_rows()) add(variable_of(row, extent));
    if (extent.teams == 0) return variables;
    for (std::size_t i = 0; i < team_measure_count; ++i) {
        const bool is_hours = team_measure_units[i] == "hours";
        add({std::string(team_measure_names[i]),
             unit_in_file(team_measure_units[i]),
             std::string(team_measure_definitions[i]),
             is_hours ? "month: sum" : "month: point",
             {"team", "month"},
             0,
             static_cast<std::size_t>(extent.teams * extent.months)});
    }
    return variables;
}

}  // namespace headroom
