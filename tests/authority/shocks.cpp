// What strikes an authority from outside moves what it should, in the direction it should, and for as long.
#include <numeric>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Settings small = small_authority();

Lived before_and_after(const Settings& settings, Shock shock, int months, int futures) {
    return live({Way{settings}, struck(settings, shock)}, {months, futures});
}

}  // namespace

TEST_CASE("a surge of 20 percent brings a fifth more new families while it lasts, and none after") {
    const Settings large = small_authority(62500);
    const Way calm{large}, surging = struck(large, {ShockKind::referral_surge, 3, 12, 20});
    const auto arrivals_of_months = [](const Way& way) {
        Inside inside(way, {18});
        std::vector<double> arrivals(18);
        std::uint32_t before = inside.settled().next_arrival;
        inside.watch([&](World& world) {
            if (world.state.month < 18)
                arrivals[static_cast<std::size_t>(world.state.month)] += world.state.next_arrival - before;
            before = world.state.next_arrival;
        });
        return arrivals;
    };
    const std::vector<double> as_now = arrivals_of_months(calm), more = arrivals_of_months(surging);
    const auto ratio = [&](std::ptrdiff_t from, std::ptrdiff_t to) {
        return std::accumulate(more.begin() + from, more.begin() + to, 0.0) /
               std::accumulate(as_now.begin() + from, as_now.begin() + to, 0.0);
    };
    CHECK(ratio(0, 3) == 1);
    // About 800 families arrive in a year: on one stream their number varies by a percent or two.
    CHECK(ratio(3, 15) == Approx(1.20).margin(0.04));
    CHECK(ratio(15, 18) == Approx(1).margin(0.15));
}

TEST_CASE("a surge brings more referrals, open children and heavier caseloads") {
    const Lived lived = before_and_after(small, {ShockKind::referral_surge, 3, 12, 20}, 18, 14);
    CHECK(lived.surely_more(1, Measure::referrals, 0, 3) == 0);
    CHECK(lived.surely_more(1, Measure::referrals, 3, 15) > sure);
    CHECK(lived.surely_more(1, Measure::children_open) > sure);
    CHECK(lived.surely_more(1, Measure::caseload_mean) > sure);
}

TEST_CASE("an inspection takes hours from casework in its month") {
    const Lived lived = before_and_after(small, {ShockKind::inspection, 6, 1, 60}, 9, 14);
    CHECK(lived.surely_more(1, Measure::casework_hours_worked, 6, 7) < -sure);
    CHECK(lived.surely_more(1, Measure::unmet_hours, 6, 9) > sure);
    CHECK(lived.surely_more(1, Measure::casework_hours_worked, 0, 6) == 0);
}

TEST_CASE("the hours that inspectors take are counted, as many as were asked for and in their month alone") {
    const Lived lived = live({Way{small}, struck(small, {ShockKind::inspection, 6, 1, 60}),
                              struck(small, {ShockKind::inspection, 6, 1, 30})},
                             {9, 4});
    CHECK(lived.mean(0, Measure::inspection_hours) == 0);
    CHECK(lived.mean(1, Measure::inspection_hours, 0, 6) == 0);
    CHECK(lived.mean(1, Measure::inspection_hours, 7, 9) == 0);
    CHECK(lived.mean(1, Measure::inspection_hours, 6, 7) > 0);
    // Half the hours asked for are nearly half the hours given: who is away differs a little between the two.
    CHECK(lived.mean(2, Measure::inspection_hours) ==
          Approx(0.5 * lived.mean(1, Measure::inspection_hours)).epsilon(0.02));
}

TEST_CASE(
    "an inadequate judgement brings referrals, enquiries, vacancies and agency workers, and few leavers "
    "more") {
    const Settings large = small_authority(30000);
    const Lived lived = before_and_after(large, {ShockKind::inadequate_judgement, 2, 36, 1}, 26, 10);
    CHECK(lived.surely_more(1, Measure::referrals) > sure);
    CHECK(lived.surely_more(1, Measure::s47_enquiries) > sure);
    CHECK(lived.surely_more(1, Measure::vacancies, 6, 26) > sure);
    CHECK(lived.surely_more(1, Measure::agency_percent, 6, 26) > sure);
    CHECK(lived.mean(1, Measure::turnover_percent) ==
          Approx(lived.mean(0, Measure::turnover_percent)).margin(4));
}

