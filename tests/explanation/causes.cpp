// A number taken apart is the number: the log's sums against the measures of the same future.
#include "analysis/explanation/causes.hpp"

#include <set>

#include "analysis/explanation/explanation.hpp"
#include "sim/futures/recorded_future.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"
#include "tests/explanation/recorded_study.hpp"

using namespace headroom;

namespace {

// How many months hold something of the measure.
int months_taken_apart(const StudyResults& results, Measure measure) {
    const Story story(results, *results.log);
    int months = 0;
    for (int month = 0; month < results.months; ++month) {
        const Causes causes = *causes_of(story, measure, month);
        const double measured = results.at(0, 0).at(measure, month);
        CAPTURE(row_of(measure).name, month);
        if (std::isnan(measured)) continue;  // nobody was allocated
        CHECK(causes.value == Approx(measured).epsilon(1e-9).margin(1e-9));
        months += causes.total > 0;
    }
    return months;
}

StudyResults typical_study(const std::string& alternative) {
    Choices choices;
    choices.months = 8;
    const Reading reading = read_question_text(
        "typical", R"({"settling_months": 3, "alternatives": [)" + alternative + "]}", choices);
    REQUIRE(reading.is_good());
    return study_of(record_future(reading.scenario, reading.scenario.alternatives.front(), 2), 8);
}

}  // namespace

TEST_CASE("in every month of a small authority each number is the sum of its causes") {
    std::set<Measure> seen;
    for (const Way& way : eventful_ways()) {
        const StudyResults results = study_of(Recorded(way).run);
        for (const Measure measure : explainable_measures()) {
            if (months_taken_apart(results, measure) > 0) seen.insert(measure);
        }
    }
    // Each measure was more than nothing somewhere, or the sums above would say little.
    for (const Measure measure : explainable_measures()) {
        CAPTURE(row_of(measure).name);
        CHECK(seen.count(measure) == 1);
    }
}

TEST_CASE("in every month of the typical authority each number is the sum of its causes") {
    const StudyResults results = typical_study(
        R"({"name": "Limit 15", "policy": {"caseload_limit": {"kind": "hard", "children": 15}}})");
    for (const Measure measure : explainable_measures()) months_taken_apart(results, measure);
    CHECK(months_taken_apart(results, Measure::children_unallocated) == 8);
    CHECK(months_taken_apart(results, Measure::unmet_per_100) == 8);
}

TEST_CASE("the three shortfalls' causes are together those of the whole") {
    const StudyResults results = study_of(Recorded(eventful_ways()[2]).run);
    const Story story(results, *results.log);
    for (int month = 0; month < results.months; ++month) {
        double parts = 0;
        for (const Measure part :
             {Measure::unmet_hours_waiting, Measure::unmet_hours_stretched, Measure::unmet_hours_turned_away})
            parts += causes_of(story, part, month)->total;
        CHECK(causes_of(story, Measure::unmet_hours, month)->total == Approx(parts).epsilon(1e-9));
    }
}

TEST_CASE("waiting is for one of four reasons, and nobody who has a worker waits") {
    const StudyResults results = study_of(Recorded(eventful_ways()[1]).run);
    const Story story(results, *results.log);
    for (int month = 0; month < results.months; ++month) {
        const Causes causes = *causes_of(story, Measure::children_unallocated, month);
        for (const Cause& cause : causes.parts) {
            CHECK(cause.reason >= EntryReason::awaiting_manager);
            CHECK(cause.reason <= EntryReason::worker_absent);
            CHECK(cause.worker == no_one);
        }
    }
}

TEST_CASE("a measure that is no sum over families is not taken apart") {
    const StudyResults results = study_of(Recorded(eventful_ways()[0]).run);
    const Story story(results, *results.log);
    CHECK_FALSE(causes_of(story, Measure::strain, 3));
    CHECK_FALSE(causes_of(story, Measure::cost, 3));
}

TEST_CASE("the month with the most of it is the worst, and with the fewest where more is better") {
    const StudyResults results = study_of(Recorded(eventful_ways()[1]).run);
    const Series& series = results.at(0, 0);
    const int worst = worst_month(results, Measure::children_unallocated);
    const int fewest = worst_month(results, Measure::visits_on_time_percent);
    for (int month = 0; month < results.months; ++month) {
        CHECK(series.at(Measure::children_unallocated, month) <=
              series.at(Measure::children_unallocated, worst));
        CHECK(series.at(Measure::visits_on_time_percent, month) >=
              series.at(Measure::visits_on_time_percent, fewest));
    }
}

TEST_CASE("the future nearest to the mean is nearer to it than any other") {
    StudyResults results;
    results.point_names = {"As now"};
    results.months = 2;
    for (const double value : {4.0, 10.0, 7.5, 6.0}) {
        Series series(2, 0);
        series.at(Measure::children_unallocated, 1) = value;
        results.series.push_back(series);
    }
    results.replications = 4;
    CHECK(future_nearest_mean(results, 0, Measure::children_unallocated, 1) == 2);
    CHECK(future_nearest_mean(results, 0, Measure::children_unallocated, std::nullopt) == 2);
    for (Series& series : results.series) series.at(Measure::children_unallocated, 1) = std::nan("");
    CHECK_FALSE(future_nearest_mean(results, 0, Measure::children_unallocated, 1));
}

TEST_CASE("a log is offered of the alternative where the number is worst") {
    StudyResults results;
    results.point_names = {"As now", "Limit 15", "Posts"};
    results.months = 1;
    results.replications = 2;
    for (const double value : {4.0, 5.0, 9.0, 11.0, 2.0, 1.0}) {
        Series series(1, 0);
        series.at(Measure::children_unallocated, 0) = value;
        series.at(Measure::visits_on_time_percent, 0) = value;
        results.series.push_back(series);
    }
    CHECK(worst_alternative(results, Measure::children_unallocated, 0) == 1);
    CHECK(worst_alternative(results, Measure::visits_on_time_percent, 0) == 2);
}
