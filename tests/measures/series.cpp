// What one future measured, month by month, and how months add up.
#include "sim/measures/series.hpp"

#include <cmath>
#include <vector>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

// Fills every monthly measure with 1, 2, 4, 8 ... so that any mistake in a sum shows.
Series doubling(int months) {
    Series series(months, 2);
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::monthly) continue;
        double value = 1;
        for (int month = 0; month < months; ++month, value *= 2) series.at(row.measure, month) = value;
    }
    return series;
}

}  // namespace

TEST_CASE("each measure has as many values as its kind says") {
    const Series series(7, 3);
    for (const MeasureRow& row : measure_rows()) {
        CAPTURE(row.name);
        const std::size_t expected = row.kind == MeasureKind::whole       ? 1u
                                     : row.kind == MeasureKind::histogram ? static_cast<std::size_t>(row.bins)
                                                                          : 7u;
        CHECK(series.of(row.measure).size() == expected);
    }
    CHECK(series.team(TeamMeasure::team_children_held).size() == 21);
}

TEST_CASE("no two measures share a place") {
    Series series(5, 2);
    double next = 1;
    for (const MeasureRow& row : measure_rows()) {
        for (double& value : series.of(row.measure)) value = next++;
    }
    for (int measure = 0; measure < team_measure_count; ++measure) {
        for (int team = 0; team < 2; ++team) {
            for (int month = 0; month < 5; ++month)
                series.team(static_cast<TeamMeasure>(measure), team, month) = next++;
        }
    }
    CHECK(next - 1 == static_cast<double>(series.values().size()));
    double expected = 1;
    for (const double value : series.values()) CHECK(value == expected++);
}

TEST_CASE("months add up as the row says: sums, means, the highest, and the mean of month ends") {
    const Series series = doubling(6);
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::monthly) continue;
        CAPTURE(row.name);
        const double expected = row.within == Within::sum    ? 4 + 8 + 16
                                : row.within == Within::peak ? 16
                                                             : 28 / 3.0;
        CHECK(series.over(row.measure, 2, 5) == Approx(expected));
    }
    CHECK(series.over_run(Measure::referrals) == 63);
    CHECK(series.over_run(Measure::children_unallocated_peak) == 32);
}

TEST_CASE("a ratio over a year is that of the year's sums, not the mean of the months' ratios") {
    Series series(2, 1);
    series.at(Measure::visits_due, 0) = 10;
    series.at(Measure::visits_on_time, 0) = 10;
    series.at(Measure::visits_due, 1) = 90;
    series.at(Measure::visits_on_time, 1) = 0;
    series.make_ratios();
    CHECK(series.at(Measure::visits_on_time_percent, 0) == 100);
    CHECK(series.at(Measure::visits_on_time_percent, 1) == 0);
    CHECK(series.over_run(Measure::visits_on_time_percent) == 10);
}

TEST_CASE("a ratio of nothing is no number, never nought") {
    Series series(2, 1);
    series.at(Measure::visits_due, 1) = 4;
    series.make_ratios();
    CHECK(std::isnan(series.at(Measure::visits_on_time_percent, 0)));
    CHECK(series.at(Measure::visits_on_time_percent, 1) == 0);
    CHECK(std::isnan(series.over(Measure::visits_on_time_percent, 0, 1)));
}

TEST_CASE("turnover of a month is stated as a year's, and a year's is the sum of leavers over mean in post") {
    Series series(12, 1);
    for (int month = 0; month < 12; ++month) {
        series.at(Measure::leavers, month) = 2;
        series.at(Measure::in_post, month) = 200;
    }
    series.make_ratios();
    CHECK(series.at(Measure::turnover_percent, 3) == Approx(12));
    CHECK(series.over_run(Measure::turnover_percent) == Approx(12));
}