TEST_CASE("while computers fail recording takes longer and records fall behind") {
    const Lived lived = before_and_after(small, {ShockKind::it_outage, 3, 3, 200}, 9, 10);
    CHECK(lived.surely_more(1, Measure::recording_hours_outstanding, 3, 6) > sure);
    CHECK(lived.surely_more(1, Measure::records_behind, 3, 7) > 0);
    CHECK(lived.surely_more(1, Measure::recording_hours_outstanding, 0, 3) == 0);
}

TEST_CASE("a director's leaving costs managers hours of sign-off") {
    const Lived lived = before_and_after(small, {ShockKind::director_leaving, 3, 6, 400}, 12, 12);
    CHECK(lived.surely_more(1, Measure::planned_hours_assessment, 3, 9) > sure);
}

TEST_CASE("when every team manager leaves, families wait for allocation and assessments take longer") {
    const Lived lived = before_and_after(small, {ShockKind::manager_leaving, 3, 3, 100}, 9, 30);
    CHECK(lived.surely_more(1, Measure::unallocated_awaiting_manager) > sure);
    CHECK(lived.surely_more(1, Measure::children_unallocated) > sure);
    CHECK(lived.surely_more(1, Measure::assessment_days_p75) > sure);
}

TEST_CASE("pay that falls behind the neighbours' drives workers away, pay that overtakes it keeps them") {
    const Settings large = small_authority(20000);
    const Lived lived = live({Way{large}, struck(large, {ShockKind::pay_change, 0, 18, -30}),
                              struck(large, {ShockKind::pay_change, 0, 18, 30})},
                             {18, 8});
    CHECK(lived.surely_more(1, Measure::leavers) > sure);
    CHECK(lived.surely_more(2, Measure::leavers) < -sure);
}

TEST_CASE("a reorganisation changes families' workers in its month, and not before") {
    const Settings large = small_authority(20000);
    const Lived lived = before_and_after(large, {ShockKind::reorganisation, 4, 0, 60}, 8, 8);
    CHECK(lived.surely_more(1, Measure::worker_changes, 4, 5) > sure);
    CHECK(lived.surely_more(1, Measure::worker_changes, 0, 4) == 0);
}

TEST_CASE("a threshold raised from outside turns children away while it lasts") {
    const Lived lived = before_and_after(small, {ShockKind::threshold_change, 3, 6, 40}, 12, 6);
    CHECK(lived.mean(1, Measure::screened_out_with_need, 0, 3) == 0);
    CHECK(lived.surely_more(1, Measure::screened_out_with_need, 3, 9) > sure);
    CHECK(lived.mean(1, Measure::screened_out_with_need, 9, 12) == 0);
    CHECK(lived.surely_more(1, Measure::unmet_hours_turned_away) > sure);
}

TEST_CASE("a cohort of newly qualified workers fills vacant posts in its month") {
    const Settings large = small_authority(40000);
    const Lived lived = before_and_after(large, {ShockKind::newly_qualified_cohort, 3, 0, 4}, 6, 6);
    const auto starters = [&](std::size_t way) { return lived.in_month(way, Measure::starters, 3); };
    CHECK(starters(1) - starters(0) == Approx(4).margin(1));
    CHECK(lived.surely_more(1, Measure::in_post, 3, 6) > sure);
}

TEST_CASE("a managed agency team works for its months, at its price, unless policy allows none") {
    // Where the load that it takes off sends no other agency worker away.
    const Settings deaf = without_answers(small);
    Way hired = struck(deaf, {ShockKind::managed_agency_team, 3, 9, 4});
    Way refused = hired;
    refused.policy().agency.managed_teams_allowed = 0;
    const Lived lived = live({Way{deaf}, hired, refused}, {24, 6});
    CHECK(lived.surely_more(1, Measure::agency_workers, 4, 12) > sure);
    CHECK(lived.mean(1, Measure::agency_workers, 5, 11) - lived.mean(0, Measure::agency_workers, 5, 11) ==
          Approx(4).margin(1.2));
    CHECK(lived.surely_more(1, Measure::cost_agency, 4, 12) > sure);
    CHECK(lived.surely_more(1, Measure::unmet_hours, 4, 12) < 0);
    CHECK(std::abs(lived.surely_more(2, Measure::agency_workers)) < sure);
}

