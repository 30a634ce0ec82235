#include "sim/families/pathway.hpp"

#include <algorithm>

#include "sim/families/returning.hpp"

namespace headroom {

namespace {

// Which severities each outcome falls to: shapes only, totals are fitted.
struct Weights {
    BySeverity enquiry, no_action, not_in_need, in_need, care;
};

Weights weights_of(const Settings& s) {
    return {{s.enquiry_weight_low, s.enquiry_weight_moderate, s.enquiry_weight_high, s.enquiry_weight_acute},
            {s.no_action_weight_low, s.no_action_weight_moderate, s.no_action_weight_high,
             s.no_action_weight_acute},
            {s.not_in_need_weight_low, s.not_in_need_weight_moderate, s.not_in_need_weight_high,
             s.not_in_need_weight_acute},
            {s.in_need_weight_low, s.in_need_weight_moderate, s.in_need_weight_high, s.in_need_weight_acute},
            {s.care_weight_low, s.care_weight_moderate, s.care_weight_high, s.care_weight_acute}};
}

// Bounds for places that publish what cannot be: of referrals, those that go straight to an in-need plan, and
// those that are new; and so that nothing is divided by none.
constexpr double least_in_need = 0.02, least_new = 0.05, least_flow = 1e-9;

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
    double sum = 0;
    for (const double share : mix) sum += share;
    return sum;
}

}  // namespace

BySeverity shares_matching(const BySeverity& mix, const BySeverity& weights, double target, double most) {
    constexpr double most_times = 1e6;  // a weight, for a share
    constexpr int halvings = 100;
    double low = 0, high = most_times;
    const auto scaled = [&](double factor) {
        BySeverity shares{};
        for (int s = 0; s < severity_count; ++s) shares[s] = std::clamp(factor * weights[s], 0.0, most);
        return shares;
    };
    for (int step = 0; step < halvings; ++step) {
        const double middle = (low + high) / 2;
        (mean_over(mix, scaled(middle)) < target ? low : high) = middle;
    }
    return scaled(high);
}

namespace {

// One year as published, in shares of its referrals, and which families have come how far.
struct Year {
    const Settings& s;
    Weights weights;
    double most;  // that a chance comes to
    double enquiries, at_referral, straight, conferences, plans, care, in_need;
    BySeverity assessed{}, enquired{}, with_plan{}, without_plan{};

    explicit Year(const Settings& settings)
        : s(settings),
          weights(weights_of(s)),
          most(s.fork_chance_most_percent / 100),
          enquiries(s.s47_per_referral_percent / 100),
          at_referral(enquiries * s.s47_at_referral_percent / 100),
          straight(at_referral * s.s47_straight_from_screening_percent / 100),
          conferences(s.conferences_per_s47_percent / 100),
          plans(enquiries * conferences * (s.plans_per_conference_percent / 100)),
          care(s.looked_after_per_year / s.referrals_per_year),
          in_need(s.in_need_plans_per_year / s.referrals_per_year) {}

