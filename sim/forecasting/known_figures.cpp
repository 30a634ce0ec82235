#include "sim/forecasting/known_figures.hpp"

#include <algorithm>
#include <array>

namespace headroom {

namespace {

constexpr int not_published = 0;  // the year of a figure that nobody had published

constexpr std::array rates = {
    LastingRate{Figure::caseload, 0.38, 0.36},
    LastingRate{Figure::vacancy_percent, 0.82, 0.06},
    LastingRate{Figure::agency_percent, 0.86, 0.02},
    LastingRate{Figure::turnover_percent, 0, 0.54},
    LastingRate{Figure::absence_percent, 0.16, 0.44},
    LastingRate{Figure::assessments_within_45_days_percent, 0.50, 0.18},
    LastingRate{Figure::conferences_within_15_days_percent, 0.49, 0.18},
    LastingRate{Figure::rereferrals_percent, 0.50, 0.23},
    LastingRate{Figure::second_protection_plans_percent, 0.20, 0.43},
};

constexpr std::array makes_a_place = {Figure::referrals, Figure::looked_after_open, Figure::in_post_fte,
                                      Figure::caseload};

template <typename Visit>
void for_every_figure(Visit visit) {
    for (std::size_t i = 0; i < figure_count; ++i) visit(static_cast<Figure>(i));
}

PublishedPlace as_known(const Panel& panel, PublishedPlace place, int march) {
    for_every_figure([&](Figure figure) {
        place.figures[static_cast<std::size_t>(figure)] = latest_known(panel, place.code, figure, march);
    });
    return place;
}

// Every authority that there was, every region, and England with today's figures where it had none.
PublishedFigures all_known(const Panel& panel, const PublishedFigures& today, int march) {
    std::vector<PublishedPlace> authorities, regions;
    for (const PublishedPlace& place : today.authorities()) {
        if (latest_known(panel, place.code, Figure::children_0_17, march))
            authorities.push_back(as_known(panel, place, march));
    }
    for (const PublishedPlace& place : today.regions()) regions.push_back(as_known(panel, place, march));
    PublishedPlace england = as_known(panel, today.england(), march);
    for_every_figure([&](Figure figure) {
        std::optional<PublishedValue>& value = england.figures[static_cast<std::size_t>(figure)];
        if (!value) value = {today.england().figures[static_cast<std::size_t>(figure)]->value, not_published};
    });
    return today.with_places(std::move(authorities), std::move(regions), std::move(england));
}

double lasting_value(const Panel& panel, std::string_view code, const LastingRate& rate, int year) {
    const double last = *panel.at(code, rate.figure, year);
    const double mean = *three_year_mean(panel, code, rate.figure, year);
    const double england = panel.at(england_code, rate.figure, year).value_or(mean);
    return rate.last * last + rate.three_years * mean + (1 - rate.last - rate.three_years) * england;
}

}  // namespace

std::span<const LastingRate> lasting_rates() {
    return rates;
}

std::optional<PublishedValue> latest_known(const Panel& panel, std::string_view code, Figure figure,
                                           int march) {
    const int newest = last_known_year(panel, figure, march);
    for (int year = newest; year > newest - years_a_figure_stands; --year)
        if (const auto value = panel.at(code, figure, year)) return PublishedValue{*value, year};
    return std::nullopt;
}

std::optional<double> three_year_mean(const Panel& panel, std::string_view code, Figure figure, int year) {
    double sum = 0;
    int number = 0;
    for (int each = year; each > year - 3; --each) {
        const auto value = panel.at(code, figure, each);
        if (!value) continue;
        sum += *value;
        ++number;
    }
    return number > 0 ? std::optional(sum / number) : std::nullopt;
}

KnownFigures::KnownFigures(const Panel& panel, const PublishedFigures& today, int march)
    : panel_(&panel), march_(march), published_(all_known(panel, today, march)) {}

std::optional<KnownPlace> KnownFigures::place(std::string_view code) const {
    for (const Figure figure : makes_a_place)
        if (!latest_known(*panel_, code, figure, march_)) return std::nullopt;
    KnownPlace known{published_.place(code), {}, march_};
    for_every_figure([&](Figure figure) {
        if (known.figures[figure].year == not_published) known.unpublished.push_back(figure);
    });
    for (const LastingRate& rate : rates) {
        FigureValue value = known.figures[rate.figure];
        if (value.from != FigureValue::From::own) continue;
        value.value = lasting_value(*panel_, code, rate, value.year);
        known.figures.set(rate.figure, value);
    }
    return known;
}

}  // namespace headroom
