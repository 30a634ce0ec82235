#include "sim/places/figure_relations.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <span>
#include <string_view>

#include "sim/places/figure_rates.hpp"
#include "sim/text/spoken_number.hpp"

namespace headroom {

namespace {

using F = Figure;

// Percentages of one whole; where all are there and `is_all` they make it up.
struct PartsOfAll {
    std::initializer_list<F> parts;
    std::string_view of;
    bool is_all;
};

const PartsOfAll parts_of_all[] = {
    {{F::protection_plans_ended_up_to_3_months_percent, F::protection_plans_ended_3_to_6_months_percent,
      F::protection_plans_ended_6_to_12_months_percent, F::protection_plans_ended_1_to_2_years_percent,
      F::protection_plans_ended_2_years_or_more_percent},
     "lengths of protection plans that ended",
     true},
    {{F::protection_plans_open_up_to_3_months_percent, F::protection_plans_open_3_to_6_months_percent,
      F::protection_plans_open_6_to_12_months_percent, F::protection_plans_open_1_to_2_years_percent,
      F::protection_plans_open_2_years_or_more_percent},
     "lengths of open protection plans",
     true},
    {{F::in_need_ended_up_to_3_months_percent, F::in_need_ended_3_to_6_months_percent,
      F::in_need_ended_6_to_12_months_percent, F::in_need_ended_1_to_2_years_percent,
      F::in_need_ended_2_years_or_more_percent},
     "lengths of episodes of need that ended",
     true},
    {{F::in_need_open_up_to_3_months_percent, F::in_need_open_3_to_6_months_percent,
      F::in_need_open_6_to_12_months_percent, F::in_need_open_1_to_2_years_percent,
      F::in_need_open_2_years_or_more_percent},
     "lengths of open episodes of need",
     true},
    {{F::case_holder_roles_percent, F::senior_practitioner_roles_percent, F::qualified_without_cases_percent},
     "roles of social workers",
     false},
};

void find_sums(const KnownValues& values, std::vector<Contradiction>& found) {
    constexpr double rounding = 1.5;
    for (const PartsOfAll& row : parts_of_all) {
        double sum = 0;
        std::vector<F> given;
        for (const F part : row.parts) {
            if (!value_of(values, part)) continue;
            sum += *value_of(values, part);
            given.push_back(part);
        }
        const bool is_short = row.is_all && given.size() == row.parts.size() && sum < 100 - rounding;
        if (sum <= 100 + rounding && !is_short) continue;
        found.push_back({given, "The percentages of the " + std::string(row.of) + " come to " +
                                    spoken(sum, 1) + "%, " +
                                    (is_short ? "not to 100%" : "which is more than 100%")});
    }
}

// A part cannot be more than its whole.
struct PartOf {
    F part, whole;
    std::string_view part_words, whole_words;
};

constexpr std::array parts_of_wholes = {
    PartOf{F::children_referred, F::referrals, "children referred", "referrals"},
    PartOf{F::referrals_no_further_action, F::referrals, "referrals without further action", "referrals"},
    PartOf{F::referrals_assessed_not_in_need, F::referrals, "referrals found not in need", "referrals"},
    PartOf{F::rereferrals, F::referrals, "re-referrals", "referrals"},
    PartOf{F::conferences, F::s47_enquiries, "conferences", "section 47 enquiries"},
    PartOf{F::protection_plans_started, F::conferences, "protection plans started", "conferences"},
    PartOf{F::second_protection_plans, F::protection_plans_started, "second or later plans",
           "protection plans started"},
    PartOf{F::in_need_plans_open, F::in_need_open, "children on in-need plans", "children in need"},
    PartOf{F::protection_plans_open, F::in_need_open, "children on protection plans", "children in need"},
    PartOf{F::looked_after_open, F::in_need_open, "looked-after children", "children in need"},
    PartOf{F::in_need_awaiting_assessment, F::in_need_open, "children awaiting assessment",
           "children in need"},
    PartOf{F::in_need_episodes_started, F::referrals, "episodes of need started", "referrals"},
    PartOf{F::looked_after_started, F::referrals, "children who started to be looked after", "referrals"},
    PartOf{F::agency_cover_fte, F::agency_fte, "agency workers who cover a vacancy", "agency workers"},
    PartOf{F::agency_cover_fte, F::vacancies_fte, "agency workers who cover a vacancy", "vacancies"},
    PartOf{F::in_post_fte, F::in_post_headcount, "full-time equivalents in post", "people in post"},
    PartOf{F::assessment_days_lower_quartile, F::assessment_days_median,
           "days as the lower quartile of assessments", "days as their median"},
    PartOf{F::assessment_days_median, F::assessment_days_upper_quartile, "days as the median of assessments",
           "days as their upper quartile"},
};

void find_larger_parts(const KnownValues& values, std::vector<Contradiction>& found) {
    constexpr double counting = 1.03, one = 1;
    for (const PartOf& row : parts_of_wholes) {
        const auto part = value_of(values, row.part), whole = value_of(values, row.whole);
        if (!part || !whole || *part <= counting * *whole + one) continue;
        found.push_back({{row.part, row.whole},
                         "There cannot be " + spoken(*part) + " " + std::string(row.part_words) + " and " +
                             spoken(*whole) + " " + std::string(row.whole_words)});
    }
    const auto referrals = value_of(values, F::referrals),
               ended = value_of(values, F::referrals_no_further_action),
               assessed = value_of(values, F::referrals_assessed_not_in_need);
    if (!referrals || !ended || !assessed || *ended + *assessed <= counting * *referrals) return;
    found.push_back({{F::referrals_no_further_action, F::referrals_assessed_not_in_need, F::referrals},
                     "Referrals without further action and those found not in need come to " +
                         spoken(*ended + *assessed, 0) + ", but there are " + spoken(*referrals, 0) +
                         " referrals"});
}

void find_more_holders_than_workers(const KnownValues& values, std::vector<Contradiction>& found) {
    constexpr double rounding = 1;
    const auto in_post = value_of(values, F::in_post_fte), agency = value_of(values, F::agency_fte),
               holders = value_of(values, F::case_holders_fte);
    if (!in_post || !agency || !holders || *holders <= *in_post + *agency + rounding) return;
    found.push_back({{F::case_holders_fte, F::in_post_fte, F::agency_fte},
                     spoken(*holders) + " case holders are more than the " + spoken(*in_post + *agency) +
                         " social workers in post and from agencies"});
}

// How many are open for each that starts in a year, which is how long they last in years; between the ends no
// authority is surprising.
struct OpenForStarted {
    F open, started;
    std::size_t lengths;  // place in parts_of_all of the lengths of those that ended, or beyond it
    double low, high;     // years; beside lengths, times their mean
    std::string_view words;
};

constexpr std::size_t no_lengths = std::size(parts_of_all);

constexpr std::array opens_for_started = {
    OpenForStarted{F::protection_plans_open, F::protection_plans_started, 0, 0.4, 2.5, "protection plans"},
    OpenForStarted{F::in_need_open, F::in_need_episodes_started, 2, 0.4, 3.5, "episodes of need"},
    OpenForStarted{F::protection_plans_open, F::protection_plans_started, no_lengths, 0.25, 2.5,
                   "protection plans"},
    OpenForStarted{F::in_need_plans_open, F::in_need_plans_started, no_lengths, 0.1, 3, "in-need plans"},
    OpenForStarted{F::looked_after_open, F::looked_after_started, no_lengths, 0.25, 10, "times in care"},
};

// In years, of what ended; nothing where a part of it is not known.
std::optional<double> mean_length(const KnownValues& values, std::size_t lengths) {
    constexpr double years[] = {0.125, 0.375, 0.75, 1.5, 2.8};
    double sum = 0;
    std::size_t place = 0;
    for (const F part : parts_of_all[lengths].parts) {
        if (!value_of(values, part)) return std::nullopt;
        sum += *value_of(values, part) / 100 * years[place++];
    }
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

std::optional<Contradiction> other_length(const KnownValues& values, const OpenForStarted& row) {
    constexpr double fewest = 20;  // of fewer a year tells nothing
    const auto open = value_of(values, row.open), started = value_of(values, row.started);
    if (!open || !started || *started < fewest) return std::nullopt;
    const double lasts = *open / *started;
    std::string sentence = spoken(*open, 0) + " open beside " + spoken(*started, 0) +
                           " that started in the year means that " + std::string(row.words) + " last " +
                           spoken(12 * lasts, 1) + " months on average, ";
    std::vector<F> figures = {row.open, row.started};
    if (row.lengths == no_lengths) {
        if (lasts >= row.low && lasts <= row.high) return std::nullopt;
        return Contradiction{figures, sentence + "which is far from any authority"};
    }
    const auto mean = mean_length(values, row.lengths);
    if (!mean || (lasts >= row.low * *mean && lasts <= row.high * *mean)) return std::nullopt;
    figures.insert(figures.end(), parts_of_all[row.lengths].parts);
    return Contradiction{figures,
                         sentence + "but those that ended had lasted about " + spoken(12 * *mean, 1)};
}

void find_other_lengths(const KnownValues& values, std::vector<Contradiction>& found) {
    for (const OpenForStarted& row : opens_for_started) {
        const bool is_told = std::ranges::any_of(found, [&](const Contradiction& earlier) {
            return earlier.figures.size() > 1 && earlier.figures[0] == row.open &&
                   earlier.figures[1] == row.started;
        });
        if (is_told) continue;
        if (auto other = other_length(values, row)) found.push_back(std::move(*other));
    }
}

// A quarter, half and three quarters are done by their quartiles; so many within 45 days must fit between.
void find_other_quartiles(const KnownValues& values, std::vector<Contradiction>& found) {
    constexpr double limit = 45, rounding_days = 1, rounding = 3;
    constexpr std::pair<F, double> quartiles[] = {{F::assessment_days_lower_quartile, 25},
                                                  {F::assessment_days_median, 50},
                                                  {F::assessment_days_upper_quartile, 75}};
    const auto within = value_of(values, F::assessments_within_45_days_percent);
    for (const auto& [quartile, done] : quartiles) {
        const auto days = value_of(values, quartile);
        if (!within || !days) continue;
        const bool is_less = *days < limit - rounding_days && *within < done - rounding;
        const bool is_more = *days > limit + rounding_days && *within > done + rounding;
        if (!is_less && !is_more) continue;
        found.push_back({{quartile, F::assessments_within_45_days_percent},
                         spoken(done, 0) + "% of assessments took up to " + spoken(*days, 0) +
                             " working days, but the file says that " + spoken(*within, 1) +
                             "% were within 45"});
        return;
    }
}

}  // namespace

std::vector<Contradiction> contradictions_among(const KnownValues& values) {
    std::vector<Contradiction> found = other_rates_among(values);
    find_larger_parts(values, found);
    find_more_holders_than_workers(values, found);
    find_sums(values, found);
    find_other_lengths(values, found);
    find_other_quartiles(values, found);
    return found;
}

}  // namespace headroom
