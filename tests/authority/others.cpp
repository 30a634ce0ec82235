// Children held by people who are no case holders here, and help that goes on lightly for long.
#include "tests/authority/futures.hpp"
#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

Settings with_others_holding(double percent) {
    Settings settings = small_authority(20000);
    settings.held_by_others_percent = percent;
    return settings;
}

Settings with_light_help(double percent) {
    Settings settings = small_authority(20000);
    settings.light_help_percent = percent;
    return settings;
}

double children_with_others(const World& world) {
    double children = 0;
    for (const Family& family : world.state.families)
        children += family.place == Place::with_others ? family.children : 0;
    return children;
}

}  // namespace

TEST_CASE("children held by others stay open and in need, and take no worker's time") {
    const Settings few = with_others_holding(0), many = with_others_holding(40);
    const Lived now = live({Way{few}}, {18, 8}), then = live({Way{many}}, {18, 8});
    const auto both = [&](Measure measure) {
        return std::pair{now.mean(0, measure, 6, 18), then.mean(0, measure, 6, 18)};
    };
    const auto [held, held_then] = both(Measure::children_held);
    const auto [in_need, in_need_then] = both(Measure::in_need_plans_open);
    const auto [planned, planned_then] = both(Measure::planned_hours);
    const auto [enquiries, enquiries_then] = both(Measure::s47_enquiries);
    CHECK(held_then < 0.9 * held);
    CHECK(planned_then < 0.9 * planned);
    CHECK(in_need_then == Approx(in_need).epsilon(0.15));
    CHECK(enquiries_then == Approx(enquiries).epsilon(0.1));
}

TEST_CASE(
    "about the share asked for is with others from the first day on, and nobody where none is asked for") {
    const Way way{with_others_holding(40)}, without{with_others_holding(0)};
    Inside inside(way, {12, 1, 3});
    double least = 1, most = 0;
    inside.watch([&](World& world) {
        const double all = world.state.children_by_stage[static_cast<int>(Stage::child_in_need)] +
                           world.state.children_by_stage[static_cast<int>(Stage::looked_after)];
        const double share = children_with_others(world) / all;
        least = std::min(least, share);
        most = std::max(most, share);
    });
    CHECK(least > 0.2);
    CHECK(most < 0.55);
    Inside none(without, {6, 1, 3});
    none.watch([&](World& world) { CHECK(children_with_others(world) == 0); });
}

TEST_CASE("an enquiry brings a child whom others hold to a social worker") {
    const Way way{with_others_holding(90)};
    Inside inside(way, {12, 1, 3});
    int enquiries = 0;
    inside.watch([&](World& world) {
        for (const Family& family : world.state.families) {
            if (family.place == Place::nowhere || !family.is(enquiry_open)) continue;
            ++enquiries;
            CHECK(family.place != Place::with_others);
        }
    });
    CHECK(enquiries > 50);
}

TEST_CASE("light help keeps children open and held for long, at few hours each") {
    const Lived now = live({Way{with_light_help(0)}}, {18, 8});
    const Lived then = live({Way{with_light_help(40)}}, {18, 8});
    const auto more = [&](Measure measure) {
        return then.mean(0, measure, 6, 18) / now.mean(0, measure, 6, 18);
    };
    CHECK(more(Measure::children_held) > 1.1);
    CHECK(more(Measure::caseload_mean) > 1.08);
    CHECK(more(Measure::planned_hours) < more(Measure::children_held));
}

TEST_CASE("as much light help goes on at the start as later") {
    const Lived lived = live({Way{with_light_help(40)}}, {24, 8});
    CHECK(lived.mean(0, Measure::children_held, 0, 6) ==
          Approx(lived.mean(0, Measure::children_held, 18, 24)).epsilon(0.08));
}
