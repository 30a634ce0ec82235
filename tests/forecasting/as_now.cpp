// As now stays as now: a fitted place in which nothing is changed and no year differs from another stands,
// after three years, where it stood, but for what its figures differ by from one year to the next anyway.
#include <cmath>
#include <cstdio>
#include <string>

#include "sim/authority/authority.hpp"
#include "sim/fitting/fit_target.hpp"
#include "sim/places/figures.hpp"
#include "sim/places/position.hpp"
#include "sim/places/stored_fits.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// A figure of a year, and the standard deviation of its change from one year to the next (panel, 2019 to
// 2023).
struct Yearly {
    const char* name;
    double (*in)(const Series&, int from);
    double noise;
    bool is_share;  // of itself
};

double sum(const Series& series, Measure measure, int from) {
    double all = 0;
    for (int month = from; month < from + 12; ++month) all += series.at(measure, month);
    return all;
}
template <Measure measure>
double number(const Series& series, int from) {
    return sum(series, measure, from);
}
template <Measure measure>
double level(const Series& series, int from) {
    return series.over(measure, from, from + 12);
}
template <Measure part, Measure whole>
double percent(const Series& series, int from) {
    const double all = sum(series, whole, from);
    return all > 0 ? 100 * sum(series, part, from) / all : 0;
}

using M = Measure;
constexpr Yearly yearly[] = {
    {"caseload", level<M::caseload_mean>, 1.8, false},
    {"posts vacant", level<M::vacancy_percent>, 6.5, false},
    {"agency workers", level<M::agency_percent>, 6.2, false},
    {"absence", percent<M::sick_days, M::contracted_days>, 1.2, false},
    {"assessed in 45 days", percent<M::assessments_within_45, M::assessments_completed>, 6.6, false},
    {"conferences in 15 days", percent<M::conferences_within_15, M::conferences_held>, 9.3, false},
    {"re-referred", percent<M::rereferrals_within_12_months, M::referrals>, 3.6, false},
    {"referrals", number<M::referrals>, 0.17, true},
    {"enquiries", number<M::s47_enquiries>, 0.21, true},
    {"conferences", number<M::conferences_held>, 0.23, true},
    {"protection plans started", number<M::protection_plans_started>, 0.22, true},
    {"on protection plans", level<M::protection_plans_open>, 0.23, true},
    {"on in-need plans", level<M::in_need_plans_open>, 0.13, true},
    {"became looked after", number<M::looked_after_started>, 0.20, true},
    {"looked after", level<M::looked_after_open>, 0.08, true},
};
constexpr std::size_t number_of_figures = std::size(yearly);

// Of every figure the means over the members in the first year and in the third, and of the first month's
// strain over that of the months after it.
struct Drift {
    double first[number_of_figures] = {}, third[number_of_figures] = {};
    double caseload_month_1 = 0, caseload_months_2_to_4 = 0;

    double in_noises(std::size_t figure) const {
        const Yearly& each = yearly[figure];
        const double by = third[figure] - first[figure];
        return by / (each.is_share ? std::max(1.0, first[figure]) * each.noise : each.noise);
    }
};

Drift drift_of(const std::string& code, int members) {
    static const PublishedFigures published = PublishedFigures::built_in();
    const auto fit = stored_fit(code);
    REQUIRE(fit);
    const Settings start = code == "typical" ? Settings() : settings_from_figures(published.place(code));
    Drift drift;
    for (int member = 0; member < members; ++member) {
        Settings settings = fit->ensemble.with_member(start, member);
        settings.demand_shock_log_sd = settings.years_differ_percent = 0;
        Authority authority(settings, Policy{}, {2025, 4, 1}, 12, 36);
        authority.settle(7, static_cast<std::uint32_t>(member));
        const std::vector<DatedPolicy> as_now(1);
        const Series& series = authority.run({&settings, as_now, {}});
        for (std::size_t i = 0; i < number_of_figures; ++i) {
            drift.first[i] += yearly[i].in(series, 0) / members;
            drift.third[i] += yearly[i].in(series, 24) / members;
        }
        drift.caseload_month_1 += series.at(M::caseload_mean, 0) / members;
        drift.caseload_months_2_to_4 += series.over(M::caseload_mean, 1, 4) / members;
    }
    return drift;
}

}  // namespace

#ifndef HEADROOM_CHECKED  // which looks at everything after every event
TEST_CASE("as now stays as now for three years, and the first month is like those after it") {
    for (const char* code : {"typical", "E06000017", "E08000011"}) {
        const Drift drift = drift_of(code, 24);
        CAPTURE(code);
        for (std::size_t i = 0; i < number_of_figures; ++i) {
            CAPTURE(yearly[i].name, drift.first[i], drift.third[i]);
            CHECK(std::abs(drift.in_noises(i)) < 1);
        }
        CHECK(drift.caseload_month_1 == Approx(drift.caseload_months_2_to_4).margin(1));
    }
}

TEST_CASE("as now stays as now in every fitted authority", "[.trials]") {
    const PublishedFigures published = PublishedFigures::built_in();
    int beyond[number_of_figures] = {}, places = 0;
    for (const PublishedPlace& place : published.authorities()) {
        if (!stored_fit(place.code)) continue;
        const Drift drift = drift_of(place.code, 10);
        ++places;
        for (std::size_t i = 0; i < number_of_figures; ++i) {
            if (std::abs(drift.in_noises(i)) <= 1) continue;
            ++beyond[i];
            std::printf("%s: %s from %.1f to %.1f\n", place.name.c_str(), yearly[i].name, drift.first[i],
                        drift.third[i]);
        }
    }
    for (std::size_t i = 0; i < number_of_figures; ++i) {
        std::printf("%-26s beyond a year's own change in %d of %d authorities\n", yearly[i].name, beyond[i],
                    places);
        CAPTURE(yearly[i].name);
        CHECK(beyond[i] <= places / 10);
    }
}
#endif
