// A future with one value for every so many months.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "sim/measures/series.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

bool is_same(double a, double b) {
    return std::memcmp(&a, &b, sizeof a) == 0 || (std::isnan(a) && std::isnan(b));
}

// A future in which no two numbers are alike, ratios of nothing among them.
Series lively(int months) {
    Series series(months, 3);
    double number = 0;
    for (double& value : series.values()) value = std::sqrt(++number);
    series.at(Measure::visits_due, 0) = 0;
    series.make_ratios();
    return series;
}

}  // namespace

TEST_CASE("every value of a period is the measure over its months, whatever the period's length") {
    for (const int months : {1, 5, 12, 36, 37}) {
        const Series series = lively(months);
        for (const int length : {1, 3, 12, 100}) {
            const Series kept = series.by_period(length);
            REQUIRE(kept.months() == (months + length - 1) / length);
            for (const MeasureRow& row : measure_rows()) {
                if (row.kind == MeasureKind::whole || row.kind == MeasureKind::histogram) continue;
                CAPTURE(row.name, months, length);
                for (int period = 0; period < kept.months(); ++period) {
                    const int from = period * length, to = std::min(from + length, months);
                    CHECK(is_same(kept.at(row.measure, period), series.over(row.measure, from, to)));
                }
            }
        }
    }
}

TEST_CASE("over the whole run there is one value, that of the run") {
    const Series series = lively(30), kept = series.by_period(0);
    CHECK(kept.months() == 1);
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind == MeasureKind::histogram) continue;
        CAPTURE(row.name);
        CHECK(is_same(kept.at(row.measure), series.over_run(row.measure)));
    }
}

TEST_CASE("by month every value is that of the month, and only the teams are left out") {
    const Series series = lively(14), kept = series.by_period(1);
    CHECK(kept.months() == 14);
    CHECK(kept.teams() == 0);
    for (const MeasureRow& row : measure_rows()) {
        const auto before = series.of(row.measure), after = kept.of(row.measure);
        REQUIRE(after.size() == before.size());
        // A ratio is made again from its parts, which may round the other way in the last bit.
        for (std::size_t i = 0; i < before.size(); ++i)
            CHECK((is_same(after[i], before[i]) || after[i] == Approx(before[i]).epsilon(1e-15)));
    }
}

TEST_CASE("numbers of the whole run and histograms are kept as they are, over any period") {
    const Series series = lively(9);
    for (const int length : {0, 1, 3, 12}) {
        const Series kept = series.by_period(length);
        for (const MeasureRow& row : measure_rows()) {
            if (row.kind != MeasureKind::whole && row.kind != MeasureKind::histogram) continue;
            CHECK(std::ranges::equal(kept.of(row.measure), series.of(row.measure)));
        }
    }
}

TEST_CASE("the quarters of a year add up to the year where months do, and the peak is the highest of them") {
    const Series series = lively(12);
    const Series quarters = series.by_period(3), year = series.by_period(12);
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::monthly) continue;
        double sum = 0, highest = 0;
        for (const double value : quarters.of(row.measure)) {
            sum += value;
            highest = std::max(highest, value);
        }
        const double expected = row.within == Within::sum    ? sum
                                : row.within == Within::peak ? highest
                                                             : sum / 4;
        CHECK(year.at(row.measure) == Approx(expected));
    }
}

TEST_CASE("a future that broke down has no number in any period") {
    Series series(7, 2);
    std::ranges::fill(series.values(), std::numeric_limits<double>::quiet_NaN());
    for (const int length : {0, 1, 3, 12}) {
        const Series kept = series.by_period(length);
        for (const double value : kept.values()) CHECK(std::isnan(value));
    }
}
