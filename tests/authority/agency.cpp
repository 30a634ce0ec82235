// What the rules for agency workers let in, over whole runs.
#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Settings small = small_authority();
const Settings large = small_authority(62500);

}  // namespace

TEST_CASE("a cap on agency workers is kept at every month's end, once today's stays are over") {
    const Lived lived =
        live({decided(large, [](Policy& policy) { policy.agency.most_percent = 10; })}, {36, 4});
    double most = 0;
    for (const Series& future : lived.series[0]) {
        for (int month = 18; month < 36; ++month) {
            most = std::max(most, future.at(Measure::agency_percent, month));
        }
    }
    // Permanent leavers may lift the share of those there by one worker in two hundred.
    CHECK(most <= 10.5);
    CHECK(most > 7);
}

TEST_CASE("a year's spending on agency keeps to its budget, once today's stays are over") {
    const Lived lived =
        live({decided(large, [](Policy& policy) { policy.agency.budget_per_year = 1e6; })}, {36, 6});
    CHECK(lived.mean(0, Measure::cost_agency, 24, 36) < 1.05e6);
    CHECK(lived.mean(0, Measure::cost_agency, 24, 36) > 0.5e6);
}

TEST_CASE("agency cover phased out over 12 months falls steadily and is gone when they are over") {
    const Lived lived = live(
        {decided(large, [](Policy& policy) { policy.agency.phase_out_months = 12; }), Way{large}}, {18, 4});
    CHECK(lived.mean(0, Measure::agency_percent, 5, 6) > 2);
    CHECK(lived.mean(0, Measure::agency_percent, 5, 6) < 0.7 * lived.mean(1, Measure::agency_percent, 5, 6));
    CHECK(lived.mean(0, Measure::agency_percent, 12, 18) < 0.3);
}

TEST_CASE("a phase-out decided for month 6 begins then") {
    Way way{small};
    way.policies.push_back({6, way.policy()});
    way.policies.back().policy.agency.phase_out_months = 6;
    const Lived lived = live({Way{small}, way}, {18, 10});
    CHECK(lived.surely_more(1, Measure::agency_workers, 0, 6) == 0);
    CHECK(lived.mean(1, Measure::agency_workers, 8, 9) > 0);
    CHECK(lived.mean(1, Measure::agency_percent, 13, 18) < 0.5);
}

TEST_CASE("a managed team of four stays its nine months when an earlier one has gone") {
    Way way = struck(small, {ShockKind::managed_agency_team, 1, 3, 4});
    way.shocks.push_back({ShockKind::managed_agency_team, 20, 9, 4});
    Inside inside(way, {30});
    int seen = 0;
    inside.watch([&](World& world) {
        if (world.state.month != 20) return;
        int staying = 0;
        for (const Post& post : world.state.posts) {
            staying += post.temporary && !post.closed &&
                       post.temporary_until > world.state.now + world.rules->work.months(7);
        }
        seen = std::max(seen, staying);
    });
    CHECK(seen == 4);
}
