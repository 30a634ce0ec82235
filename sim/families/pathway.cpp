#include "sim/families/pathway.hpp"

#include <algorithm>

#include "sim/families/returning.hpp"

namespace headroom {

namespace {

// Which severities each outcome falls to: shapes only, totals are fitted. Assumptions; no published split.
constexpr BySeverity no_action_weight = {1.6, 0.8, 0.2, 0.02};
constexpr BySeverity not_in_need_weight = {1.9, 0.8, 0.15, 0.02};
constexpr BySeverity in_need_weight = {0.5, 1.3, 1.7, 1.2};
constexpr BySeverity care_weight = {0.1, 0.5, 1.9, 4.5};

// Reviews of a protection or in-need plan that do not end it, on average, from the published lengths and the
// intervals of reviews: at these a child may become looked after.
constexpr double reviews_per_protection_plan = 1.6;
constexpr double reviews_per_in_need_plan = 2.0;

double mean_over(const BySeverity& mix, const BySeverity& values) {
    double sum = 0, weight = 0;
    for (int s = 0; s < severity_count; ++s) {
        sum += mix[s] * values[s];
        weight += mix[s];
    }
    return weight > 0 ? sum / weight : 0;
}

// The mix that is left, or moves on, when each severity leaves with its chance.
BySeverity moved_on(const BySeverity& mix, const BySeverity& chance) {
    BySeverity moved{};
    for (int s = 0; s < severity_count; ++s) moved[s] = mix[s] * chance[s];
    return moved;
}

BySeverity left_over(const BySeverity& mix, const BySeverity& chance) {
    BySeverity left{};
    for (int s = 0; s < severity_count; ++s) left[s] = mix[s] * (1 - chance[s]);
    return left;
}

double total(const BySeverity& mix) {
    return mix[0] + mix[1] + mix[2] + mix[3];
}

}  // namespace

BySeverity shares_matching(const BySeverity& mix, const BySeverity& weights, double target) {
    constexpr double most = 0.97;
    double low = 0, high = 1e6;
    const auto scaled = [&](double factor) {
        BySeverity shares{};
        for (int s = 0; s < severity_count; ++s) shares[s] = std::clamp(factor * weights[s], 0.0, most);
        return shares;
    };
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2;
        (mean_over(mix, scaled(middle)) < target ? low : high) = middle;
    }
    return scaled(high);
}

