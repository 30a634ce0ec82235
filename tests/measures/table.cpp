// The table of measures: what is counted, under which name, in which unit.
#include <set>
#include <string>

#include "sim/measures/measure.hpp"
#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("every measure has a name of its own, a unit and a definition") {
    std::set<std::string_view> names, definitions;
    for (const MeasureRow& row : measure_rows()) {
        CAPTURE(row.name);
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.unit.empty());
        CHECK(row.definition.size() > 5);
        CHECK(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos);
        if (row.name.ends_with("_percent")) CHECK(row.unit.starts_with("percent"));
        if (row.name.starts_with("cost")) CHECK(row.unit.starts_with("pounds"));
    }
    CHECK(names.size() == static_cast<std::size_t>(measure_count));
}

TEST_CASE("a row is found by its name and by its measure, and no other name finds one") {
    for (const MeasureRow& row : measure_rows()) {
        CHECK(find_measure(row.name) == &row);
        CHECK(&row_of(row.measure) == &row);
    }
    CHECK(find_measure("unmet_hour") == nullptr);
    CHECK(find_measure("") == nullptr);
}

TEST_CASE("a ratio is made of two monthly measures that stand for what they count") {
    for (const MeasureRow& row : measure_rows()) {
        CAPTURE(row.name);
        if (row.kind != MeasureKind::ratio) {
            CHECK(row.numerator == Measure::count);
            CHECK(row.denominator == Measure::count);
            continue;
        }
        CHECK(row_of(row.numerator).kind == MeasureKind::monthly);
        CHECK(row_of(row.denominator).kind == MeasureKind::monthly);
        CHECK(row.numerator != row.denominator);
        CHECK(row.factor > 0);
        if (row.name.ends_with("_percent") && row.unit == "percent") CHECK(row.factor == 100);
    }
}

TEST_CASE("a histogram says its bins, and what is not one has none") {
    for (const MeasureRow& row : measure_rows()) {
        CAPTURE(row.name);
        const bool histogram = row.kind == MeasureKind::histogram;
        CHECK(row.name.ends_with("_histogram") == histogram);
        CHECK((row.bins > 1) == histogram);
        CHECK(bins_of(row.measure) == row.bins);
        CHECK(last_bin(row.measure) == row.bins - 1);
        CHECK((row.bin_width > 0) == histogram);
    }
}

TEST_CASE("the three shortfalls and their sum stand side by side, first in the table, in one unit") {
    const Measure shortfalls[] = {Measure::unmet_hours_waiting, Measure::unmet_hours_stretched,
                                  Measure::unmet_hours_turned_away, Measure::unmet_hours};
    for (int i = 0; i < 4; ++i) {
        CHECK(static_cast<int>(shortfalls[i]) == 1 + i);
        CHECK(row_of(shortfalls[i]).unit == "hours");
        CHECK(row_of(shortfalls[i]).better == Better::lower);
    }
    for (const Measure rate : {Measure::unmet_per_100_waiting, Measure::unmet_per_100_stretched,
                               Measure::unmet_per_100_turned_away, Measure::unmet_per_100}) {
        CHECK(row_of(rate).denominator == Measure::planned_hours);
        CHECK(row_of(rate).factor == 100);
    }
}

// The model counts by stage and severity with steps from the first of these.
TEST_CASE("hours by stage and by severity stand in the order of the path and of need") {
    const auto follows = [](Measure first, Measure second) {
        return static_cast<int>(second) == static_cast<int>(first) + 1;
    };
    CHECK(follows(Measure::planned_hours_assessment, Measure::planned_hours_brief_help));
    CHECK(follows(Measure::planned_hours_brief_help, Measure::planned_hours_child_in_need));
    CHECK(follows(Measure::planned_hours_child_in_need, Measure::planned_hours_child_protection));
    CHECK(follows(Measure::planned_hours_child_protection, Measure::planned_hours_looked_after));
    CHECK(follows(Measure::unmet_hours_assessment, Measure::unmet_hours_brief_help));
    CHECK(follows(Measure::unmet_hours_brief_help, Measure::unmet_hours_child_in_need));
    CHECK(follows(Measure::unmet_hours_child_in_need, Measure::unmet_hours_child_protection));
    CHECK(follows(Measure::unmet_hours_child_protection, Measure::unmet_hours_looked_after));
    CHECK(follows(Measure::unmet_hours_low, Measure::unmet_hours_moderate));
    CHECK(follows(Measure::unmet_hours_moderate, Measure::unmet_hours_high));
    CHECK(follows(Measure::unmet_hours_high, Measure::unmet_hours_acute));
    CHECK(follows(Measure::unallocated_days_low, Measure::unallocated_days_moderate));
    CHECK(follows(Measure::unallocated_days_moderate, Measure::unallocated_days_high));
    CHECK(follows(Measure::unallocated_days_high, Measure::unallocated_days_acute));
}

TEST_CASE("a results file is told how each monthly value came about") {
    CHECK(cell_method(row_of(Measure::referrals)) == "month: sum");
    CHECK(cell_method(row_of(Measure::children_open)) == "month: mean");
    CHECK(cell_method(row_of(Measure::children_unallocated_peak)) == "month: maximum");
    CHECK(cell_method(row_of(Measure::in_post)) == "month: point");
    CHECK(cell_method(row_of(Measure::unmet_per_100)) == "month: mean");
    for (const MeasureRow& row : measure_rows()) {
        CAPTURE(row.name);
        CHECK_FALSE(cell_method(row).empty());
    }
}

TEST_CASE("what waits, fails or is lost is better when lower") {
    for (const MeasureRow& row : measure_rows()) {
        CAPTURE(row.name);
        const bool harm = row.name.starts_with("unmet_") || row.name.starts_with("unallocated_") ||
                          row.name.starts_with("leavers") || row.name.starts_with("cost") ||
                          row.name.starts_with("wait_days_p");
        if (harm) CHECK(row.better == Better::lower);
        if (row.name.ends_with("_on_time_percent")) CHECK(row.better == Better::higher);
    }
}
