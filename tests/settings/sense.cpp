// Defaults that must agree with one another and with the publications they are taken from.
#include "sim/settings/setting.hpp"

#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Settings typical;

// England's published rate per 10,000 children as a number in the typical authority.
double per_10_000(double rate) {
    return rate * typical.children_0_to_17 / 10000;
}

}  // namespace

TEST_CASE("the typical authority is England scaled to 62,500 children, to the nearest child in a hundred") {
    CHECK(typical.children_0_to_17 == 62500);
    CHECK(typical.referrals_per_year == Approx(per_10_000(519)).epsilon(0.01));
    CHECK(typical.in_need_plans_per_year == Approx(per_10_000(152)).epsilon(0.01));
    CHECK(typical.looked_after_per_year == Approx(per_10_000(26.5)).epsilon(0.01));
    CHECK(typical.in_need_plans_open == Approx(per_10_000(85)).epsilon(0.01));
    CHECK(typical.protection_plans_open == Approx(per_10_000(41)).epsilon(0.01));
    CHECK(typical.looked_after_open == Approx(per_10_000(67)).epsilon(0.01));
    CHECK(typical.children_held == Approx(per_10_000(264)).epsilon(0.01));
}

TEST_CASE("a year's enquiries, conferences and plans follow from the published chain of percents") {
    const double enquiries = typical.referrals_per_year * typical.s47_per_referral_percent / 100;
    const double conferences = enquiries * typical.conferences_per_s47_percent / 100;
    const double plans = conferences * typical.plans_per_conference_percent / 100;
    CHECK(enquiries == Approx(per_10_000(189)).epsilon(0.01));
    CHECK(conferences == Approx(per_10_000(59)).epsilon(0.015));
    CHECK(plans == Approx(per_10_000(51)).epsilon(0.015));
}

TEST_CASE("the published rates of the workforce follow from its numbers by the census formulas") {
    const double vacancy = typical.vacancies_fte / (typical.vacancies_fte + typical.in_post_fte);
    const double agency = typical.agency_fte / (typical.agency_fte + typical.in_post_fte);
    CHECK(100 * vacancy == Approx(14.2).margin(0.3));
    CHECK(100 * agency == Approx(13.0).margin(0.3));
    CHECK(typical.children_held / typical.case_holders_fte == Approx(15.2).margin(0.2));
}

TEST_CASE("the months' referrals average to the mean month") {
    double sum = 0;
    int months = 0;
    for (const SettingRow& row : setting_rows()) {
        if (!row.key.starts_with("referral_share_")) continue;
        sum += row.normal;
        ++months;
    }
    CHECK(months == 12);
    CHECK(sum == Approx(12).margin(0.05));
    CHECK(typical.referral_share_august < typical.referral_share_june);
}

TEST_CASE("percents that share one whole leave none below nothing") {
    CHECK(typical.severity_low_percent + typical.severity_moderate_percent + typical.severity_high_percent <
          100);
    CHECK(typical.assessment_target_10_percent + typical.assessment_target_20_percent +
              typical.assessment_target_30_percent <
          100);
    CHECK(typical.looked_after_at_assessment_percent + typical.looked_after_from_plan_percent < 100);
    CHECK(typical.home_with_support_percent + typical.adulthood_percent < 100);
    CHECK(typical.leave_sector_percent + typical.leave_to_authority_percent < 100);
    CHECK(typical.no_further_action_percent + typical.assessed_not_in_need_percent < 100);
}

TEST_CASE("an assessment takes about 14 hours with two visits, an enquiry about 12") {
    const double assessment = 2 * typical.hours_assessment_visit + typical.hours_assessment_checks +
                              typical.hours_assessment_write_up + typical.hours_sign_off;
    CHECK(assessment == Approx(14).margin(0.5));
    const double enquiry =
        typical.hours_strategy_discussion + typical.hours_enquiry_visits + typical.hours_enquiry_report;
    CHECK(enquiry == Approx(12).margin(0.5));
}

TEST_CASE("strain may have no effect at all: both of its strengths range from nothing") {
    CHECK(find_setting("strain_to_leaving")->low == 0);
    CHECK(find_setting("strain_to_sickness")->low == 0);
}

TEST_CASE("more severe families are likelier to meet an enquiry") {
    CHECK(typical.enquiry_weight_low < typical.enquiry_weight_moderate);
    CHECK(typical.enquiry_weight_moderate < typical.enquiry_weight_high);
    CHECK(typical.enquiry_weight_high < typical.enquiry_weight_acute);
}

TEST_CASE("reviews are no later than the statute allows: three months, then six") {
    CHECK(typical.protection_first_review_low_months <= typical.protection_first_review_high_months);
    CHECK(typical.protection_first_review_high_months <= 3);
    CHECK(typical.protection_second_review_low_months <= typical.protection_review_high_months);
    CHECK(typical.protection_later_review_low_months <= typical.protection_review_high_months);
    CHECK(typical.protection_review_high_months <= 6);
}