Pathway::Pathway(const Settings& s) {
    const double low = s.severity_low_percent, moderate = s.severity_moderate_percent,
                 high = s.severity_high_percent;
    mix = {low / 100, moderate / 100, high / 100, std::max(0.0, 100 - low - moderate - high) / 100};
    const BySeverity enquiry_weight = {s.enquiry_weight_low, s.enquiry_weight_moderate, s.enquiry_weight_high,
                                       s.enquiry_weight_acute};
    // All shares below are of one year's referrals.
    const double enquiries = s.s47_per_referral_percent / 100;
    const double at_referral = enquiries * s.s47_at_referral_percent / 100;
    const double straight = at_referral * s.s47_straight_from_screening_percent / 100;
    const double conference_share = s.conferences_per_s47_percent / 100;
    plan_at_conference = s.plans_per_conference_percent / 100;
    const double plans = enquiries * conference_share * plan_at_conference;
    const double care = s.looked_after_per_year / s.referrals_per_year;
    const double in_need = s.in_need_plans_per_year / s.referrals_per_year;

    straight_to_enquiry = shares_matching(mix, enquiry_weight, straight);
    const BySeverity screened = left_over(mix, straight_to_enquiry);
    no_further_action =
        shares_matching(screened, no_action_weight, s.no_further_action_percent / 100 / total(screened));
    const BySeverity acted_on = left_over(screened, no_further_action);
    no_assessment =
        shares_matching(acted_on, no_action_weight, s.no_assessment_percent / 100 / total(acted_on));
    const BySeverity assessed = left_over(acted_on, no_assessment);
    enquiry_in_assessment =
        shares_matching(assessed, enquiry_weight, (at_referral - straight) / total(assessed));

    BySeverity enquired = moved_on(mix, straight_to_enquiry);
    const BySeverity enquired_later = moved_on(assessed, enquiry_in_assessment);
    for (int k = 0; k < severity_count; ++k) enquired[k] += enquired_later[k];
    // Families with an earlier plan are likelier to have a conference; divide that out of the rest.
    const double earlier = 0.2;
    const double base = conference_share / (1 + earlier * (s.prior_plan_weight - 1));
    conference = shares_matching(enquired, enquiry_weight, base);

    BySeverity plan_chance = conference;
    for (double& chance : plan_chance)
        chance *= plan_at_conference * (base > 0 ? conference_share / base : 0);
    const BySeverity all_assessed = [&] {
        BySeverity sum = moved_on(mix, straight_to_enquiry);
        for (int k = 0; k < severity_count; ++k) sum[k] += assessed[k];
        return sum;
    }();
    const BySeverity with_plan = moved_on(enquired, plan_chance);
    BySeverity without_plan = all_assessed;
    for (int k = 0; k < severity_count; ++k) without_plan[k] = std::max(0.0, all_assessed[k] - with_plan[k]);
    const double decided = total(without_plan);

    not_in_need =
        shares_matching(without_plan, not_in_need_weight, s.assessed_not_in_need_percent / 100 / decided);
    const double care_straight = care * s.looked_after_at_assessment_percent / 100;
    care_at_assessment = shares_matching(without_plan, care_weight, care_straight / decided);
    const double care_from_plan = care * s.looked_after_from_plan_percent / 100;
    const double care_from_in_need = std::max(0.0, care - care_straight - care_from_plan);
    const double stepped_down = std::max(0.0, plans - care_from_plan) * s.step_down_percent / 100;
    const double home = care * s.home_with_support_percent / 100;
    const double straight_in_need = in_need > 0 ? std::max(0.02, in_need - stepped_down - home) : 0;
    in_need_plan = shares_matching(without_plan, in_need_weight, straight_in_need / decided);
    for (int k = 0; k < severity_count; ++k) {
        const double room = std::max(0.0, 1 - not_in_need[k] - care_at_assessment[k]);
        in_need_plan[k] = std::min(in_need_plan[k], room);
    }

    // Mean length of brief help in years, light and long help among it.
    const double brief_years = 0.08 + s.light_help_percent / 100 * (s.light_help_months / 12 - 0.08);
    const double brief =
        std::max(0.0, decided - s.assessed_not_in_need_percent / 100 - care_straight - straight_in_need);
    const double open_for_enquiry = s.in_need_plans_open + brief * s.referrals_per_year * brief_years;
    const double open_enquiries = (enquiries - at_referral) * s.referrals_per_year;
    enquiries_per_year_open = open_enquiries / std::max(1.0, open_for_enquiry);
    const BySeverity in_need_mix = moved_on(without_plan, in_need_plan);
    const double mean_weight = mean_over(in_need_mix, enquiry_weight);
    for (int k = 0; k < severity_count; ++k)
        enquiry_open_weight[k] = mean_weight > 0 ? enquiry_weight[k] / mean_weight : 1;

    care_at_protection_review = shares_matching(
        with_plan, care_weight, care_from_plan / std::max(1e-9, plans) / reviews_per_protection_plan);
    care_at_in_need_review = shares_matching(
        in_need_mix, care_weight, care_from_in_need / std::max(1e-9, in_need) / reviews_per_in_need_plan);

    // In a steady service closures are as many as referrals, but for those who leave care as adults.
    const double returnable = 1 - care * s.adulthood_percent / 100;
    new_share = std::clamp(1 - returnable * s.return_6_years_percent / 100, 0.05, 1.0);
}

double Pathway::brief_help() const {
    double share = 0;
    for (int k = 0; k < severity_count; ++k)
        share += mix[k] * std::max(0.0, 1 - not_in_need[k] - in_need_plan[k] - care_at_assessment[k]);
    return share;
}

}  // namespace headroom
