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

// The mean of the figure and of those of the two years before it that are published.
double mean_of_three(const Panel& panel, std::string_view code, Figure figure, const FigureValue& last) {
    double sum = last.value;
    int number = 1;
    for (const int year : {last.year - 1, last.year - 2}) {
        const auto value = panel.at(code, figure, year);
        if (!value) continue;
        sum += *value;
        ++number;
    }
    return sum / number;
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

PlaceFigures lasting_figures(const Panel& panel, const PublishedPlace& england, const PlaceFigures& place) {
    PlaceFigures lasting = place;
    for (const LastingRate& rate : rates) {
        FigureValue value = place[rate.figure];
        const auto& of_england = england.figures[static_cast<std::size_t>(rate.figure)];
        if (value.from != FigureValue::From::own || !of_england) continue;
        const double of_years = mean_of_three(panel, place.code(), rate.figure, value);
        value.value = rate.last * value.value + rate.three_years * of_years +
                      (1 - rate.last - rate.three_years) * of_england->value;
        lasting.set(rate.figure, value);
    }
    // So many children as that caseload is, for as many workers.
    FigureValue cases = place[Figure::cases];
    if (place[Figure::caseload].value > 0)
        cases.value *= lasting[Figure::caseload].value / place[Figure::caseload].value;
    lasting.set(Figure::cases, cases);
    return lasting;
}

KnownFigures::KnownFigures(const Panel& panel, const PublishedFigures& today, int march)
    : panel_(&panel), march_(march), published_(all_known(panel, today, march)) {}

std::optional<KnownPlace> KnownFigures::place(std::string_view code) const {
    for (const Figure figure : makes_a_place)
        if (!latest_known(*panel_, code, figure, march_)) return std::nullopt;
    const PlaceFigures figures = published_.place(code);
    KnownPlace known{{figures, lasting_figures(*panel_, published_.england(), figures)}, {}, march_};
    for_every_figure([&](Figure figure) {
        if (figures[figure].year == not_published) known.unpublished.push_back(figure);
    });
    return known;
}

}  // namespace headroom
