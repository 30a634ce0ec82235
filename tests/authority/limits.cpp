// What a limit on caseloads does: it relocates work, and never removes it.
#include <cstring>

#include "tests/authority/futures.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Settings small = small_authority();

Way with_limit(const CaseloadLimit& limit) {
    return decided(small, [&](Policy& policy) { policy.caseload_limit = limit; });
}

bool same_bits(const Series& one, const Series& other) {
    return one.values().size() == other.values().size() &&
           std::memcmp(one.values().data(), other.values().data(), one.values().size_bytes()) == 0;
}

}  // namespace

TEST_CASE("a limit of 12 makes children wait and lowers the caseloads of those who hold them") {
    const Lived lived = live({Way{small}, limited_to(small, 12)}, {24, 16});
    CHECK(lived.surely_more(1, Measure::children_unallocated) > sure);
    CHECK(lived.surely_more(1, Measure::unmet_hours_waiting) > sure);
    CHECK(lived.surely_more(1, Measure::wait_days_total) > sure);
    CHECK(lived.surely_more(1, Measure::caseload_mean) < -sure);
    CHECK(lived.surely_more(1, Measure::children_held) < -sure);
    CHECK(lived.mean(1, Measure::unmet_hours_stretched) < lived.mean(0, Measure::unmet_hours_stretched));
}

TEST_CASE("the tighter the limit, the more children wait") {
    const Lived lived =
        live({Way{small}, limited_to(small, 20), limited_to(small, 15), limited_to(small, 10)}, {18, 8});
    for (std::size_t way = 1; way < 4; ++way) {
        CHECK(lived.mean(way, Measure::children_unallocated) >
              lived.mean(way - 1, Measure::children_unallocated));
    }
    CHECK(lived.surely_more(3, Measure::children_unallocated) > sure);
}

TEST_CASE("a limit that nobody can reach changes nothing, to the last bit") {
    Settings endless = small;  // nor does a worker come to the extreme, beyond which agency workers help
    endless.extreme_caseload = 10000;
    const Lived lived = live({Way{endless}, limited_to(endless, 200)}, {12, 3});
    for (std::size_t i = 0; i < 3; ++i) CHECK(same_bits(lived.series[0][i], lived.series[1][i]));
}

TEST_CASE("without a limit nobody waits because of one, with one that is why they wait") {
    Settings endless = small;  // nor because a worker has come to the extreme
    endless.extreme_caseload = 10000;
    const Lived lived = live({Way{endless}, limited_to(endless, 10)}, {12, 6});
    CHECK(lived.mean(0, Measure::unallocated_over_limit) == 0);
    CHECK(lived.mean(0, Measure::workers_over_limit_percent) == 0);
    CHECK(lived.mean(1, Measure::unallocated_over_limit) > 0.5 * lived.mean(1, Measure::wait_days_total));
}

TEST_CASE("an advisory limit lets the urgent through, so fewer wait than under a hard one") {
    CaseloadLimit hard, advisory;
    hard.rule = HardLimit{12};
    advisory.rule = AdvisoryLimit{12};
    const Lived lived = live({with_limit(hard), with_limit(advisory)}, {24, 12});
    CHECK(lived.surely_more(1, Measure::children_unallocated) < -sure);
    CHECK(lived.surely_more(1, Measure::unallocated_days_high) < -sure);
}

TEST_CASE("twelve families are more children than twelve children, so fewer wait") {
    CaseloadLimit children, families;
    children.rule = families.rule = HardLimit{12};
    families.unit = CountedUnit::families;
    const Lived lived = live({with_limit(children), with_limit(families)}, {24, 12});
    CHECK(lived.surely_more(1, Measure::children_unallocated) < -sure);
    CHECK(lived.surely_more(1, Measure::caseload_mean) > sure);
}

TEST_CASE("where protection and care wait for room too, more children wait") {
    CaseloadLimit exempt, all_wait;
    exempt.rule = all_wait.rule = HardLimit{12};
    all_wait.exempt_stages = 0;
    const Lived lived = live({with_limit(exempt), with_limit(all_wait)}, {24, 12});
    CHECK(lived.surely_more(1, Measure::children_unallocated) > sure);
    CHECK(lived.surely_more(1, Measure::unmet_hours_child_protection) > 0);
}

TEST_CASE("every kind of limit, made tight, makes children wait for room") {
    CaseloadLimit points, by_type, intake, average;
    points.rule = PointsLimit{50};
    by_type.rule = ByTypeLimit{6, 8};
    intake.rule = IntakeLimit{2};
    average.rule = AverageLimit{8};
    const Lived lived =
        live({Way{small}, with_limit(points), with_limit(by_type), with_limit(intake), with_limit(average)},
             {18, 10});
    for (std::size_t way = 1; way < 5; ++way) {
        CAPTURE(way);
        CHECK(lived.mean(way, Measure::unallocated_over_limit) > 0);
        CHECK(lived.surely_more(way, Measure::children_unallocated) > sure);
    }
}

TEST_CASE(
    "an average over the authority makes fewer wait than the same number for each, and hides who is over") {
    CaseloadLimit each, average;
    each.rule = HardLimit{17};
    average.rule = AverageLimit{17};
    const Lived lived = live({with_limit(each), with_limit(average)}, {24, 20});
    CHECK(lived.surely_more(1, Measure::children_unallocated) < -sure);
    CHECK(lived.surely_more(1, Measure::workers_over_limit_percent) > sure);
    CHECK(lived.surely_more(1, Measure::caseload_p90) > sure);
    CHECK(lived.mean(1, Measure::caseload_mean) < 17);
}

TEST_CASE("averaging the authority hides more than averaging each team, and counting everyone more still") {
    CaseloadLimit of_teams, of_all, of_everyone;
    of_teams.rule = AverageLimit{14, 0};
    of_all.rule = AverageLimit{14, 1};
    of_everyone.rule = AverageLimit{14, 1, 1};
    const Lived lived = live({with_limit(of_teams), with_limit(of_all), with_limit(of_everyone)}, {24, 12});
    CHECK(lived.surely_more(1, Measure::workers_over_limit_percent) > 0);
    CHECK(lived.surely_more(2, Measure::children_unallocated) < -sure);
    CHECK(lived.mean(2, Measure::workers_over_limit_percent) >
          lived.mean(1, Measure::workers_over_limit_percent));
}

TEST_CASE("a limit decided for the second year leaves the first as it was") {
    Way later{small};
    DatedPolicy second_year{12, Policy{}};
    second_year.policy.caseload_limit.rule = HardLimit{10};
    later.policies.push_back(second_year);
    const Lived lived = live({Way{small}, later}, {24, 12});
    for (std::size_t i = 0; i < 12; ++i) {
        for (int month = 0; month < 12; ++month) {
            for (const Measure measure : {Measure::referrals, Measure::children_unallocated, Measure::leavers,
                                          Measure::caseload_mean, Measure::children_open}) {
                CHECK(lived.series[0][i].at(measure, month) == lived.series[1][i].at(measure, month));
            }
        }
    }
    CHECK(lived.surely_more(1, Measure::children_unallocated, 12, 24) > sure);
}
