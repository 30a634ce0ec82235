// All fitted authorities side by side, as the panel of published figures shows them: how a year's change in
// referrals goes with that in other figures, how much authorities differ, and how far a figure lasts. Some
// two minutes of one core, so that it runs in .ci/long alone: test_forecasting "[.trials]".
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "sim/authority/authority.hpp"
#include "sim/forecasting/panel.hpp"
#include "sim/places/figures.hpp"
#include "sim/places/position.hpp"
#include "sim/places/stored_fits.hpp"
#include "tests/catch.hpp"

using namespace headroom;

#ifndef HEADROOM_CHECKED  // which looks at everything after every event

namespace {

using M = Measure;

constexpr int years = 4, members_of_each = 4;

double sum(const Series& series, Measure measure, int year) {
    double all = 0;
    for (int month = 12 * year; month < 12 * (year + 1); ++month) all += series.at(measure, month);
    return all;
}
template <Measure measure>
double log_of(const Series& series, int year) {
    return std::log(std::max(1.0, sum(series, measure, year)));
}
template <Measure measure>
double log_at_end(const Series& series, int year) {
    return std::log(std::max(1.0, series.at(measure, 12 * year + 11)));
}
template <Measure part, Measure whole>
double percent(const Series& series, int year) {
    const double all = sum(series, whole, year);
    return all > 0 ? 100 * sum(series, part, year) / all : 0;
}
template <Measure measure>
double level(const Series& series, int year) {
    return series.over(measure, 12 * year, 12 * year + 12);
}
constexpr int september = 5;  // counted from April
template <Measure measure, int month>
double at(const Series& series, int year) {
    return series.at(measure, 12 * year + month);
}
// Published by the year of the referral, and an assessment takes about a month and a half.
double not_in_need(const Series& series, int year) {
    double all = 0;
    for (const int later : {1, 2}) {
        for (int month = 12 * year; month < 12 * (year + 1); ++month)
            all += series.at(M::assessed_not_in_need, month + later) / 2;
    }
    return 100 * all / std::max(1.0, sum(series, M::referrals, year));
}
double turnover(const Series& series, int year) {
    return 100 * sum(series, M::leavers, year) / std::max(1.0, level<M::in_post>(series, year));
}

using InYear = double (*)(const Series&, int year);

// Per log unit of a year's change in referrals: published within authorities, 2017 to 2024, with its 95
// percent interval (docs/responses.md).
struct Response {
    const char* name;
    InYear figure;
    double published, within;
};

constexpr Response responses[] = {
    {"assessments completed", log_of<M::assessments_completed>, 0.74, 0.07},
    {"not in need, points", not_in_need, 7.1, 3.6},
    {"no further action, points", percent<M::no_further_action, M::referrals>, 6.7, 2.9},
    {"section 47 enquiries", log_of<M::s47_enquiries>, 0.60, 0.09},
    {"conferences", log_of<M::conferences_held>, 0.55, 0.09},
    {"protection plans started", log_of<M::protection_plans_started>, 0.51, 0.10},
    {"protection plans open", log_at_end<M::protection_plans_open>, 0.48, 0.11},
    {"became looked after", log_of<M::looked_after_started>, 0.25, 0.07},
    {"looked after", log_at_end<M::looked_after_open>, 0.10, 0.04},
    {"assessed in 45 days, points", percent<M::assessments_within_45, M::assessments_completed>, -3.8, 3.7},
    {"conferences in 15 days, points", percent<M::conferences_within_15, M::conferences_held>, -4.5, 4.7},
    {"re-referred, points", percent<M::rereferrals_within_12_months, M::referrals>, 7.1, 1.5},
};

// A rate's correlation over authorities with its own value a year before.
struct Lasting {
    const char* name;
    InYear rate;
    Figure figure;
};

constexpr Lasting lasting[] = {
    {"caseload", level<M::caseload_mean>, Figure::caseload},
    {"vacancies", level<M::vacancy_percent>, Figure::vacancy_percent},
    {"agency workers", level<M::agency_percent>, Figure::agency_percent},
    {"absence", percent<M::sick_days, M::contracted_days>, Figure::absence_percent},
    {"turnover", turnover, Figure::turnover_percent},
};

// Figures whose changes over one to three years the weather is sized on (docs/evidence.md).
constexpr Lasting changing[] = {
    {"caseload", at<M::caseload_mean, september>, Figure::caseload},
    {"vacancies", at<M::vacancy_percent, september>, Figure::vacancy_percent},
    {"agency workers", at<M::agency_percent, september>, Figure::agency_percent},
    {"turnover", turnover, Figure::turnover_percent},
    {"absence", percent<M::sick_days, M::contracted_days>, Figure::absence_percent},
    {"assessed in 45 days", percent<M::assessments_within_45, M::assessments_completed>,
     Figure::assessments_within_45_days_percent},
    {"conferences in 15 days", percent<M::conferences_within_15, M::conferences_held>,
     Figure::conferences_within_15_days_percent},
    {"re-referred", percent<M::rereferrals_within_12_months, M::referrals>, Figure::rereferrals_percent},
    {"on protection plans, log", log_at_end<M::protection_plans_open>, Figure::protection_plans_open},
    {"looked after, log", log_at_end<M::looked_after_open>, Figure::looked_after_open},
    {"enquiries, log", log_of<M::s47_enquiries>, Figure::s47_enquiries},
    {"became looked after, log", log_of<M::looked_after_started>, Figure::looked_after_started},
};

// Two figures of many authorities side by side.
struct Pairs {
    std::vector<double> x, y;

