#include "analysis/statistics/measured_expectation.hpp"

#include "analysis/words/expectation_words.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;

namespace {

// Two alternatives of four months; what the measure is in each future is said, the same in every month.
StudyResults results_of(const std::vector<double>& first, const std::vector<double>& second) {
    StudyResults results;
    results.point_names = {"As now", "Limit 15"};
    results.replications = static_cast<int>(first.size());
    results.months = 4;
    for (const auto& values : {first, second}) {
        for (const double value : values) {
            Series series(4, 1);
            for (int month = 0; month < 4; ++month)
                series.at(Measure::children_unallocated, month) = value + month;
            series.at(Measure::wait_days_p90) = 10 * value;
            results.series.push_back(series);
        }
    }
    return results;
}

Expectation expecting(double from, double to) {
    return {.claim = "More wait.",
            .measure = Measure::children_unallocated,
            .alternative = "Limit 15",
            .from = from,
            .to = to};
}

}  // namespace

TEST_CASE("an expectation of one alternative is laid beside its mean over the run") {
    const auto found = measured(results_of({1, 2, 3}, {10, 20, 30}), expecting(20, 23));
    REQUIRE(found);
    CHECK(found->futures == 3);
    CHECK(found->mean == Approx(21.5));  // 20 and the mean of 0, 1, 2, 3
    CHECK(found->is_between);
}

TEST_CASE("with less the mean of the paired differences is meant, and its interval is theirs") {
    Expectation expected = expecting(17, 19);
    expected.less = "As now";
    const auto found = measured(results_of({1, 2, 3}, {19, 20, 21}), expected);
    REQUIRE(found);
    CHECK(found->mean == Approx(18));
    CHECK(found->mean_within.half_width() == Approx(0).margin(1e-12));  // though each by itself varies
    CHECK(found->born_out == BornOut::yes);
}

TEST_CASE("months are counted from 1 and both ends are in") {
    Expectation expected = expecting(0, 100);
    expected.first_month = 2;
    expected.last_month = 3;
    CHECK(measured(results_of({0}, {10}), expected)->mean == Approx(11.5));
    expected.first_month = expected.last_month = 4;
    CHECK(measured(results_of({0}, {10}), expected)->mean == Approx(13));
}

TEST_CASE("a measure of the whole run is taken as it is") {
    Expectation expected = expecting(0, 500);
    expected.measure = Measure::wait_days_p90;
    CHECK(measured(results_of({1, 2}, {10, 20}), expected)->mean == Approx(150));
}

TEST_CASE("a claim is borne out by its whole interval, refuted by none of it, and open in between") {
    const StudyResults results = results_of({0, 0, 0, 0}, {8, 10, 10, 12});  // 11.5, give or take 2.6
    CHECK(measured(results, expecting(8, 15))->born_out == BornOut::yes);
    CHECK(measured(results, expecting(11, 12))->born_out == BornOut::not_yet_known);
    CHECK(measured(results, expecting(11, 12))->is_between);
    CHECK(measured(results, expecting(12, 20))->born_out == BornOut::not_yet_known);
    CHECK_FALSE(measured(results, expecting(12, 20))->is_between);
    CHECK(measured(results, expecting(15, 20))->born_out == BornOut::no);
    CHECK(measured(results, expecting(0, 5))->born_out == BornOut::no);
}

TEST_CASE("two futures know nothing yet, whatever they came to") {
    CHECK(measured(results_of({0, 0}, {10, 10}), expecting(0, 100))->born_out == BornOut::not_yet_known);
}

TEST_CASE("one future alone is what it is") {
    Expectation expected = expecting(21, 22);
    expected.future = 1;
    const StudyResults results = results_of({1, 2, 3}, {10, 20, 30});
    CHECK(measured(results, expected)->mean == Approx(21.5));
    CHECK(measured(results, expected)->born_out == BornOut::yes);
    expected.future = 2;
    CHECK(measured(results, expected)->born_out == BornOut::no);
    expected.future = 3;
    CHECK_FALSE(measured(results, expected));
}

TEST_CASE("a failed future of either alternative is left out of a difference") {
    Expectation expected = expecting(0, 100);
    expected.less = "As now";
    StudyResults results = results_of({1, 2, 3, 4}, {11, 22, 33, 44});
    results.failures = {{0, 1, 1, "broke"}, {1, 3, 1, "broke"}};
    CHECK(measured(results, expected)->futures == 2);
    CHECK(measured(results, expected)->mean == Approx(20));
}

TEST_CASE("of an alternative or month that was not run nothing is said") {
    const StudyResults results = results_of({1, 2, 3}, {10, 20, 30});
    Expectation other = expecting(0, 100);
    other.alternative = "Limit 16";
    CHECK_FALSE(measured(results, other));
    other = expecting(0, 100);
    other.less = "Limit 16";
    CHECK_FALSE(measured(results, other));
    other = expecting(0, 100);
    other.last_month = 5;
    CHECK_FALSE(measured(results, other));
    StudyResults by_year = results;
    by_year.period_months = 12;
    CHECK_FALSE(measured(by_year, expecting(0, 100)));
}

TEST_CASE("an expectation is said with its numbers, unit, interval and verdict") {
    const StudyResults results = results_of({0, 0, 0, 0}, {8, 10, 10, 12});
    const Expectation expected = expecting(8, 15);
    CHECK(words_of(expected, *measured(results, expected)) ==
          "Expected 8.0 to 15.0 children, measured 11.5 (95 % interval 8.9 to 14.1): as expected.");
    const Expectation wide = expecting(100, 200);
    CHECK(words_of(wide, *measured(results, wide)) ==
          "Expected 100 to 200 children, measured 12 (95 % interval 9 to 14): not as expected.");
    const Expectation finer = expecting(2.5, 100);
    CHECK(words_of(finer, *measured(results, finer)) ==
          "Expected 2.5 to 100.0 children, measured 11.5 (95 % interval 8.9 to 14.1): as expected.");
    const Expectation narrow = expecting(11.1, 12.1);
    CHECK(words_of(narrow, *measured(results, narrow)).starts_with("Expected 11.1 to 12.1 children"));
    CHECK(words_of(expecting(8, 15), *measured(results_of({1}, {9}), expecting(8, 15))) ==
          "Expected 8.0 to 15.0 children, measured 10.5: not yet known.");
}
