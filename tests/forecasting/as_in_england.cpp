// All fitted authorities side by side, as the panel of published figures shows them: how a year's change in
// referrals goes with that in other figures, how much authorities differ, and how far a figure lasts. Some
// two minutes of one core, so that it runs in .ci/long alone: test_forecasting "[.trials]".
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "sim/authority/authority.hpp"
#include "sim/forecasting/panel.hpp"
#include "sim/scenario/figures.hpp"
#include "sim/scenario/position.hpp"
#include "sim/scenario/stored_fits.hpp"
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
    {"not in need, points", percent<M::assessed_not_in_need, M::referrals>, 7.1, 3.6},
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

Series lived(const FitFile& fit, const Settings& start, int member) {
    Settings settings = fit.ensemble.with_member(start, member);
    settings.years_differ_percent = 100;
    Authority authority(settings, Policy{}, {2025, 4, 1}, 12, 12 * years);
    authority.settle(11, static_cast<std::uint32_t>(member));
    const std::vector<DatedPolicy> as_now(1);
    return authority.run({&settings, as_now, {}});
}

// What all authorities came to, future by future.
struct Population {
    std::vector<std::vector<Series>> futures{members_of_each};

    Population() {
        const PublishedFigures published = PublishedFigures::built_in();
        for (const PublishedPlace& place : published.authorities()) {
            const auto fit = stored_fit(place.code);
            if (!fit) continue;
            const Settings start = settings_from_figures(published.place(place.code));
            for (int member = 0; member < members_of_each; ++member)
                futures[static_cast<std::size_t>(member)].push_back(lived(*fit, start, member));
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

constexpr int last_published = 2024;

}  // namespace

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
    // All are wanted; timeliness answers several times too strongly (docs/how-well-it-fits.md).
    CHECK(near >= 5);
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
        CHECK(sd == Approx(published.sd_of_x()).epsilon(0.4));
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