    void add(double of_x, double of_y) {
        x.push_back(of_x);
        y.push_back(of_y);
    }
    static double product(const std::vector<double>& a, const std::vector<double>& b) {
        const double number = static_cast<double>(a.size());
        double sum_a = 0, sum_b = 0, both = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            sum_a += a[i];
            sum_b += b[i];
            both += a[i] * b[i];
        }
        return (both - sum_a * sum_b / number) / (number - 1);
    }
    double slope() const { return product(x, y) / product(x, x); }
    double correlation() const { return product(x, y) / std::sqrt(product(x, x) * product(y, y)); }
    double sd_of_x() const { return std::sqrt(product(x, x)); }
};

// Every place lives futures of its own: were they the same everywhere, a dozen years would be all that is
// seen. What the published panel's years have in common is taken out of its responses too.
Series lived(const FitFile& fit, const Settings& start, std::uint64_t seed, int member) {
    Settings settings = fit.ensemble.with_member(start, member);
    settings.years_differ_percent = 100;
    Authority authority(settings, Policy{}, {2025, 4, 1}, 12, 12 * years + 2);
    authority.settle(seed, static_cast<std::uint32_t>(member));
    const std::vector<DatedPolicy> as_now(1);
    return authority.run({&settings, as_now, {}});
}

// What all authorities came to, future by future.
struct Population {
    std::vector<std::vector<Series>> futures{members_of_each};

    Population() {
        const PublishedFigures published = PublishedFigures::built_in();
        std::uint64_t seed = 11;
        for (const PublishedPlace& place : published.authorities()) {
            const auto fit = stored_fit(place.code);
            if (!fit) continue;
            const Settings start = settings_from_figures(published.place(place.code));
            ++seed;
            for (int member = 0; member < members_of_each; ++member)
                futures[static_cast<std::size_t>(member)].push_back(lived(*fit, start, seed, member));
        }
    }
};

const Population& population() {
    static const Population all;
    return all;
}

// A year's rates of all authorities in one future beside another rate, or the same a year on.
Pairs side_by_side(const std::vector<Series>& places, InYear first, int year, InYear second, int other_year) {
    Pairs pairs;
    for (const Series& place : places) pairs.add(first(place, year), second(place, other_year));
    return pairs;
}

Pairs published_side_by_side(const Panel& panel, Figure first, int year, Figure second, int other_year) {
    Pairs pairs;
    const PublishedFigures published = PublishedFigures::built_in();
    for (const PublishedPlace& place : published.authorities()) {
        const auto x = panel.at(place.code, first, year), y = panel.at(place.code, second, other_year);
        if (x && y) pairs.add(*x, *y);
    }
    return pairs;
}

constexpr int first_published = 2018, last_published = 2024;

