// Which referrals are assessed, whom reviews bring a second assessment, and by when the longest are planned.
#include "tests/authority/futures.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

constexpr Span year_and_half = {18, 8};

Lived live_with(double Settings::*setting, double value) {
    Settings settings = small_authority(20000);
    settings.*setting = value;
    return live({Way{settings}}, year_and_half);
}

double in_last_year(const Lived& lived, Measure measure) {
    return lived.mean(0, measure, 6, 18);
}

}  // namespace

TEST_CASE("referrals answered without an assessment are as many as asked for, and bring none") {
    const Lived usual = live_with(&Settings::no_assessment_percent, 0);
    const Lived fewer = live_with(&Settings::no_assessment_percent, 25);
    CHECK(in_last_year(usual, Measure::answered_without_assessment) == 0);
    const double referrals = in_last_year(fewer, Measure::referrals);
    CHECK(in_last_year(fewer, Measure::answered_without_assessment) ==
          Approx(0.25 * referrals).epsilon(0.08));
    CHECK(in_last_year(fewer, Measure::assessments_completed) <
          0.85 * in_last_year(usual, Measure::assessments_completed));
    // The published flows are met by those who are assessed.
    CHECK(in_last_year(fewer, Measure::in_need_plans_started) ==
          Approx(in_last_year(usual, Measure::in_need_plans_started)).epsilon(0.12));
}

TEST_CASE("reviews that bring an update of the assessment add assessments, and the hours they take") {
    const Lived usual = live_with(&Settings::assessed_again_at_review_percent, 0);
    const Lived more = live_with(&Settings::assessed_again_at_review_percent, 50);
    CHECK(in_last_year(more, Measure::assessments_completed) >
          1.15 * in_last_year(usual, Measure::assessments_completed));
    CHECK(in_last_year(more, Measure::planned_hours) > 1.005 * in_last_year(usual, Measure::planned_hours));
    CHECK(in_last_year(more, Measure::referrals) ==
          Approx(in_last_year(usual, Measure::referrals)).epsilon(0.03));
}

TEST_CASE("a shorter longest target makes assessments shorter, and more of them in time") {
    const Lived usual = live_with(&Settings::assessment_target_last_days, 45);
    const Lived sooner = live_with(&Settings::assessment_target_last_days, 35);
    const auto in_time = [](const Lived& lived) {
        return in_last_year(lived, Measure::assessments_within_45) /
               in_last_year(lived, Measure::assessments_completed);
    };
    CHECK(in_time(sooner) > in_time(usual) + 0.03);
}
