// Each published pattern with its stated tolerance. Sources: DfE children in need, looked-after and workforce
// statistics, England, 2024-25; see the README's table of patterns for what each came to.
#include <cstdio>
#include <string>

#include "tests/catch.hpp"
#include "tests/patterns/typical_authority.hpp"

namespace headroom {

namespace {

// Prints what the pattern came to, and holds it to its tolerance.
void within(const char* pattern, double found, double published, double tolerance) {
    std::printf("%-46s published %7.2f  model %7.2f  within %.2f  %s\n", pattern, published, found, tolerance,
                found >= published - tolerance && found <= published + tolerance ? "met" : "MISSED");
#ifndef HEADROOM_CHECKED
    INFO(std::string(pattern) + ": published " + std::to_string(published) + ", model " +
         std::to_string(found));
    CHECK(found >= published - tolerance);
    CHECK(found <= published + tolerance);
#else
    REQUIRE(found == found);
#endif
}

void share_within(const char* pattern, double found, double published, double percent) {
    within(pattern, found, published, published * percent / 100);
}

}  // namespace

TEST_CASE("assessments take as long as published, and bunch before their 45th day") {
    const SecondYear& year = second_year();
    const Measure days = Measure::assessment_days_histogram;
    within("assessment days, lower quartile", year.quantile(days, 0.25), 17, 4);
    within("assessment days, median", year.quantile(days, 0.50), 33, 4);
    within("assessment days, upper quartile", year.quantile(days, 0.75), 43, 4);
    within("assessments within 45 days, %", year.of(Measure::assessments_within_45_percent), 85.7, 4);
    const double bunching = year.percent_between(days, 41, 46) / year.percent_between(days, 46, 51);
    within("days 41-45 against days 46-50", bunching, 3.4, 1.1);
}

TEST_CASE("conferences are held as promptly as published") {
    const SecondYear& year = second_year();
    within("conferences within 15 days, %", year.of(Measure::conferences_within_15_percent), 81, 5);
    within("conference days, median", year.quantile(Measure::conference_days_histogram, 0.5), 14, 2);
}

TEST_CASE("protection plans end in the published bands of length") {
    const SecondYear& year = second_year();
    const Measure months = Measure::protection_plan_months_histogram;
    within("plans ended at up to 3 months, %", year.percent_between(months, 0, 3), 15.9, 4);
    within("plans ended at 3 to 6 months, %", year.percent_between(months, 3, 6), 11.0, 4);
    within("plans ended at 6 to 12 months, %", year.percent_between(months, 6, 12), 43.5, 4);
    within("plans ended at 12 to 24 months, %", year.percent_between(months, 12, 24), 25.2, 4);
    within("plans ended after 24 months, %", year.percent_between(months, 24, 60), 4.4, 4);
}

TEST_CASE("episodes of need end in the published bands of length") {
    const SecondYear& year = second_year();
    const Measure months = Measure::episode_months_histogram;
    within("episodes ended at up to 3 months, %", year.percent_between(months, 0, 3), 47.0, 5);
    within("episodes ended at 3 to 6 months, %", year.percent_between(months, 3, 6), 14.8, 5);
    within("episodes ended at 6 to 12 months, %", year.percent_between(months, 6, 12), 16.0, 5);
    within("episodes ended at 12 to 24 months, %", year.percent_between(months, 12, 24), 12.1, 5);
    within("episodes ended after 24 months, %", year.percent_between(months, 24, 60), 10.1, 5);
}

TEST_CASE("families come back as often as published") {
    const SecondYear& year = second_year();
    within("re-referrals within 12 months, %", year.of(Measure::rereferrals_percent), 22.6, 3);
    within("second or later plans, %", year.of(Measure::second_plans_percent), 24.5, 3);
}

TEST_CASE("a year's flows are those of England") {
    const SecondYear& year = second_year();
    share_within("referrals per 10,000", year.per_10000(Measure::referrals), 519, 8);
    share_within("assessments per 10,000", year.per_10000(Measure::assessments_completed), 533, 8);
    share_within("s47 enquiries per 10,000", year.per_10000(Measure::s47_enquiries), 189, 8);
    share_within("conferences per 10,000", year.per_10000(Measure::conferences_held), 59, 8);
    share_within("protection plans started per 10,000", year.per_10000(Measure::protection_plans_started), 51,
                 8);
    share_within("in-need plans started per 10,000", year.per_10000(Measure::in_need_plans_started), 152, 8);
    share_within("looked after started per 10,000", year.per_10000(Measure::looked_after_started), 26.5, 8);
}

TEST_CASE("as many children are open as in England") {
    const SecondYear& year = second_year();
    share_within("protection plans open per 10,000", year.per_10000(Measure::protection_plans_open), 41, 12);
    share_within("in-need plans open per 10,000", year.per_10000(Measure::in_need_plans_open), 85, 12);
    share_within("looked after open per 10,000", year.per_10000(Measure::looked_after_open), 67, 12);
    share_within("held by workers per 10,000", year.per_10000(Measure::children_held), 264, 12);
}

TEST_CASE("caseloads are those of the census, and heavier seen from the child") {
    const SecondYear& year = second_year();
    within("caseload by the census formula", year.of(Measure::caseload_mean), 15.2, 1.5);
    within("caseload of the average child, at least 18", year.of(Measure::caseload_case_weighted), 23, 5);
}

TEST_CASE("vacancies, agency, turnover and absence stay where they are published") {
    const SecondYear& year = second_year();
    within("vacancy rate, %", year.of(Measure::vacancy_percent), 14.2, 2.5);
    within("agency rate, %", year.of(Measure::agency_percent), 13.0, 3);
    within("turnover, % a year", year.of(Measure::turnover_percent), 11.8, 2);
    within("absence, %", year.of(Measure::absence_percent), 3.5, 0.6);
}

TEST_CASE("referrals follow the published months") {
    const SecondYear& year = second_year();
    const Settings s;
    const double published[12] = {
        s.referral_share_january, s.referral_share_february, s.referral_share_march,
        s.referral_share_april,   s.referral_share_may,      s.referral_share_june,
        s.referral_share_july,    s.referral_share_august,   s.referral_share_september,
        s.referral_share_october, s.referral_share_november, s.referral_share_december};
    double sum = 0;
    for (const double share : published) sum += share;
    for (int month = 0; month < 12; ++month) {
        within(("referrals of month " + std::to_string(month + 1)).c_str(),
               year.referrals_by_month[static_cast<std::size_t>(month)], published[month] * 12 / sum, 0.03);
    }
}

}  // namespace headroom
