// How futures, months and files are spread: fans, quarters, classes of a histogram, samples of files.
#include <cmath>
#include <numeric>

#include "analysis/statistics/histogram_classes.hpp"
#include "analysis/statistics/monthly_fan.hpp"
#include "analysis/statistics/quarters.hpp"
#include "analysis/statistics/sample_of_files.hpp"
#include "analysis/words/number_words.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;

namespace {

// Children without a worker in future i: i + 1, in every month.
StudyResults made_up_counts(int futures, int months = 7) {
    StudyResults study = made_up_study(futures, months);
    for (int i = 0; i < futures; ++i) {
        for (int month = 0; month < months; ++month) {
            study.series[static_cast<std::size_t>(i)].at(Measure::children_unallocated, month) = i + 1;
            study.series[static_cast<std::size_t>(i)].at(Measure::referrals, month) = month + 1;
        }
    }
    return study;
}

}  // namespace

TEST_CASE("half, 80 and 95 of 99 futures lie within their bands of a fan") {
    const MonthlyFan fan = monthly_fan(made_up_counts(99), 0, Measure::children_unallocated);
    REQUIRE(fan.bands.size() == 3);
    CHECK(fan.median[3] == 50);
    CHECK((fan.bands[2].percent == 50 && fan.bands[2].low[0] == 25 && fan.bands[2].high[0] == 75));
    CHECK((fan.bands[1].percent == 80 && fan.bands[1].low[0] == 10 && fan.bands[1].high[0] == 90));
    CHECK((fan.bands[0].percent == 95 && fan.bands[0].low[0] == 2 && fan.bands[0].high[0] == 98));
}

TEST_CASE("a fan has no band that its futures are too few for") {
    const auto has_band = [](int futures, std::size_t band) {
        return !std::isnan(
            monthly_fan(made_up_counts(futures), 0, Measure::children_unallocated).bands[band].low[0]);
    };
    CHECK((has_band(3, 2) && !has_band(3, 1) && !has_band(2, 2)));
    CHECK((has_band(9, 1) && !has_band(8, 1)));
    CHECK((has_band(39, 0) && !has_band(38, 0)));
}

TEST_CASE("a failed future is in no fan, quarter or class") {
    StudyResults study = made_up_counts(3);
    study.failures = {{0, 2, 1, "broke down"}};
    CHECK(monthly_fan(study, 0, Measure::children_unallocated).median[0] == 1.5);
    CHECK(over_quarter(study, 0, Measure::children_unallocated, 0).mean == 1.5);
    CHECK(class_percents(study, 0, Measure::caseload_histogram, {{"all", 0, 60}})[0].futures == 0);
}

TEST_CASE("a quarter adds up what is counted and means what stands, and the last one may be short") {
    const StudyResults study = made_up_counts(3, 7);
    CHECK(quarters_of(study) == 3);
    CHECK(over_quarter(study, 0, Measure::referrals, 0).mean == 1 + 2 + 3);
    CHECK(over_quarter(study, 0, Measure::referrals, 2).mean == 7);
    CHECK(over_quarter(study, 0, Measure::children_unallocated, 1).mean == 2);
    CHECK(quarter_words(study.start, 0, study.months) == "Apr to Jun 2025");
    CHECK(quarter_words(study.start, 2, study.months) == "Oct 2025");
    StudyResults late = study;
    late.start = Date{2025, 11, 1};
    CHECK(quarter_words(late.start, 0, late.months) == "Nov 2025 to Jan 2026");
}

TEST_CASE("the classes of a histogram share out all that was counted") {
    StudyResults study = made_up_counts(4);
    for (Series& future : study.series) {
        future.at(Measure::caseload_histogram, 10) = 30;
        future.at(Measure::caseload_histogram, 25) = 10;
    }
    const auto shares =
        class_percents(study, 0, Measure::caseload_histogram, {{"low", 0, 20}, {"high", 20, 60}});
    CHECK(shares[0].mean == 75);
    CHECK(shares[1].mean == 25);
    CHECK(shares[1].low == 25);
}

TEST_CASE("of 23 files, the number that fail follows the binomial distribution") {
    const FilesFailing chances = files_failing(0.3);
    CHECK(std::accumulate(chances.begin(), chances.end(), 0.0) == Approx(1).epsilon(1e-12));
    CHECK(chances[0] == Approx(std::pow(0.7, 23)).epsilon(1e-12));
    CHECK(chances[7] == Approx(245157 * std::pow(0.3, 7) * std::pow(0.7, 16)).epsilon(1e-12));  // 23 over 7
    CHECK(files_failing(0)[0] == 1);
    CHECK(files_failing(1)[23] == 1);
}

TEST_CASE("8 samples in 10 of a service with 3 failing files in 10 show 4 to 10 of 23") {
    const FilesFailing chances = files_failing(0.3);
    CHECK(files_quantile(chances, 0.1) == 4);
    CHECK(files_quantile(chances, 0.9) == 10);
    CHECK(files_quantile(files_failing(0), 0.9) == 0);
}

TEST_CASE("two samples of one service look better than each other as often, and equal otherwise") {
    const FilesFailing some = files_failing(0.2), most = files_failing(0.9);
    double equal = 0;
    for (const double chance : some) equal += chance * chance;
    CHECK(2 * chance_of_fewer(some, some) + equal == Approx(1).epsilon(1e-12));
    CHECK(chance_of_fewer(some, most) > 0.999);
    CHECK(chance_apart(some, 0) == Approx(1).epsilon(1e-12));
    CHECK(chance_apart(some, 1) == Approx(1 - equal).epsilon(1e-12));
    CHECK(chance_apart(some, 24) == 0);
}

TEST_CASE("a mean and its range are the same with and without their intervals") {
    const std::vector<double> values{4, 1, std::nan(""), 9, 2, 2, 7, 8, 3, 5, 6};
    const OverFutures quick = mean_and_range(values), whole = over_futures(values);
    CHECK((quick.futures == whole.futures && quick.mean == whole.mean));
    CHECK((quick.low == whole.low && quick.high == whole.high));
    CHECK(std::isnan(mean_and_range(std::vector<double>{1, 2}).low));
}
