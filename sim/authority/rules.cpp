// What the settings come to: rates, chances and tables, made once for a branch.
#include <algorithm>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

// Family sizes fall off by a constant factor from one child to six; the factor that gives the mean.
void fill_sizes(double* cumulative, double mean) {
    double low = 0, high = 1;
    for (int step = 0; step < 60; ++step) {
        const double q = (low + high) / 2;
        double sum = 0, weight = 1, weighted = 0;
        for (int k = 1; k <= 6; ++k, weight *= q) {
            sum += weight;
            weighted += k * weight;
        }
        (weighted / sum < mean ? low : high) = q;
    }
    double sum = 0, weight = 1;
    for (int k = 1; k <= 6; ++k, weight *= high) sum += weight;
    double below = 0;
    weight = 1;
    cumulative[0] = 0;
    for (int k = 1; k <= 6; ++k, weight *= high) {
        below += weight / sum;
        cumulative[k] = k == 6 ? 1 : below;
    }
}

// Leaving against years four to nine, over an exponential spread of tenure, with those from 60 on.
double mean_leaving_factor(const Settings& s) {
    const double mean = s.mean_tenure_years;
    const double beyond_1 = exponential_of(-1 / mean), beyond_3 = exponential_of(-3 / mean);
    const double beyond_9 = exponential_of(-9 / mean);
    const double by_tenure = s.leaving_year_1 * (1 - beyond_1) + s.leaving_years_2_3 * (beyond_1 - beyond_3) +
                             (beyond_3 - beyond_9) + s.leaving_years_10_on * beyond_9;
    return by_tenure * (1 + 0.07 * (s.leaving_from_60 - 1));
}

// The clock on which families of one severity come back.
Season season_of_severity(const Rules& rules, const Calendar& calendar, const Demand& demand, int severity) {
    std::vector<double> factors = demand.factor;
    for (std::size_t month = 0; month < factors.size(); ++month) {
        factors[month] *=
            margin_of(rules.pathway.mix, demand.leaning[month], rules.settings.demand_leaning)[severity];
    }
    return Season(rules.settings, calendar, factors);
}

// Full-time equivalents of agency workers in vacant posts; no more than there are such posts.
double agency_on_vacancies(const Settings& s) {
    return std::min(s.agency_fte * s.agency_covering_vacancies_percent / 100, s.vacancies_fte);
}

}  // namespace

// Agency workers beside the establishment all hold cases; the other case holders are in its posts, or cover
// them, and vacancies are spread evenly. Some posts hold cases however many such agency workers there are.
double case_holding_share(const Settings& s) {
    const double covering = agency_on_vacancies(s);
    const double in_posts = s.in_post_fte + covering;
    const double holders = s.case_holders_fte - (s.agency_fte - covering);
    return in_posts > 0 ? std::clamp(holders / in_posts, 0.05, 1.0) : 1;
}

Rules::Rules(const Settings& s, const Calendar& calendar, const Demand& demand)
    : settings(s),
      pathway(s),
      work(s),
      returning(s),
      season(s, calendar, demand.factor),
      season_of{
          season_of_severity(*this, calendar, demand, 0), season_of_severity(*this, calendar, demand, 1),
          season_of_severity(*this, calendar, demand, 2), season_of_severity(*this, calendar, demand, 3)} {
    for (const double leaning : demand.leaning) {
        BySeverity mix = margin_of(pathway.mix, leaning, s.demand_leaning);
        for (int k = 0; k < severity_count; ++k) mix[k] *= pathway.mix[k];
        mix_of_month.push_back(mix);
        const double log_leaning = natural_log(leaning);
        // The same points whatever the usual share, as published changes are measured.
        const double usual = std::max(0.5, s.no_further_action_percent);
        no_action_in_month.push_back(std::max(0.0, 1 + s.no_further_action_to_demand * log_leaning / usual));
        not_in_need_in_month.push_back(exponential_of(s.not_in_need_to_demand * log_leaning));
        put_off_in_month.push_back(exponential_of(s.conferences_put_off_to_demand * log_leaning));
    }
    fill_sizes(children_share, s.children_per_family);
    families_per_year = s.referrals_per_year * pathway.new_share / s.children_per_family;

    const double by_tenure = std::max({1.0, s.leaving_year_1, s.leaving_years_2_3, s.leaving_years_10_on});
    leaving_per_week = s.turnover_percent / 100 / weeks_per_year / mean_leaving_factor(s);
    leaving_per_week_most = leaving_per_week * by_tenure * std::max(1.0, s.leaving_from_60);
    long_sickness_per_week = s.long_sickness_percent / 100 / weeks_per_year;
    const double days_a_year = 253 * s.absence_percent / 100;
    double long_days = s.long_sickness_percent / 100 * s.long_sickness_days;
    if (long_days > 0.6 * days_a_year) {  // a service with little absence has less of the long kind too
        long_sickness_per_week *= 0.6 * days_a_year / long_days;
        long_days = 0.6 * days_a_year;
    }
    const double short_days = std::max(0.0, days_a_year - long_days);
    short_sickness_per_week = short_days / std::max(1.0, s.short_sickness_days) / weeks_per_year;

    // Campaigns succeed often enough to replace the leavers at the published number of vacancies. The
    // alternative, last year's starters, would let the position drift; `growth_that_continues` mixes it in.
    const double leavers = s.turnover_percent / 100 * s.in_post_fte;
    const double starters = s.starters_percent / 100 * s.in_post_fte;
    const double hires =
        s.hires_per_leaver * leavers + s.growth_that_continues * std::max(0.0, starters - leavers);
    const double campaigns = s.vacancies_fte * 52 / std::max(1.0, s.weeks_to_hire);
    const double chance = campaigns > 0 ? std::min(1.0, hires / campaigns) : 1;
    const double learners = s.newly_qualified_hires_percent / 100;
    fill_chance[static_cast<int>(PostKind::case_holding)] = chance * (1 - learners);
    fill_chance[static_cast<int>(PostKind::managing)] = std::min(1.0, chance);
    fill_chance[static_cast<int>(PostKind::other)] = std::min(1.0, chance);
    newly_qualified_per_year = learners * hires * case_holding_share(s);

    const double covering = agency_on_vacancies(s);
    const double covered = s.vacancies_fte > 0 ? std::min(1.0, covering / s.vacancies_fte) : 0;
    const double gap_months = s.agency_weeks_to_arrive / 4.35;
    agency_cover_chance = std::min(1.0, covered * (s.agency_stay_months + gap_months) / s.agency_stay_months);
    long_agency_fte = std::max(0.0, s.agency_fte - covering);

    for (int contacts = 0; contacts < 64; ++contacts) {
        bond[contacts] =
            static_cast<float>(1 - (1 - s.bond_start) * exponential_of(-contacts / s.bond_visits));
        reorientation[contacts] = whole_part<std::uint16_t>(
            s.reorientation_minutes * (1 - exponential_of(-contacts / s.reorientation_days)) *
                s.casework_share +
            0.5);
    }
}

}  // namespace headroom
