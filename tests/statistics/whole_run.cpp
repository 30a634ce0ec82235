#include "analysis/statistics/whole_run.hpp"

#include <cmath>
#include <limits>

#include "sim/measures/series.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// Five months of one future, and the same by quarters, the second of which has two months only.
Series five_months() {
    Series series(5, 0);
    for (int month = 0; month < 5; ++month) {
        series.at(Measure::unmet_hours, month) = 10 + month;
        series.at(Measure::planned_hours, month) = 100 + 20 * month;
        series.at(Measure::children_unallocated, month) = 3 * month;
        series.at(Measure::children_unallocated_peak, month) = month == 1 ? 50 : 7;
        series.at(Measure::leavers, month) = month;
        series.at(Measure::in_post, month) = 100 - month;
    }
    series.make_ratios();
    return series;
}

StudyTable quarters_of(Measure measure) {
    StudyTable table;
    table.origin.months = 5;
    table.origin.period_months = 3;
    table.origin.replications = 1;
    table.measure = row_of(measure).name;
    table.periods = 2;
    const Series series = five_months();
    table.values = {series.over(measure, 0, 3), series.over(measure, 3, 5)};
    return table;
}

}  // namespace

TEST_CASE("quarters add up to the same whole run as months do, also when the last is shorter") {
    const Series series = five_months();
    for (const Measure measure :
         {Measure::unmet_hours, Measure::children_unallocated, Measure::children_unallocated_peak}) {
        CAPTURE(row_of(measure).name);
        const StudyTable whole = over_whole_run(quarters_of(measure), row_of(measure));
        CHECK(whole.periods == 1);
        CHECK(whole.values.at(0) == Approx(series.over_run(measure)));
    }
}

TEST_CASE("a ratio over the whole run is that of its summed parts, not the mean of quarters") {
    const Series series = five_months();
    for (const Measure measure : {Measure::unmet_per_100, Measure::turnover_percent}) {
        const MeasureRow& row = row_of(measure);
        const StudyTable whole =
            ratio_over_whole_run(quarters_of(row.numerator), quarters_of(row.denominator), row);
        CHECK(whole.measure == row.name);
        CHECK(whole.unit == row.unit);
        CHECK(whole.values.at(0) == Approx(series.over_run(measure)));
    }
}

TEST_CASE("a ratio of nothing and a failed future have no value over the whole run") {
    const MeasureRow& row = row_of(Measure::unmet_per_100);
    StudyTable planned = quarters_of(Measure::planned_hours);
    planned.values = {0, 0};
    CHECK(std::isnan(ratio_over_whole_run(quarters_of(Measure::unmet_hours), planned, row).values[0]));
    StudyTable failed = quarters_of(Measure::children_unallocated);
    failed.values = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    CHECK(std::isnan(over_whole_run(failed, row_of(Measure::children_unallocated)).values[0]));
    failed.values.assign(2, std::numeric_limits<double>::quiet_NaN());
    CHECK(std::isnan(over_whole_run(failed, row_of(Measure::children_unallocated_peak)).values[0]));
}

TEST_CASE("what has one value for the run stays as it is") {
    StudyTable table = quarters_of(Measure::wait_days_p90);
    table.periods = 1;
    table.values = {17};
    CHECK(over_whole_run(table, row_of(Measure::wait_days_p90)).values == std::vector<double>{17});
}
