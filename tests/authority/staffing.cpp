// Workers come and go: leaving, hiring, cohorts, and agency cover under its rules.
#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Settings small = small_authority();

Way agency_rule(double AgencyPolicy::*rule, double value) {
    return decided(small, [&](Policy& policy) { policy.agency.*rule = value; });
}

}  // namespace

TEST_CASE(
    "where neither strain nor support has an effect on leaving and sickness, no limit changes who leaves") {
    Settings calm = without_answers(small);
    calm.strain_to_leaving = calm.strain_to_sickness = 0;
    const Lived lived = live({Way{calm}, limited_to(calm, 10), limited_to(calm, 40)}, {24, 4});
    for (std::size_t way = 1; way < 3; ++way) {
        for (std::size_t i = 0; i < 4; ++i) {
            for (int month = 0; month < 24; ++month) {
                for (const Measure measure : {Measure::leavers, Measure::in_post, Measure::sick_days})
                    CHECK(lived.series[way][i].at(measure, month) == lived.series[0][i].at(measure, month));
            }
        }
    }
}

TEST_CASE("where strain tells, heavier work brings more sickness and more leavers") {
    Settings strained = small;
    strained.strain_to_leaving = strained.strain_to_sickness = 2;
    Way heavier{strained};
    heavier.settings.work_scale *= 1.5;
    const Lived lived = live({Way{strained}, heavier}, {30, 16});
    CHECK(lived.surely_more(1, Measure::strain) > sure);
    CHECK(lived.surely_more(1, Measure::absence_percent) > sure);
    CHECK(lived.surely_more(1, Measure::turnover_percent) > 2.5);
}

TEST_CASE("a tight limit eases strain") {
    const Lived lived = live({Way{small}, limited_to(small, 8)}, {24, 14});
    CHECK(lived.surely_more(1, Measure::strain) < -sure);
}

TEST_CASE("about as many leave in a year as published, where strain has no effect") {
    Settings calm = small_authority(62500);
    calm.strain_to_leaving = calm.strain_to_sickness = 0;
    const Lived lived = live({Way{calm}}, {24, 5});
    // 220 leavers expected: three standard errors are 2.4 points.
    CHECK(lived.mean(0, Measure::turnover_percent) == Approx(calm.turnover_percent).margin(2.4));
    CHECK(lived.mean(0, Measure::absence_percent) == Approx(calm.absence_percent).margin(0.5));
}

TEST_CASE("nobody starts under a hiring freeze, decided or suffered, and posts stay vacant") {
    Shock freeze{ShockKind::hiring_freeze, 3, 6, 0};
    const Lived lived =
        live({Way{small}, decided(small, [](Policy& policy) { policy.recruitment.freeze = 1; }),
              struck(small, freeze)},
             {18, 10});
    CHECK(lived.mean(0, Measure::starters) > 0);
    CHECK(lived.mean(1, Measure::starters) == 0);
    CHECK(lived.mean(2, Measure::starters, 3, 9) == 0);
    CHECK(lived.mean(2, Measure::starters, 9, 18) > 0);
    CHECK(lived.surely_more(1, Measure::in_post) < -sure);
    CHECK(lived.surely_more(1, Measure::vacancies) > sure);
}

TEST_CASE("the newly qualified start in September and February, and in no other month") {
    const Way way = decided(small, [](Policy& policy) {
        policy.recruitment.attractiveness_percent = 0;  // so that nobody else starts
        policy.recruitment.newly_qualified_per_cohort = 2;
        policy.posts.add = 10;
    });
    const Lived lived = live({way}, {24, 3});
    for (int month = 0; month < 24; ++month) {
        const int of_year = (month + 3) % 12 + 1;  // the run starts in April
        CAPTURE(of_year);
        const double expected = of_year == 9 || of_year == 2 ? 2 : 0;
        CHECK(lived.in_month(0, Measure::starters, month) == Approx(expected).margin(0.81));
        if (expected == 0) CHECK(lived.in_month(0, Measure::starters, month) == 0);
    }
}