    BySeverity matching(const BySeverity& mix, const BySeverity& weight, double target) const {
        return shares_matching(mix, weight, target, most);
    }
    double care_straight() const { return care * s.looked_after_at_assessment_percent / 100; }
    double care_from_plan() const { return care * s.looked_after_from_plan_percent / 100; }
    double straight_in_need() const {
        const double stepped_down = std::max(0.0, plans - care_from_plan()) * s.step_down_percent / 100;
        const double home = care * s.home_with_support_percent / 100;
        return in_need > 0 ? std::max(least_in_need, in_need - stepped_down - home) : 0;
    }
};

void solve_screening(Pathway& path, Year& year) {
    const Settings& s = year.s;
    path.straight_to_enquiry = year.matching(path.mix, year.weights.enquiry, year.straight);
    const BySeverity screened = left_over(path.mix, path.straight_to_enquiry);
    path.no_further_action =
        year.matching(screened, year.weights.no_action, s.no_further_action_percent / 100 / total(screened));
    const BySeverity acted_on = left_over(screened, path.no_further_action);
    path.no_assessment =
        year.matching(acted_on, year.weights.no_action, s.no_assessment_percent / 100 / total(acted_on));
    year.assessed = left_over(acted_on, path.no_assessment);
    path.enquiry_in_assessment = year.matching(year.assessed, year.weights.enquiry,
                                               (year.at_referral - year.straight) / total(year.assessed));
}

void solve_enquiries(Pathway& path, Year& year) {
    year.enquired = moved_on(path.mix, path.straight_to_enquiry);
    const BySeverity enquired_later = moved_on(year.assessed, path.enquiry_in_assessment);
    for (int k = 0; k < severity_count; ++k) year.enquired[k] += enquired_later[k];
    // Families with an earlier plan are likelier to have a conference; divide that out of the rest.
    const double earlier = year.s.enquired_with_prior_plan_percent / 100;
    const double base = year.conferences / (1 + earlier * (year.s.prior_plan_weight - 1));
    path.conference = year.matching(year.enquired, year.weights.enquiry, base);

    BySeverity plan_chance = path.conference;
    for (double& chance : plan_chance)
        chance *= path.plan_at_conference * (base > 0 ? year.conferences / base : 0);
    year.with_plan = moved_on(year.enquired, plan_chance);
    year.without_plan = moved_on(path.mix, path.straight_to_enquiry);
    for (int k = 0; k < severity_count; ++k) {
        const double all_assessed = year.without_plan[k] + year.assessed[k];
        year.without_plan[k] = std::max(0.0, all_assessed - year.with_plan[k]);
    }
}

void solve_decisions(Pathway& path, const Year& year) {
    const double decided = total(year.without_plan);
    path.not_in_need = year.matching(year.without_plan, year.weights.not_in_need,
                                     year.s.assessed_not_in_need_percent / 100 / decided);
    path.care_at_assessment =
        year.matching(year.without_plan, year.weights.care, year.care_straight() / decided);
    path.in_need_plan =
        year.matching(year.without_plan, year.weights.in_need, year.straight_in_need() / decided);
    for (int k = 0; k < severity_count; ++k) {
        const double room = std::max(0.0, 1 - path.not_in_need[k] - path.care_at_assessment[k]);
        path.in_need_plan[k] = std::min(path.in_need_plan[k], room);
    }
}

// Of families on in-need plans and in brief help, however long.
void solve_open_enquiries(Pathway& path, const Year& year) {
    const Settings& s = year.s;
    const double brief_years =
        s.brief_help_years + s.light_help_percent / 100 * (s.light_help_months / 12 - s.brief_help_years);
    const double brief = std::max(0.0, total(year.without_plan) - s.assessed_not_in_need_percent / 100 -
                                           year.care_straight() - year.straight_in_need());
    const double open_for_enquiry = s.in_need_plans_open + brief * s.referrals_per_year * brief_years;
    const double open_enquiries = (year.enquiries - year.at_referral) * s.referrals_per_year;
    path.enquiries_per_year_open = open_enquiries / std::max(1.0, open_for_enquiry);
    const BySeverity& weight = year.weights.enquiry;
    const double mean_weight = mean_over(moved_on(year.without_plan, path.in_need_plan), weight);
    for (int k = 0; k < severity_count; ++k)
        path.enquiry_open_weight[k] = mean_weight > 0 ? weight[k] / mean_weight : 1;
}

void solve_reviews(Pathway& path, const Year& year) {
    const double from_in_need = std::max(0.0, year.care - year.care_straight() - year.care_from_plan());
    path.care_at_protection_review = year.matching(
        year.with_plan, year.weights.care,
        year.care_from_plan() / std::max(least_flow, year.plans) / year.s.protection_reviews_passed);
    path.care_at_in_need_review =
        year.matching(moved_on(year.without_plan, path.in_need_plan), year.weights.care,
                      from_in_need / std::max(least_flow, year.in_need) / year.s.in_need_reviews_passed);
}

}  // namespace

Pathway::Pathway(const Settings& s) {
    const double low = s.severity_low_percent, moderate = s.severity_moderate_percent,
                 high = s.severity_high_percent;
    mix = {low / 100, moderate / 100, high / 100, std::max(0.0, 100 - low - moderate - high) / 100};
    plan_at_conference = s.plans_per_conference_percent / 100;
    Year year(s);
    solve_screening(*this, year);
    solve_enquiries(*this, year);
    solve_decisions(*this, year);
    solve_open_enquiries(*this, year);
    solve_reviews(*this, year);
    // In a steady service closures are as many as referrals, but for those who leave care as adults.
    const double returnable = 1 - year.care * s.adulthood_percent / 100;
    new_share = std::clamp(1 - returnable * s.return_6_years_percent / 100, least_new, 1.0);
}

double Pathway::brief_help() const {
    double share = 0;
    for (int k = 0; k < severity_count; ++k)
        share += mix[k] * std::max(0.0, 1 - not_in_need[k] - in_need_plan[k] - care_at_assessment[k]);
    return share;
}

}  // namespace headroom
