// What the settings come to: rates, chances and tables, made once for a branch.
#include <algorithm>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

// Family sizes fall off by a constant factor from one child to the most; the factor that gives the mean.
void fill_sizes(double* cumulative, double mean) {
    constexpr int halvings = 60;  // to the last bit of a factor
    double low = 0, high = 1;
    for (int step = 0; step < halvings; ++step) {
        const double q = (low + high) / 2;
        double sum = 0, weight = 1, weighted = 0;
        for (int k = 1; k <= most_children; ++k, weight *= q) {
            sum += weight;
            weighted += k * weight;
        }
        (weighted / sum < mean ? low : high) = q;
    }
    double sum = 0, weight = 1;
    for (int k = 1; k <= most_children; ++k, weight *= high) sum += weight;
    double below = 0;
    weight = 1;
    cumulative[0] = 0;
    for (int k = 1; k <= most_children; ++k, weight *= high) {
        below += weight / sum;
        cumulative[k] = k == most_children ? 1 : below;
    }
}

// Leaving against years four to nine, over an exponential spread of tenure, with those from 60 on.
double mean_leaving_factor(const Settings& s) {
    const double mean = s.mean_tenure_years;
    const double beyond_first = exponential_of(-1 / mean),
                 beyond_early = exponential_of(-early_tenure_years / mean);
    const double settled = exponential_of(-settled_tenure_years / mean);
    const double by_tenure = s.leaving_year_1 * (1 - beyond_first) +
                             s.leaving_years_2_3 * (beyond_first - beyond_early) + (beyond_early - settled) +
                             s.leaving_years_10_on * settled;
    return by_tenure * (1 + s.workers_from_60_percent / 100 * (s.leaving_from_60 - 1));
}

// The clock on which families of one severity come back.
Season season_of_severity(const Rules& rules, const Calendar& calendar, const Demand& demand,
                          Severity severity) {
    std::vector<double> factors = demand.factor;
    const BySeverity weights = comes_and_goes(rules.settings);
    for (std::size_t month = 0; month < factors.size(); ++month) {
        factors[month] *= margin_of(rules.pathway.mix, weights, demand.leaning[month],
                                    rules.settings.demand_leaning)[static_cast<std::size_t>(severity)];
    }
    return Season(rules.settings, calendar, factors);
}

// Full-time equivalents of agency workers in vacant posts; no more than there are such posts.
double agency_on_vacancies(const Settings& s) {
    return std::min(s.agency_fte * s.agency_covering_vacancies_percent / 100, s.vacancies_fte);
}

// What each month's demand makes of the chances at the desk and after it.
void fill_months(Rules& rules, const Demand& demand) {
    const Settings& s = rules.settings;
    const BySeverity weights = comes_and_goes(s);
    for (const double leaning : demand.leaning) {
        BySeverity mix = margin_of(rules.pathway.mix, weights, leaning, s.demand_leaning);
        for (int k = 0; k < severity_count; ++k) mix[k] *= rules.pathway.mix[k];
        rules.mix_of_month.push_back(mix);
        const double log_leaning = natural_log(leaning);
        // The same points whatever the usual share, as published changes are measured.
        const double usual = std::max(0.5, s.no_further_action_percent);
        rules.no_action_in_month.push_back(
            std::max(0.0, 1 + s.no_further_action_to_demand * log_leaning / usual));
        rules.not_in_need_in_month.push_back(exponential_of(s.not_in_need_to_demand * log_leaning));
        rules.put_off_in_month.push_back(exponential_of(s.conferences_put_off_to_demand * log_leaning));
    }
}

void fill_leaving_and_sickness(Rules& rules) {
    const Settings& s = rules.settings;
    const double by_tenure = std::max({1.0, s.leaving_year_1, s.leaving_years_2_3, s.leaving_years_10_on});
    rules.leaving_per_week = s.turnover_percent / 100 / working_weeks_in_year / mean_leaving_factor(s);
    rules.leaving_per_week_most = rules.leaving_per_week * by_tenure * std::max(1.0, s.leaving_from_60);
    rules.long_sickness_per_week = s.long_sickness_percent / 100 / working_weeks_in_year;
    const double days_a_year = working_days_in_year * s.absence_percent / 100;
    double long_days = s.long_sickness_percent / 100 * s.long_sickness_days;
    const double most_long_days = s.long_sickness_most_share * days_a_year;
    if (long_days > most_long_days) {  // a service with little absence has less of the long kind too
        rules.long_sickness_per_week *= most_long_days / long_days;
        long_days = most_long_days;
    }
    const double short_days = std::max(0.0, days_a_year - long_days);
    rules.short_sickness_per_week = short_days / std::max(1.0, s.short_sickness_days) / working_weeks_in_year;
}

