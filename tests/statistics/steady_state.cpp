#include "analysis/statistics/steady_state.hpp"

#include <cmath>

#include "analysis/statistics/comparison.hpp"
#include "analysis/words/answer.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

// Ten years of two alternatives, of which the second takes a year and a half to settle: its need unmet rises
// from 10 to 30 hours of every 100.
StudyResults slow_study(int months = 120) {
    StudyResults study = made_up_study(4, months);
    study.point_names.resize(2);
    study.series.resize(8);
    for (int point = 0; point < 2; ++point) {
        for (int future = 0; future < 4; ++future) {
            Series& series = study.series[study.index_of(point, future)];
            for (int month = 0; month < months; ++month) {
                const double risen = point == 0 ? 0 : 20 * std::min(1.0, month / 18.0);
                const double wobble = (month + future) % 3 - 1;
                series.at(Measure::planned_hours, month) = 100;
                series.at(Measure::unmet_hours_waiting, month) = 0;
                series.at(Measure::unmet_hours_turned_away, month) = 0;
                series.at(Measure::unmet_hours_stretched, month) = 10 + risen + wobble;
                series.at(Measure::unmet_hours, month) = 10 + risen + wobble;
                series.at(Measure::children_unallocated, month) = 5 + wobble;
                series.at(Measure::caseload_mean, month) = 15 + wobble;
                series.team(TeamMeasure::team_children_held, 1, month) = month;
            }
            series.make_ratios();
        }
    }
    return study;
}

}  // namespace

TEST_CASE("the alternative that settles last decides how much is left out of all, in whole years") {
    const WarmUp found = warm_up_months(slow_study());
    CHECK(found.is_long_enough);
    CHECK(found.length == 24);
    CHECK(warm_up_months(slow_study(118)).length == 22);  // eight years remain
}

TEST_CASE("what settles shows in the rest, and not in the whole run") {
    const StudyResults study = slow_study(), rest = without_first_months(study, 24);
    const auto unmet = [](const StudyResults& results) {
        const Comparison comparison = compare(results);
        return comparison.alternatives[1].measures[comparison.row_of_measure(Measure::unmet_per_100)].mean;
    };
    CHECK(unmet(rest) == Approx(30).margin(0.1));
    CHECK(unmet(study) < 29);
}

TEST_CASE("the rest begins so many months later and is the same month by month") {
    const StudyResults study = slow_study(), rest = without_first_months(study, 25);
    CHECK(rest.months == 95);
    CHECK(rest.left_out_months == 25);
    CHECK(rest.start == Date{2027, 5, 1});
    CHECK(rest.at(1, 2).at(Measure::unmet_hours, 0) == study.at(1, 2).at(Measure::unmet_hours, 25));
    CHECK(rest.at(1, 2).at(Measure::unmet_per_100, 94) == study.at(1, 2).at(Measure::unmet_per_100, 119));
    CHECK(rest.at(0, 0).team(TeamMeasure::team_children_held)[95] == 25);
    CHECK(std::isnan(rest.at(0, 0).at(Measure::wait_days_p90)));
}

TEST_CASE("a run of three years does not tell where things settle, nor one that goes on rising") {
    CHECK_FALSE(warm_up_months(made_up_study(3, 36)).is_long_enough);
    StudyResults rising = slow_study();
    for (int future = 0; future < 4; ++future)
        for (int month = 0; month < 120; ++month)
            rising.series[rising.index_of(1, future)].at(Measure::children_unallocated, month) = month;
    CHECK_FALSE(warm_up_months(rising).is_long_enough);
    CHECK(unsettled_alternatives(rising) == std::vector{rising.point_names[1]});
    CHECK(unsettled_alternatives(slow_study()).empty());
}

TEST_CASE("a failed future is left out of the warm-up too") {
    StudyResults study = slow_study();
    study.failures = {{1, 3, 1, "no reason"}};
    study.series[study.index_of(1, 3)] = Series();
    CHECK(warm_up_months(study).length == 24);
    CHECK(without_first_months(study, 24).has_failed(1, 3));
}

TEST_CASE("the answer says whether it tells of the road from today or of where things settle") {
    const StudyResults study = slow_study();
    CHECK_THAT(answer_text(study), Contains("Every run starts from today") && !Contains("MSER-5"));
    const std::string settled = answer_text(without_first_months(study, 24));
    CHECK_THAT(settled, Contains("the first 24") && Contains("MSER-5") && !Contains("starts from today") &&
                            Contains("96 months from 1 April 2027"));
    CHECK_THAT(answer_json(without_first_months(study, 24)), Contains("\"left_out_months\": 24"));
}
