#include "sim/places/figure_rates.hpp"

#include <cmath>
#include <string_view>

#include "sim/engine/working_time.hpp"
#include "sim/text/spoken_number.hpp"

namespace headroom {

namespace {

using F = Figure;

// How a rate comes from its part and the rest.
enum class RateOf : std::uint8_t { whole_percent, both_percent, year_percent, each };

// A rate with what it is worked out from, and how that is said.
struct Rate {
    F rate, part, whole;
    RateOf kind;
    std::string_view part_words, whole_words;
};

constexpr std::array rates_of_figures = {
    Rate{F::caseload, F::cases, F::case_holders_fte, RateOf::each, "held by", "case holders"},
    Rate{F::vacancy_percent, F::vacancies_fte, F::in_post_fte, RateOf::both_percent, "vacancies beside",
         "social workers in post"},
    Rate{F::agency_percent, F::agency_fte, F::in_post_fte, RateOf::both_percent, "agency workers beside",
         "social workers in post"},
    Rate{F::turnover_percent, F::leavers_fte, F::in_post_fte, RateOf::whole_percent, "leavers of",
         "social workers in post"},
    Rate{F::absence_percent, F::working_days_lost_fte, F::in_post_fte, RateOf::year_percent,
         "working days lost by", "social workers in post"},
    Rate{F::vacancies_covered_percent, F::agency_cover_fte, F::vacancies_fte, RateOf::whole_percent,
         "agency workers who cover a vacancy, of", "vacancies"},
    Rate{F::agency_on_vacancies_percent, F::agency_cover_fte, F::agency_fte, RateOf::whole_percent,
         "agency workers who cover a vacancy, of", "agency workers"},
    Rate{F::rereferrals_percent, F::rereferrals, F::referrals, RateOf::whole_percent, "re-referrals of",
         "referrals"},
    Rate{F::second_protection_plans_percent, F::second_protection_plans, F::protection_plans_started,
         RateOf::whole_percent, "second or later plans of", "protection plans started"},
};

// The rate that part and whole make; nothing of nothing makes none.
std::optional<double> made_by(const Rate& rate, double part, double whole) {
    const double of = rate.kind == RateOf::both_percent ? part + whole : whole;
    if (of <= 0) return std::nullopt;
    switch (rate.kind) {
        case RateOf::each: return part / of;
        case RateOf::year_percent: return 100 * part / (of * working_days_in_year);
        case RateOf::whole_percent:
        case RateOf::both_percent: return 100 * part / of;
    }
    return std::nullopt;
}

double times_of(const Rate& rate) {
    if (rate.kind == RateOf::each) return 1;
    return rate.kind == RateOf::year_percent ? working_days_in_year / 100.0 : 0.01;
}

std::optional<double> part_from(const Rate& rate, double value, double whole) {
    if (rate.kind != RateOf::both_percent) return value * times_of(rate) * whole;
    if (value >= 100) return std::nullopt;
    return value / (100 - value) * whole;
}

std::optional<double> whole_from(const Rate& rate, double value, double part) {
    if (value <= 0) return std::nullopt;
    if (rate.kind != RateOf::both_percent) return part / (value * times_of(rate));
    return part * (100 - value) / value;
}

// The one of the three that the other two give; nothing where none or more than one is missing.
std::optional<Following> add_third(const Rate& row, KnownValues& values) {
    std::optional<double>&rate = value_of(values, row.rate), &part = value_of(values, row.part),
    &whole = value_of(values, row.whole);
    if (!rate && part && whole) {
        rate = made_by(row, *part, *whole);
        if (rate) return Following{row.rate, row.part, row.whole};
    } else if (rate && !part && whole) {
        part = part_from(row, *rate, *whole);
        if (part) return Following{row.part, row.rate, row.whole};
    } else if (rate && part && !whole) {
        whole = whole_from(row, *rate, *part);
        if (whole) return Following{row.whole, row.rate, row.part};
    }
    return std::nullopt;
}

// How far rounding may move the rate: its own last digit may stand for a whole one, and so may those of part
// and whole.
double rounding_of(const Rate& rate, double part, double whole) {
    constexpr double half = 0.5;
    const double times = 1 / times_of(rate);
    const double own = rate.kind == RateOf::year_percent ? half + 0.05 * times * part / whole : half;
    return own + 0.15 + half * times / whole + half * times * part / (whole * whole);
}

std::string in_words(const Rate& rate, double value) {
    return spoken(value, 1) + (rate.kind == RateOf::each ? "" : "%");
}

}  // namespace

std::vector<Following> add_what_follows(KnownValues& values) {
    std::vector<Following> added;
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (const Rate& rate : rates_of_figures) {
            const auto third = add_third(rate, values);
            if (!third) continue;
            added.push_back(*third);
            goes_on = true;
        }
    }
    return added;
}

KnownValues as_own_figures_have_it(KnownValues together, const KnownValues& own) {
    for (const Rate& row : rates_of_figures) {
        std::optional<double>&rate = value_of(together, row.rate), &part = value_of(together, row.part);
        const std::optional<double>& whole = value_of(together, row.whole);
        const bool has_part = value_of(own, row.part) || value_of(own, row.whole);
        const bool has_rate = value_of(own, row.rate).has_value();
        if (!whole) continue;
        if (has_rate && !value_of(own, row.part)) {
            if (const auto made = part_from(row, *rate, *whole)) part = made;
        } else if (!has_rate && has_part && part) {
            if (const auto made = made_by(row, *part, *whole)) rate = made;
        }
    }
    return together;
}

std::vector<Following> rates_with_their_halves() {
    std::vector<Following> all;
    for (const Rate& row : rates_of_figures) all.push_back({row.rate, row.part, row.whole});
    return all;
}

std::vector<Contradiction> other_rates_among(const KnownValues& values) {
    std::vector<Contradiction> found;
    for (const Rate& row : rates_of_figures) {
        const auto rate = value_of(values, row.rate), part = value_of(values, row.part),
                   whole = value_of(values, row.whole);
        if (!rate || !part || !whole || *whole <= 0) continue;
        const auto made = made_by(row, *part, *whole);
        // A part above its whole is told as such.
        const bool is_all = made && *made > 100 && *rate >= 100 && row.kind == RateOf::whole_percent;
        if (!made || is_all || std::abs(*made - *rate) <= rounding_of(row, *part, *whole)) continue;
        found.push_back({{row.part, row.whole, row.rate},
                         spoken(*part) + " " + (row.kind == RateOf::each ? "cases " : "") +
                             std::string(row.part_words) + " " + spoken(*whole) + " " +
                             std::string(row.whole_words) + " is " + in_words(row, *made) +
                             (row.kind == RateOf::each ? " each" : "") + ", but the file's own " +
                             std::string(name_of(row.rate)) + " says " + in_words(row, *rate)});
    }
    return found;
}

}  // namespace headroom
