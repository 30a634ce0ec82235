// A post is filled or vacant in turn: how long each lasts gives vacancy, turnover and the time to fill.
#include <algorithm>

#include "tests/known_answers/futures.hpp"

namespace headroom {
namespace {

constexpr int first_month = 36;

// The two states of a post, in mean weeks of five working days.
struct TwoStates {
    double filled, vacant;

    explicit TwoStates(const Settings& s) {
        constexpr double weeks_per_year = 50.6;  // of working days; the published rates are by the year
        // Each week the holder decides with one chance, and then works the notice.
        filled = weeks_per_year / (s.turnover_percent / 100) + s.notice_weeks;
        // Campaigns follow one another; as many succeed as replace today's leavers from today's vacancies.
        const double campaigns_a_year = s.vacancies_fte * 52 / s.weeks_to_hire;
        const double success = std::min(1.0, s.turnover_percent / 100 * s.in_post_fte / campaigns_a_year);
        vacant = s.weeks_to_hire / success;
    }
    double share_vacant() const { return vacant / (vacant + filled); }
};

TEST_CASE("posts are vacant, change hands and are filled again at the rates of two states in turn") {
    const Scenario scenario = question_of("posts.json");
    const TwoStates theory(scenario.settings);
    const double posts = scenario.settings.in_post_fte + scenario.settings.vacancies_fte;
    const double weeks = working_days_between(scenario, first_month, scenario.months) / 5.0;
    std::vector<double> vacant, leaving, weeks_to_fill;
    live(scenario, [&](std::size_t, const Series& series) {
        const auto over = [&](Measure measure) { return series.over(measure, first_month, scenario.months); };
        double in_post = 0;
        for (int month = first_month; month < scenario.months; ++month) {
            in_post += series.at(Measure::in_post, month) / (scenario.months - first_month);
        }
        vacant.push_back(1 - in_post / posts);
        leaving.push_back(over(Measure::leavers) / weeks / in_post);
        weeks_to_fill.push_back(over(Measure::weeks_to_fill_total) / over(Measure::posts_filled));
    });
    CHECK(estimate_of(vacant) == known_answer(theory.share_vacant(), 0.03));
    CHECK(estimate_of(leaving) == known_answer(1 / theory.filled, 0.03));
    CHECK(estimate_of(weeks_to_fill) == known_answer(theory.vacant, 0.03));
}

}  // namespace
}  // namespace headroom