// Campaigns succeed often enough to replace the leavers at the published number of vacancies. The
// alternative, last year's starters, would let the position drift; `growth_that_continues` mixes it in.
void fill_hiring(Rules& rules) {
    const Settings& s = rules.settings;
    const double leavers = s.turnover_percent / 100 * s.in_post_fte;
    const double starters = s.starters_percent / 100 * s.in_post_fte;
    const double hires =
        s.hires_per_leaver * leavers + s.growth_that_continues * std::max(0.0, starters - leavers);
    const double campaigns = s.vacancies_fte * weeks_in_year / std::max(1.0, s.weeks_to_hire);
    const double chance = campaigns > 0 ? std::min(1.0, hires / campaigns) : 1;
    const double learners = s.newly_qualified_hires_percent / 100;
    rules.fill_chance[static_cast<int>(PostKind::case_holding)] = chance * (1 - learners);
    rules.fill_chance[static_cast<int>(PostKind::managing)] = std::min(1.0, chance);
    rules.fill_chance[static_cast<int>(PostKind::other)] = std::min(1.0, chance);
    rules.newly_qualified_per_year = learners * hires * case_holding_share(s);
}

void fill_agency(Rules& rules) {
    const Settings& s = rules.settings;
    const double covering = agency_on_vacancies(s);
    const double covered = s.vacancies_fte > 0 ? std::min(1.0, covering / s.vacancies_fte) : 0;
    const double gap_months = s.agency_weeks_to_arrive / weeks_in_month;
    rules.agency_cover_chance =
        std::min(1.0, covered * (s.agency_stay_months + gap_months) / s.agency_stay_months);
    rules.long_agency_fte = std::max(0.0, s.agency_fte - covering);
}

void fill_tables(Rules& rules) {
    const Settings& s = rules.settings;
    for (int contacts = 0; contacts <= most_remembered; ++contacts) {
        rules.bond[contacts] =
            static_cast<float>(1 - (1 - s.bond_start) * exponential_of(-contacts / s.bond_visits));
        rules.reorientation[contacts] = whole_part<std::uint16_t>(
            s.reorientation_minutes * (1 - exponential_of(-contacts / s.reorientation_days)) *
                s.casework_share +
            0.5);
    }
}

}  // namespace

// Agency workers beside the establishment all hold cases; the other case holders are in its posts, or cover
// them, and vacancies are spread evenly. Some posts hold cases however many such agency workers there are.
double case_holding_share(const Settings& s) {
    constexpr double least_share_of_posts = 0.05;  // or nobody would be left
    const double covering = agency_on_vacancies(s);
    const double in_posts = s.in_post_fte + covering;
    const double holders = s.case_holders_fte - (s.agency_fte - covering);
    return in_posts > 0 ? std::clamp(holders / in_posts, least_share_of_posts, 1.0) : 1;
}

Rules::Rules(const Settings& s, const Calendar& calendar, const Demand& demand)
    : settings(s),
      pathway(s),
      work(s),
      returning(s),
      season(s, calendar, demand.factor),
      season_of{season_of_severity(*this, calendar, demand, Severity::low),
                season_of_severity(*this, calendar, demand, Severity::moderate),
                season_of_severity(*this, calendar, demand, Severity::high),
                season_of_severity(*this, calendar, demand, Severity::acute)},
      newly_qualified_visit(static_cast<float>(s.newly_qualified_visit_share)),
      due(s) {
    fill_months(*this, demand);
    fill_sizes(children_share, s.children_per_family);
    families_per_year = s.referrals_per_year * pathway.new_share / s.children_per_family;
    fill_leaving_and_sickness(*this);
    fill_hiring(*this);
    fill_agency(*this);
    fill_tables(*this);
}

}  // namespace headroom
