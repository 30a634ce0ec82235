// The forks of a family's path lead as many families each way as the published returns say.
#include "sim/families/pathway.hpp"

#include <initializer_list>
#include <vector>

#include "tests/catch.hpp"
#include "tests/families/published_flows.hpp"

using namespace headroom;

namespace {

double total(const BySeverity& values) {
    return values[0] + values[1] + values[2] + values[3];
}

// Authorities unlike the typical one: each at a corner of what the published returns hold, or beyond it.
std::vector<Settings> odd_authorities() {
    std::vector<Settings> all;
    const auto add = [&](auto change) { change(all.emplace_back()); };
    add([](Settings& s) { s.s47_per_referral_percent = 0; });
    add([](Settings& s) { s.s47_per_referral_percent = 80; });
    add([](Settings& s) { s.s47_per_referral_percent = 150; });
    add([](Settings& s) { s.no_further_action_percent = 0; });
    add([](Settings& s) { s.no_further_action_percent = 45; });
    add([](Settings& s) { s.no_assessment_percent = 40; });
    add([](Settings& s) { s.assessed_not_in_need_percent = 0; });
    add([](Settings& s) { s.assessed_not_in_need_percent = 65; });
    add([](Settings& s) { s.looked_after_per_year = 0; });
    add([](Settings& s) { s.looked_after_per_year = 800; });
    add([](Settings& s) { s.in_need_plans_per_year = 0; });
    add([](Settings& s) { s.in_need_plans_per_year = 2500; });
    add([](Settings& s) { s.conferences_per_s47_percent = 1; });
    add([](Settings& s) { s.conferences_per_s47_percent = 90; });
    add([](Settings& s) { s.plans_per_conference_percent = 100; });
    add([](Settings& s) { s.s47_at_referral_percent = 100; });
    add([](Settings& s) {
        s.severity_low_percent = 100, s.severity_moderate_percent = s.severity_high_percent = 0;
    });
    add([](Settings& s) {
        s.severity_low_percent = s.severity_moderate_percent = s.severity_high_percent = 0;
    });
    add([](Settings& s) { s.referrals_per_year = 600; });
    add([](Settings& s) { s.in_need_plans_open = 0; });
    return all;
}

std::vector<BySeverity> chances_of(const Pathway& path) {
    return {path.straight_to_enquiry,   path.no_further_action, path.no_assessment,
            path.enquiry_in_assessment, path.conference,        path.not_in_need,
            path.care_at_assessment,    path.in_need_plan,      path.care_at_protection_review,
            path.care_at_in_need_review};
}

}  // namespace

TEST_CASE("the typical authority's forks add up to England's year") {
    const Settings settings;
    const Flows flows = flows_of(settings);
    const double at_referral = 0.364 * 0.75;
    CHECK(flows.no_further_action == Approx(0.065).epsilon(0.001));
    CHECK(flows.not_in_need == Approx(0.308).epsilon(0.001));
    CHECK(flows.enquiries() == Approx(at_referral).epsilon(0.001));
    CHECK(flows.enquiry_straight == Approx(at_referral * 0.45).epsilon(0.001));
    CHECK(flows.conferences == Approx(at_referral * 0.313).epsilon(0.005));
    CHECK(flows.plans == Approx(at_referral * 0.313 * 0.858).epsilon(0.005));
    CHECK(flows.care_at_assessment == Approx(0.35 * 166 / 3246).epsilon(0.01));
}

TEST_CASE("straight plans, step-downs and returns home make up the published in-need plans") {
    const Settings s;
    const Flows flows = flows_of(s);
    const double care = s.looked_after_per_year / s.referrals_per_year;
    const double plans = 0.364 * 0.313 * 0.858;  // at referral and from open families
    const double stepped_down = (plans - 0.40 * care) * 0.45;
    const double home = care * 0.30;
    CHECK(flows.in_need_plans + stepped_down + home == Approx(952.0 / 3246).epsilon(0.01));
}

TEST_CASE("every family referred goes exactly one way") {
    CHECK(flows_of(Settings{}).referrals() == Approx(1).epsilon(1e-9));
    for (const Settings& odd : odd_authorities()) CHECK(flows_of(odd).referrals() == Approx(1).epsilon(1e-9));
}

TEST_CASE("every chance lies between 0 and 1, for the typical authority and for odd ones") {
    std::vector<Settings> all = odd_authorities();
    all.emplace_back();
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(i);
        const Pathway path(all[i]);
        for (const BySeverity& chance : chances_of(path)) {
            for (const double value : chance) {
                CHECK(value >= 0);
                CHECK(value <= 1);
            }
        }
        for (std::size_t k = 0; k < severity_count; ++k) {
            CHECK(path.not_in_need[k] + path.care_at_assessment[k] + path.in_need_plan[k] <= 1 + 1e-9);
        }
        CHECK(total(path.mix) == Approx(1));
        CHECK(path.plan_at_conference >= 0);
        CHECK(path.plan_at_conference <= 1);
        CHECK(path.new_share > 0);
        CHECK(path.new_share <= 1);
        CHECK(path.enquiries_per_year_open >= 0);
    }
}

