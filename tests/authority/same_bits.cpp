// The same future is the same to the last bit, and what one policy does never leaks into another.
#include <cstring>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

bool same_bits(const Series& one, const Series& other) {
    return one.values().size() == other.values().size() &&
           std::memcmp(one.values().data(), other.values().data(), one.values().size_bytes()) == 0;
}

Branch branch_of(const Way& way) {
    return {&way.settings, way.policies, way.shocks};
}

}  // namespace

TEST_CASE("a future lived twice is the same, whatever was lived in between") {
    const Settings small = small_authority();
    const Way as_now{small}, limited = limited_to(small, 10);
    Authority authority(small, Policy{}, {2025, 4, 1}, 6, 12);
    authority.settle(5, 2);
    const Series first = authority.run(branch_of(as_now));
    const Series tight = authority.run(branch_of(limited));
    CHECK(same_bits(authority.run(branch_of(as_now)), first));
    CHECK_FALSE(same_bits(first, tight));
    authority.settle(5, 3);
    CHECK_FALSE(same_bits(authority.run(branch_of(as_now)), first));
    authority.settle(6, 2);
    CHECK_FALSE(same_bits(authority.run(branch_of(as_now)), first));
    authority.settle(5, 2);
    CHECK(same_bits(authority.run(branch_of(limited)), tight));
    CHECK(same_bits(authority.run(branch_of(as_now)), first));
}

TEST_CASE("another authority of the same settings has the same future") {
    const Way way = limited_to(small_authority(), 12);
    const Lived one = live({way}, {12, 2}), other = live({way}, {12, 2});
    for (std::size_t i = 0; i < 2; ++i) CHECK(same_bits(one.series[0][i], other.series[0][i]));
}

TEST_CASE("a future looked at every day is the one lived at a stretch") {
    const Way way = limited_to(small_authority(), 12);
    Inside inside(way, {12}, 0);
    const Series watched = inside.watch([](World&) {});
    CHECK(same_bits(watched, live({way}, {12, 1}).series[0][0]));
}

TEST_CASE("how long a run is does not change how it begins") {
    const Way way = limited_to(small_authority(), 12);
    const Lived year = live({way}, {12, 3}), three_years = live({way}, {36, 3});
    for (std::size_t i = 0; i < 3; ++i) {
        for (const Measure measure : {Measure::referrals, Measure::children_unallocated, Measure::leavers,
                                      Measure::caseload_mean, Measure::cost, Measure::strain}) {
            for (int month = 0; month < 12; ++month) {
                CAPTURE(std::string(row_of(measure).name), month);
                CHECK(year.series[0][i].at(measure, month) == three_years.series[0][i].at(measure, month));
            }
        }
    }
}

TEST_CASE("a typical authority's first nine months do not depend on whether three years follow") {
    const Way way = limited_to(Settings{}, 15);
    const Lived short_run = live({way}, {9, 1, 12}), long_run = live({way}, {36, 1, 12});
    // What was due before the end may still be done after it; until then it is neither on time nor unmet.
    const auto is_settled_later = [](std::string_view name) {
        for (const std::string_view part : {"unmet", "planned", "visits", "reviews"})
            if (name.find(part) != std::string_view::npos) return true;
        return false;
    };
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::monthly || is_settled_later(row.name)) continue;
        for (int month = 0; month < 9; ++month) {
            CAPTURE(std::string(row.name), month);
            CHECK(short_run.series[0][0].at(row.measure, month) ==
                  long_run.series[0][0].at(row.measure, month));
        }
    }
}

TEST_CASE("the same new families come, whatever is decided") {
    const Settings small = small_authority();
    const std::vector<Way> ways = {
        Way{small}, limited_to(small, 10),
        decided(small, [](Policy& policy) { policy.practice.raised_threshold_percent = 50; }),
        decided(small, [](Policy& policy) { policy.posts.add = 5; })};
    std::vector<std::uint32_t> arrived;
    for (const Way& way : ways) {
        Inside inside(way, {24});
        std::uint32_t last = 0;
        inside.watch([&](World& world) { last = world.state.next_arrival; });
        arrived.push_back(last);
    }
    for (const std::uint32_t number : arrived) CHECK(number == arrived.front());
    CHECK(arrived.front() > 100);
}

TEST_CASE("the books balance on every day of every way of running an authority") {
    const Settings small = small_authority(4000);
    std::vector<Way> ways = {Way{small}, limited_to(small, 8)};
    for (const Overflow overflow :
         {Overflow::duty, Overflow::manager_held, Overflow::raised_threshold, Overflow::agency}) {
        ways.push_back(limited_to(small, 8));
        ways.back().policy().caseload_limit.overflow = overflow;
        ways.back().policy().practice.early_closure = 1;
    }
    for (const ShockRow& row : shock_rows()) ways.push_back(struck(small, {row.kind, 1, 0, 0}));
    for (const Way& way : ways) {
        Inside inside(way, {6});
        CHECK_NOTHROW(inside.watch([](World& world) { check_books(world); }));
    }
}

TEST_CASE("odd authorities live: of a few children, without vacancies, agency, returns or care") {
    const auto lives = [](auto change) {
        Way way{small_authority(4000)};
        change(way.settings);
        Inside inside(way, {6});
        CHECK_NOTHROW(inside.watch([](World& world) { check_books(world); }));
    };
    lives([](Settings& s) { s = small_authority(600); });
    lives([](Settings& s) { s.vacancies_fte = 0; });
    lives([](Settings& s) { s.agency_fte = 0; });
    lives([](Settings& s) { s.turnover_percent = 0; });
    lives([](Settings& s) { s.return_12_months_percent = s.return_6_years_percent = 0; });
    lives([](Settings& s) { s.looked_after_per_year = s.looked_after_open = 0; });
    lives([](Settings& s) { s.children_per_family = 1; });
    lives([](Settings& s) { s.patch_teams = 1; });
    lives([](Settings& s) { s.part_time_percent = 80; });
    lives([](Settings& s) { s.hours_sign_off = s.supervision_hours = s.hours_allocation = 0; });
    lives([](Settings& s) { s.work_scale = 1.2; });
    lives([](Settings& s) { s.referrals_per_year *= 3; });
}