TEST_CASE("quicker hiring and a more attractive authority fill more posts") {
    const Lived lived = live({Way{small}, decided(small, [](Policy& p) { p.recruitment.weeks_to_hire = 6; }),
                              decided(small, [](Policy& p) { p.recruitment.attractiveness_percent = 300; })},
                             {24, 12});
    for (std::size_t way = 1; way < 3; ++way) {
        CHECK(lived.surely_more(way, Measure::starters) > sure);
        CHECK(lived.surely_more(way, Measure::vacancies) < -sure);
    }
}

TEST_CASE("a pay supplement keeps workers, and is paid to all of them") {
    const Lived lived = live(
        {Way{small}, decided(small, [](Policy& p) { p.retention.pay_supplement_percent = 20; })}, {24, 20});
    CHECK(lived.surely_more(1, Measure::leavers) < -sure);
    CHECK(lived.mean(1, Measure::cost_salaries) ==
          Approx(1.2 * lived.mean(0, Measure::cost_salaries)).epsilon(0.05));
}

TEST_CASE("a cap of nothing, a price nobody asks, or no cover wanted all bring agency to an end") {
    const Lived lived = live(
        {Way{small}, agency_rule(&AgencyPolicy::most_percent, 0),
         agency_rule(&AgencyPolicy::price_cap_percent, 0), agency_rule(&AgencyPolicy::phase_out_months, 12)},
        {36, 8});
    for (std::size_t way = 1; way < 4; ++way) {
        CAPTURE(way);
        CHECK(lived.surely_more(way, Measure::agency_workers, 24, 36) < -sure);
        CHECK(lived.mean(way, Measure::agency_workers, 33, 36) < 0.3);
    }
    CHECK(lived.mean(0, Measure::agency_workers, 33, 36) > 2);
}

TEST_CASE("a cap, a budget and a price cap each hold agency down") {
    const Lived lived = live({Way{small}, agency_rule(&AgencyPolicy::most_percent, 6),
                              agency_rule(&AgencyPolicy::budget_per_year, 100000),
                              agency_rule(&AgencyPolicy::price_cap_percent, 35)},
                             {24, 14});
    for (std::size_t way = 1; way < 4; ++way) {
        CAPTURE(way);
        CHECK(lived.surely_more(way, Measure::agency_workers) < -sure);
        CHECK(lived.surely_more(way, Measure::cost_agency) < -sure);
        CHECK(lived.surely_more(way, Measure::caseload_mean) > 0);
    }
}

TEST_CASE("agency workers who may take the post at the end of their stay fill vacancies") {
    const Lived lived = live({Way{small}, agency_rule(&AgencyPolicy::convert_percent, 100)}, {24, 24});
    CHECK(lived.surely_more(1, Measure::starters) > sure);
    CHECK(lived.surely_more(1, Measure::in_post) > sure);
}

TEST_CASE("an agency worker leaves within their notice once the post they cover is filled") {
    Way way{small_authority(20000)};
    way.settings.weeks_to_hire = 8;
    Inside inside(way, {18});
    int seen = 0;
    inside.watch([&](World& world) {
        for (std::uint32_t id = 0; id < world.state.posts.size(); ++id) {
            const Post& post = world.state.posts[id];
            if (!post.filled || !post.covered) continue;
            ++seen;
            const Minutes together = world.state.now - world.state.workers[2 * id].joined_at;
            CHECK(together <= working_days(5 * world.policy->agency.notice_weeks) + minutes_per_working_day);
        }
    });
    CHECK(seen > 0);
}

TEST_CASE("a closed post stays closed, and nobody works in it after notice") {
    Way way = decided(small_authority(20000), [](Policy& policy) { policy.posts.add = -6; });
    Inside inside(way, {12});
    int days = 0;
    inside.watch([&](World& world) {
        if (++days < 60) return;
        for (std::uint32_t id = 0; id < world.state.posts.size(); ++id) {
            if (!world.state.posts[id].closed || world.state.posts[id].temporary) continue;
            CHECK_FALSE(world.state.posts[id].filled);
        }
    });
}
