// How the service answers load, against authorities' published changes from one year to the next, 2017 to
// 2024 (DfE children in need, looked-after and workforce statistics; within authorities, year effects taken
// out, 95 percent intervals clustered by authority). Each row is per log unit of referrals, or of case
// holders: a tenth of it is about what 10 percent more bring.
#include <cmath>

#include "tests/catch.hpp"
#include "tests/patterns/interval.hpp"
#include "tests/patterns/year_of_load.hpp"

namespace headroom {

namespace {

using Load = YearOfLoad;

// A year's extra referrals, and a year's extra case holders.
struct Lever {
    Load::Change less, more;
    double (Load::*log_unit)() const;
    double steeper;  // how many times as steep as published is still met
};

constexpr Lever referrals = {Load::fewer_referrals, Load::more_referrals, &Load::log_referrals, 2};
constexpr Lever holders = {Load::fewer_posts, Load::more_posts, &Load::log_holders, 1};

// Holds a row to the difference that a lever makes to a figure, per log unit of the lever.
template <class Of>
void hold_change(const Lever& lever, const Published& row, Of of) {
    const auto per_unit = [&](const Load& load) {
        return (of(load, lever.more) - of(load, lever.less)) / (load.*lever.log_unit)();
    };
    hold(row, figure(per_unit), lever.steeper);
}

void hold_flow(const Lever& lever, const Published& row, Measure measure) {
    hold_change(lever, row,
                [&](const Load& load, Load::Change change) { return std::log(load.year(change, measure)); });
}

void hold_level(const Lever& lever, const Published& row, Measure measure, int month) {
    hold_change(lever, row, [&](const Load& load, Load::Change change) {
        return std::log(load.at_month(change, measure, month));
    });
}

void hold_points(const Lever& lever, const Published& row, Measure part, Measure whole) {
    hold_change(lever, row,
                [&](const Load& load, Load::Change change) { return load.percent(change, part, whole); });
}

void hold_rate(const Lever& lever, const Published& row, Measure measure, int month) {
    hold_change(lever, row,
                [&](const Load& load, Load::Change change) { return load.at_month(change, measure, month); });
}

constexpr int half_year = 5, end_of_year = 11, year_and_a_half = 17;

// What changed between half a year and a year and a half into a change that stays.
void hold_level_year_after(const Published& row, Measure measure) {
    hold_change(referrals, row, [&](const Load& load, Load::Change change) {
        return std::log(load.at_month(change, measure, year_and_a_half) /
                        load.at_month(change, measure, half_year));
    });
}

void hold_rate_year_after(const Published& row, Measure measure) {
    hold_change(referrals, row, [&](const Load& load, Load::Change change) {
        return load.at_month(change, measure, year_and_a_half) - load.at_month(change, measure, half_year);
    });
}

}  // namespace

TEST_CASE("a year's extra referrals bring as much as they did in authorities") {
    const Lever& lever = referrals;
    hold_flow(lever, {"per log referrals: assessments", 0.74, 0.07}, Measure::assessments_completed);
    hold_points(lever, {"assessed as not in need, points", 7.1, 3.6}, Measure::assessed_not_in_need,
                Measure::referrals);
    hold_points(lever, {"no further action, points", 6.7, 2.9}, Measure::no_further_action,
                Measure::referrals);
    hold_flow(lever,
              {"episodes of need ended", 0.52, 0.11,
               "its plans and stays go on as long as before, where authorities closed more of them within "
               "the year"},
              Measure::episodes_ended);
    hold_level(lever, {"children open at the end of the year", 0.28, 0.04}, Measure::children_open,
               end_of_year);
    hold_flow(lever, {"section 47 enquiries", 0.60, 0.09}, Measure::s47_enquiries);
    hold_flow(lever, {"conferences", 0.55, 0.09}, Measure::conferences_held);
    hold_flow(lever, {"protection plans started", 0.51, 0.10}, Measure::protection_plans_started);
    hold_level(lever, {"protection plans open", 0.48, 0.11}, Measure::protection_plans_open, end_of_year);
    hold_flow(lever, {"looked after started", 0.25, 0.07}, Measure::looked_after_started);
    hold_level(lever, {"looked after open", 0.10, 0.04}, Measure::looked_after_open, end_of_year);
}

TEST_CASE("timeliness gives way to load as little as in authorities") {
    const Lever& lever = referrals;
    hold_points(lever, {"assessments within 45 days, points", -3.8, 3.7}, Measure::assessments_within_45,
                Measure::assessments_completed);
    hold_change(lever,
                {"median length of assessments, working days", -0.2, 2.2,
                 "write-ups are taken up somewhat later; the slip is a quarter of a day for a tenth more "
                 "referrals"},
                [](const Load& load, Load::Change change) {
                    return load.median(change, Measure::assessment_days_histogram);
                });
    hold_points(lever, {"conferences within 15 days, points", -4.5, 4.7}, Measure::conferences_within_15,
                Measure::conferences_held);
    hold_points(lever, {"re-referrals within 12 months, points", 7.1, 1.5},
                Measure::rereferrals_within_12_months, Measure::referrals);
    hold_points(lever,
                {"second or later plans, points", -1.7, 2.2,
                 "milder families have fewer earlier plans here than in authorities"},
                Measure::second_plans, Measure::protection_plans_started);
    hold_change(
        lever,
        {"episodes ended of up to three months, points", 17.8, 4.2,
         "a referral assessed as not in need is no episode here, and brief help is as long as before"},
        [](const Load& load, Load::Change change) {
            return load.percent_below(change, Measure::episode_months_histogram, 3);
        });
}

TEST_CASE("half a year into more referrals caseloads have risen by a fifth, and agency workers have come") {
    const Lever& lever = referrals;
    hold_level(lever, {"half a year in: children held", 0.33, 0.09}, Measure::children_held, half_year);
    hold_level(lever, {"caseload", 0.21, 0.06}, Measure::caseload_mean, half_year);
    hold_level(lever, {"case holders", 0.12, 0.08}, Measure::case_holders, half_year);
    hold_level(lever, {"agency workers", 0.50, 0.22}, Measure::agency_workers, half_year);
    hold_rate(lever, {"agency rate, points", 4.5, 3.2}, Measure::agency_percent, half_year);
    hold_rate(lever, {"vacancy rate, points", 3.7, 3.4}, Measure::vacancy_percent, half_year);
    hold_level_year_after({"the year after: children held", 0.13, 0.10}, Measure::children_held);
    hold_level_year_after({"caseload", -0.01, 0.05}, Measure::caseload_mean);
    hold_level_year_after({"case holders", 0.14, 0.09}, Measure::case_holders);
    hold_level_year_after({"agency workers", 0.60, 0.23}, Measure::agency_workers);
    hold_rate_year_after({"agency rate, points", 7.6, 3.2}, Measure::agency_percent);
    hold_rate_year_after({"vacancy rate, points", 5.3, 2.8}, Measure::vacancy_percent);
}

TEST_CASE("more case holders are used as authorities used them") {
    const Lever& lever = holders;
    hold_flow(lever,
              {"per log case holders: assessments", -0.04, 0.06,
               "enquiries on open families, which more holders call, bring re-assessments"},
              Measure::assessments_completed);
    hold_points(lever, {"assessed as not in need, points", -4.4, 4.0}, Measure::assessed_not_in_need,
                Measure::referrals);
    hold_points(lever, {"no further action, points", 0.1, 2.1}, Measure::no_further_action,
                Measure::referrals);
    hold_flow(lever, {"episodes of need ended", -0.07, 0.11}, Measure::episodes_ended);
    hold_level(lever, {"children open at the end of the year", 0.11, 0.05}, Measure::children_open,
               end_of_year);
    hold_flow(lever, {"section 47 enquiries", 0.12, 0.07}, Measure::s47_enquiries);
    hold_flow(lever, {"conferences", 0.18, 0.10}, Measure::conferences_held);
    hold_flow(lever, {"protection plans started", 0.20, 0.10}, Measure::protection_plans_started);
    hold_level(lever,
               {"protection plans open", 0.24, 0.12,
                "more hours bring more contact, and so plans end sooner; in authorities they did not"},
               Measure::protection_plans_open, end_of_year);
    hold_flow(lever, {"looked after started", 0.12, 0.08}, Measure::looked_after_started);
    hold_points(lever,
                {"assessments within 45 days, points", -1.9, 3.7,
                 "hours here lift timeliness, and in authorities they went into more help instead"},
                Measure::assessments_within_45, Measure::assessments_completed);
    hold_points(lever, {"conferences within 15 days, points", -0.2, 4.8}, Measure::conferences_within_15,
                Measure::conferences_held);
}

}  // namespace headroom