TEST_CASE("whole-run numbers are the same over any months, and a histogram has no single number") {
    Series series(3, 1);
    series.at(Measure::wait_days_p90) = 17;
    CHECK(series.over(Measure::wait_days_p90, 1, 2) == 17);
    CHECK(std::isnan(series.over_run(Measure::wait_days_histogram)));
    CHECK(std::isnan(series.over(Measure::referrals, 2, 2)));
}

TEST_CASE("teams have their own numbers") {
    Series series(4, 3);
    series.team(TeamMeasure::team_unmet_hours, 2, 3) = 7;
    CHECK(series.team(TeamMeasure::team_unmet_hours)[2 * 4 + 3] == 7);
    CHECK(series.team(TeamMeasure::team_planned_hours)[2 * 4 + 3] == 0);
}

TEST_CASE("a cleared series counts from nothing") {
    Series series = doubling(4);
    series.clear();
    for (const double value : series.values()) CHECK(value == 0);
    CHECK(series.months() == 4);
    CHECK(series.teams() == 2);
}

TEST_CASE("half the children waited no longer than the median wait") {
    const std::vector<double> waits = {10, 0, 5, 5, 0, 20};
    CHECK(histogram_quantile(waits, 1, 0.25) == 0);
    CHECK(histogram_quantile(waits, 1, 0.375) == 2);
    CHECK(histogram_quantile(waits, 1, 0.5) == 3);
    CHECK(histogram_quantile(waits, 1, 0.51) == 5);
    CHECK(histogram_quantile(waits, 1, 1) == 5);
}

TEST_CASE("a quantile is in the histogram's unit, lies in a bin that holds something, and never falls") {
    const std::vector<double> shares = {0, 3, 0, 1, 0, 0, 2, 0};
    double before = -1;
    for (int percent = 1; percent <= 100; ++percent) {
        const double value = histogram_quantile(shares, 2, percent / 100.0);
        CHECK(value >= before);
        CHECK(shares[static_cast<std::size_t>(value / 2)] > 0);
        before = value;
    }
    CHECK(before == 12);
}

TEST_CASE("nothing counted has no median") {
    CHECK(std::isnan(histogram_quantile(std::vector<double>(5, 0.0), 1, 0.5)));
    CHECK(std::isnan(histogram_quantile({}, 1, 0.5)));
}

TEST_CASE("in a part of a month a rate per year is still per year, and a cost a month per month") {
    Series series(2, 0);
    series.set_first_part(0.5);
    for (int month = 0; month < 2; ++month) {
        const double part = month == 0 ? 0.5 : 1;
        series.at(Measure::leavers, month) = 2 * part;
        series.at(Measure::in_post, month) = 200;
        series.at(Measure::cost, month) = 90000 * part;
        series.at(Measure::children_open, month) = 300;
        series.at(Measure::referrals, month) = 40 * part;
        series.at(Measure::rereferrals_within_12_months, month) = 10 * part;
    }
    series.make_ratios();
    for (const int month : {0, 1}) {
        CHECK(series.at(Measure::turnover_percent, month) == Approx(12));
        CHECK(series.at(Measure::cost_per_open_child, month) == Approx(300));
        CHECK(series.at(Measure::rereferrals_percent, month) == Approx(25));
    }
    CHECK(series.over_run(Measure::turnover_percent) == Approx(12));
    CHECK(series.over_run(Measure::cost_per_open_child) == Approx(300));
    CHECK(series.by_period(0).at(Measure::turnover_percent) == Approx(12));
}

TEST_CASE("what lies beyond a histogram counts in its last bin, and what lies before it in its first") {
    Series series(1, 1);
    const Measure days = Measure::conference_days_histogram;
    for (const int bin : {-3, 0, 14, 59, 60, 1000}) series.add_to_bin(days, bin, 2);
    CHECK(series.at(days, 0) == 4);
    CHECK(series.at(days, 14) == 2);
    CHECK(series.at(days, last_bin(days)) == 6);
    double all = 0;
    for (const double count : series.of(days)) all += count;
    CHECK(all == 12);
}