TEST_CASE("an odd authority's own figures are met where they can be") {
    Settings s;
    s.no_further_action_percent = 30;
    s.assessed_not_in_need_percent = 15;
    s.s47_per_referral_percent = 20;
    const Flows flows = flows_of(s);
    CHECK(flows.no_further_action == Approx(0.30).epsilon(0.001));
    CHECK(flows.not_in_need == Approx(0.15).epsilon(0.001));
    CHECK(flows.enquiries() == Approx(0.20 * 0.75).epsilon(0.001));
    s.no_assessment_percent = 20;
    const Flows fewer = flows_of(s);
    CHECK(fewer.no_assessment == Approx(0.20).epsilon(0.001));
    CHECK(fewer.no_further_action == Approx(0.30).epsilon(0.001));
    CHECK(fewer.not_in_need == Approx(0.15).epsilon(0.001));
    CHECK(fewer.in_need_plans == Approx(flows.in_need_plans).epsilon(0.05));  // most who are assessed
    CHECK(fewer.referrals() == Approx(1).epsilon(0.001));
}

TEST_CASE("an authority without enquiries, care or in-need plans sends nobody there") {
    Settings s;
    s.s47_per_referral_percent = 0;
    CHECK(flows_of(s).enquiries() < 1e-9);
    CHECK(flows_of(s).plans < 1e-9);
    s = Settings{};
    s.looked_after_per_year = 0;
    CHECK(flows_of(s).care_at_assessment < 1e-9);
}

TEST_CASE("the severer the need, the likelier an enquiry, a conference and care, and the rarer no action") {
    const Pathway path{Settings{}};
    for (std::size_t k = 1; k < severity_count; ++k) {
        CHECK(path.straight_to_enquiry[k] > path.straight_to_enquiry[k - 1]);
        CHECK(path.enquiry_in_assessment[k] > path.enquiry_in_assessment[k - 1]);
        CHECK(path.conference[k] > path.conference[k - 1]);
        CHECK(path.care_at_assessment[k] > path.care_at_assessment[k - 1]);
        CHECK(path.no_further_action[k] < path.no_further_action[k - 1]);
        CHECK(path.not_in_need[k] < path.not_in_need[k - 1]);
    }
}

TEST_CASE("enquiries on open families make up the published total") {
    Settings s;
    const Pathway path(s);
    CHECK(path.enquiries_per_year_open > 0);
    s.s47_at_referral_percent = 100;
    CHECK(Pathway(s).enquiries_per_year_open == Approx(0).margin(1e-12));
    // The weights change who meets an enquiry, not how many do.
    double mean = 0, weight = 0;
    const Flows flows = flows_of(Settings{});
    CHECK(flows.in_need_plans > 0);
    for (std::size_t k = 0; k < severity_count; ++k) {
        const double straight = path.mix[k] * path.straight_to_enquiry[k];
        const double assessed = (path.mix[k] - straight) * (1 - path.no_further_action[k]);
        const double enquired = straight + assessed * path.enquiry_in_assessment[k];
        const double plans = enquired * path.conference[k] * 1.06 * path.plan_at_conference;
        const double helped = (straight + assessed - plans) * path.in_need_plan[k];
        mean += helped * path.enquiry_open_weight[k];
        weight += helped;
    }
    CHECK(mean / weight == Approx(1).epsilon(0.001));
}

TEST_CASE("with returns, new families make up the rest of the published referrals") {
    Settings s;
    const double leave_as_adults = s.looked_after_per_year / s.referrals_per_year * s.adulthood_percent / 100;
    CHECK(Pathway(s).new_share == Approx(1 - (1 - leave_as_adults) * 0.58).epsilon(0.001));
    s.return_6_years_percent = s.return_12_months_percent = 0;
    CHECK(Pathway(s).new_share == Approx(1));
}

TEST_CASE("shares are scaled to a target, and what cannot be met is met as far as it can") {
    const BySeverity mix = {0.4, 0.35, 0.18, 0.07}, weights = {1, 2, 3, 4};
    const auto mean = [&](const BySeverity& shares) {
        double sum = 0;
        for (std::size_t k = 0; k < severity_count; ++k) sum += mix[k] * shares[k];
        return sum;
    };
    constexpr double most = 0.97;
    for (const double target : {0.01, 0.1, 0.3, 0.6, 0.9}) {
        CHECK(mean(shares_matching(mix, weights, target, most)) == Approx(target).epsilon(1e-6));
    }
    CHECK(mean(shares_matching(mix, weights, 0, most)) == Approx(0).margin(1e-9));
    CHECK(mean(shares_matching(mix, weights, 1.5, most)) == Approx(most));
    const BySeverity small = shares_matching(mix, weights, 0.1, most);
    for (std::size_t k = 0; k < severity_count; ++k)
        CHECK(small[k] / small[0] == Approx(weights[k] / weights[0]));
}

TEST_CASE("which severities an outcome falls to is a setting, how many it falls to is not") {
    Settings even;
    for (double Settings::*weight : {&Settings::care_weight_low, &Settings::care_weight_moderate,
                                     &Settings::care_weight_high, &Settings::care_weight_acute})
        even.*weight = 1;
    const Pathway path(even);
    for (std::size_t k = 1; k < severity_count; ++k)
        CHECK(path.care_at_assessment[k] == Approx(path.care_at_assessment[0]));
    CHECK(flows_of(even).care_at_assessment ==
          Approx(flows_of(Settings{}).care_at_assessment).epsilon(0.001));
}

TEST_CASE("no chance at a fork exceeds the most that is set") {
    Settings s;
    s.looked_after_per_year = 800;
    s.no_further_action_percent = 45;
    s.fork_chance_most_percent = 60;
    for (const BySeverity& chance : chances_of(Pathway(s))) {
        for (const double value : chance) CHECK(value <= 0.6);
    }
}