// How far a figure moves in so many years, the authorities' mean of that year taken out.
double published_change(const Panel& panel, const Lasting& of, int over) {
    const bool logged = std::string_view(of.name).ends_with("log");
    const PublishedFigures published = PublishedFigures::built_in();
    double squares = 0, number = 0;
    for (int year = first_published; year + over <= last_published; ++year) {
        Pairs changes;
        for (const PublishedPlace& place : published.authorities()) {
            const auto before = panel.at(place.code, of.figure, year);
            const auto after = panel.at(place.code, of.figure, year + over);
            if (!before || !after || (logged && std::min(*before, *after) <= 0) || !stored_fit(place.code))
                continue;
            changes.add(logged ? std::log(*after / *before) : *after - *before, 0);
        }
        const double places = static_cast<double>(changes.x.size());
        if (places < 2) continue;
        squares += changes.sd_of_x() * changes.sd_of_x() * places;
        number += places;
    }
    return std::sqrt(squares / number);
}

double lived_change(const Lasting& of, int over) {
    Pairs changes;
    for (const std::vector<Series>& places : population().futures) {
        for (const Series& place : places) {
            for (int year = 0; year + over < years; ++year)
                changes.add(of.rate(place, year + over) - of.rate(place, year), 0);
        }
    }
    return changes.sd_of_x();
}

}  // namespace

TEST_CASE("figures change from year to year as much as published", "[.trials]") {
    const Panel panel = Panel::built_in();
    for (const Lasting& of : changing) {
        std::printf("%-26s SD of the change over 1, 2, 3 years: published", of.name);
        for (int over = 1; over <= 3; ++over) std::printf(" %6.3f", published_change(panel, of, over));
        std::printf(", model");
        for (int over = 1; over <= 3; ++over) std::printf(" %6.3f", lived_change(of, over));
        std::printf("\n");
        CAPTURE(of.name);
        CHECK(lived_change(of, 1) == Approx(published_change(panel, of, 1)).epsilon(0.35));
    }
}

TEST_CASE("referrals that come and go bring as much else over all authorities as published", "[.trials]") {
    int near = 0;
    for (const Response& response : responses) {
        Pairs changes;
        for (const std::vector<Series>& places : population().futures) {
            for (const Series& place : places) {
                for (int year = 1; year < years; ++year)
                    changes.add(log_of<M::referrals>(place, year) - log_of<M::referrals>(place, year - 1),
                                response.figure(place, year) - response.figure(place, year - 1));
            }
        }
        const double slope = changes.slope();
        const bool within_twice = std::abs(slope - response.published) <= 2 * response.within;
        near += within_twice;
        std::printf("%-32s per log referrals: published %6.2f +-%5.2f, model %6.2f%s\n", response.name,
                    response.published, response.within, slope, within_twice ? "" : "  beyond twice");
    }
    // All are wanted; which are not, docs/how-well-it-fits.md says.
    CHECK(near >= 10);
}

TEST_CASE("authorities differ as much as published, and their rates last as long", "[.trials]") {
    const Panel panel = Panel::built_in();
    const auto over_futures = [](auto of) {
        double all = 0;
        for (const std::vector<Series>& places : population().futures) all += of(places) / members_of_each;
        return all;
    };
    for (const Lasting& rate : lasting) {
        const Pairs published =
            published_side_by_side(panel, rate.figure, last_published, rate.figure, last_published - 1);
        const double sd = over_futures([&](const std::vector<Series>& places) {
            return side_by_side(places, rate.rate, 1, rate.rate, 2).sd_of_x();
        });
        const double lasts = over_futures([&](const std::vector<Series>& places) {
            return side_by_side(places, rate.rate, 1, rate.rate, 2).correlation();
        });
        std::printf(
            "%-16s SD between authorities: published %5.2f, model %5.2f; a year on: published %.2f, model "
            "%.2f\n",
            rate.name, published.sd_of_x(), sd, published.correlation(), lasts);
        CAPTURE(rate.name);
        // Each place lives another set of its fit in each future: what is not known of it adds to what
        // differs.
        CHECK(sd == Approx(published.sd_of_x()).epsilon(0.5));
        CHECK(lasts == Approx(published.correlation()).margin(0.3));
    }
    const double together = over_futures([](const std::vector<Series>& places) {
        return side_by_side(places, level<M::agency_percent>, 1, level<M::vacancy_percent>, 1).correlation();
    });
    const double published = published_side_by_side(panel, Figure::agency_percent, last_published,
                                                    Figure::vacancy_percent, last_published)
                                 .correlation();
    std::printf("agency workers with vacancies over authorities: published %.2f, model %.2f\n", published,
                together);
    CHECK(together == Approx(published).margin(0.2));
}
#endif
