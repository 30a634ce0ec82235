// The referrals that come and go are the milder ones, and more of them end at the desk.
#include <array>
#include <cmath>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

Settings steady(double children) {
    Settings settings = small_authority(children);
    settings.demand_shock_log_sd = 0;
    return settings;
}

Shock surge_of(double percent, double as_severe = 0) {
    return {ShockKind::referral_surge, 0, 12, percent, as_severe};
}

// What the first month under a way is like.
Rules rules_of(const Way& way, BySeverity& mix, double& no_action) {
    Inside inside(way, {1, 1, 1});
    std::optional<Rules> rules;
    inside.watch([&](World& world) {
        if (world.state.month != 0) return;
        rules.emplace(*world.rules);
        mix = rules->mix_of_month[world.month_index()];
        no_action = rules->no_action_in_month[world.month_index()];
    });
    return *rules;
}

}  // namespace

TEST_CASE("a surge brings mostly mild families, one that is as severe as any brings them as they are") {
    BySeverity mild{}, severe{};
    double more_at_desk = 0, as_many_at_desk = 0;
    const Rules rules = rules_of(struck(steady(8000), surge_of(50)), mild, more_at_desk);
    rules_of(struck(steady(8000), surge_of(50, 1)), severe, as_many_at_desk);
    CHECK(mild[0] > 1.05 * rules.pathway.mix[0]);
    CHECK(mild[3] < 0.95 * rules.pathway.mix[3]);
    CHECK(severe == rules.pathway.mix);
    const Settings usual;
    CHECK(more_at_desk * usual.no_further_action_percent ==
          Approx(usual.no_further_action_percent + usual.no_further_action_to_demand * std::log(1.5)));
    CHECK(as_many_at_desk == 1);
}

TEST_CASE("with its strengths at 0 a surge is as severe as any, to the last bit") {
    Settings plain = steady(8000);
    plain.demand_leaning = plain.no_further_action_to_demand = 0;
    plain.not_in_need_to_demand = plain.conferences_put_off_to_demand = 0;
    const Lived lived = live({struck(plain, surge_of(50)), struck(plain, surge_of(50, 1))}, {8, 2});
    for (std::size_t future = 0; future < 2; ++future)
        CHECK(same_to_the_bit(lived.series[0][future], lived.series[1][future]));
}

TEST_CASE("a mild surge brings as many referrals as a severe one, but fewer enquiries and protection plans") {
    const Settings large = steady(40000);
    const Lived lived = live({struck(large, surge_of(60)), struck(large, surge_of(60, 1))}, {12, 16});
    CHECK(lived.mean(1, Measure::referrals) / lived.mean(0, Measure::referrals) == Approx(1).margin(0.03));
    CHECK(lived.surely_more(1, Measure::no_further_action) < -sure);
    CHECK(lived.surely_more(1, Measure::s47_enquiries) > sure);
    CHECK(lived.surely_more(1, Measure::protection_plans_started) > sure);
}

TEST_CASE("when more are referred, a larger share ends at the desk") {
    const Settings large = steady(40000);
    const Lived lived = live({Way{large}, struck(large, surge_of(60))}, {12, 6});
    const auto share = [&](std::size_t way) {
        return lived.mean(way, Measure::no_further_action) / lived.mean(way, Measure::referrals);
    };
    CHECK(share(1) > 1.2 * share(0));
}

TEST_CASE("much of a year's difference in referrals lasts into the next, so that later years differ more") {
    const Settings large = small_authority(40000);
    constexpr int futures = 200;
    const Lived lived = live({Way{large}}, {36, futures});
    std::array<double, 3> mean{}, square{};
    double together = 0;
    for (int future = 0; future < futures; ++future) {
        std::array<double, 3> differs{};
        for (int year = 0; year < 3; ++year) {
            const Series& series = lived.series[0][static_cast<std::size_t>(future)];
            const double came = series.over(Measure::referrals, 12 * year, 12 * (year + 1));
            differs[static_cast<std::size_t>(year)] = std::log(came / large.referrals_per_year);
        }
        for (std::size_t year = 0; year < 3; ++year) {
            mean[year] += differs[year] / futures;
            square[year] += differs[year] * differs[year] / futures;
        }
        together += differs[0] * differs[1] / futures;
    }
    const auto variance = [&](std::size_t year) { return square[year] - mean[year] * mean[year]; };
    const double sd = large.demand_shock_log_sd, lasts = large.demand_lasts_share;
    CHECK(std::sqrt(variance(0)) == Approx(sd).epsilon(0.15));
    CHECK(std::sqrt(variance(1)) == Approx(sd * std::sqrt(1 + lasts * lasts)).epsilon(0.15));
    CHECK(std::sqrt(variance(2)) ==
          Approx(sd * std::sqrt(1 + lasts * lasts + std::pow(lasts, 4))).epsilon(0.15));
    CHECK((together - mean[0] * mean[1]) / variance(0) == Approx(lasts).margin(0.15));
    for (std::size_t year = 0; year < 3; ++year) CHECK(mean[year] == Approx(0).margin(0.1));
}