TEST_CASE("partners who answer late put conferences off, and lengthen assessments") {
    const Settings large = small_authority(40000);
    const Lived lived = before_and_after(large, {ShockKind::partner_delay, 2, 10, 400}, 12, 8);
    CHECK(lived.surely_more(1, Measure::conferences_within_15_percent) < -sure);
    CHECK(lived.surely_more(1, Measure::assessments_within_45_percent) < -2.5);
    CHECK(lived.mean(1, Measure::assessment_days_p50) >= lived.mean(0, Measure::assessment_days_p50));
}

TEST_CASE("a surge of 20 percent brings a fifth more referrals, those of families that come back with them") {
    const Settings large = small_authority(62500);
    const Lived lived = live({Way{large}, struck(large, {ShockKind::referral_surge, 0, 12, 20})}, {12, 6});
    CHECK(lived.mean(1, Measure::referrals) / lived.mean(0, Measure::referrals) == Approx(1.2).margin(0.03));
}

TEST_CASE("a surge late in the run, whose families come back after it, loses none of them") {
    const Settings large = small_authority(62500);
    const Lived lived = live({Way{large}, struck(large, {ShockKind::referral_surge, 0, 12, 50})}, {12, 4});
    const auto ratio = [&](int from, int to) {
        return lived.mean(1, Measure::referrals, from, to) / lived.mean(0, Measure::referrals, from, to);
    };
    // Not quite half as many again: those whom the surge brings early are missing later.
    CHECK(ratio(0, 6) == Approx(1.42).margin(0.06));
    CHECK(ratio(6, 12) > ratio(0, 6) - 0.05);
}

TEST_CASE("when two team managers leave, their families wait longer for allocation") {
    const Settings large = small_authority(62500);
    const Lived lived = before_and_after(large, {ShockKind::manager_leaving, 0, 12, 2}, 12, 8);
    CHECK(lived.surely_more(1, Measure::unallocated_awaiting_manager) > sure);
}

TEST_CASE("a director's leaving slows allocation") {
    const Settings large = small_authority(62500);
    const Lived lived = before_and_after(large, {ShockKind::director_leaving, 0, 12, 200}, 12, 8);
    CHECK(lived.surely_more(1, Measure::unallocated_awaiting_manager) > sure);
}

TEST_CASE("a shock of size 0 does nothing, to the last bit") {
    const Lived lived = live({Way{small}, struck(small, {ShockKind::threshold_change, 0, 12, 0})}, {12, 2});
    for (std::size_t future = 0; future < 2; ++future) {
        CHECK(lived.series[0][future].of(Measure::unmet_hours)[5] ==
              lived.series[1][future].of(Measure::unmet_hours)[5]);
    }
    CHECK(lived.mean(1, Measure::screened_out_with_need) == 0);
}

TEST_CASE("an inspection regime takes hours from every year, and more when inspectors come back to monitor") {
    const Settings large = small_authority(20000);
    Way watched = struck(large, {ShockKind::inspection_regime, 0, 24, 8});
    Way judged = struck(large, {ShockKind::inadequate_judgement, 0, 24, 0});
    Way monitored = judged;
    monitored.shocks.push_back({ShockKind::inspection_regime, 0, 24, 8});
    const Lived lived = live({Way{large}, watched, judged, monitored}, {24, 10});
    CHECK(lived.surely_more(1, Measure::unmet_hours) > sure);
    CHECK(lived.surely_more(1, Measure::supervision_percent) < 0);
    const auto hours_lost = [&](std::size_t with, std::size_t without) {
        return lived.mean(without, Measure::casework_hours_worked) -
               lived.mean(with, Measure::casework_hours_worked);
    };
    CHECK(hours_lost(1, 0) > 0);
    CHECK(hours_lost(3, 2) > hours_lost(1, 0));
}
