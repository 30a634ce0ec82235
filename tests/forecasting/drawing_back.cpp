// A figure that one year moved comes part of the way back in the years after.
#include "sim/forecasting/drawing_back.hpp"

#include <algorithm>
#include <cmath>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Panel& years_of_figures() {
    static const Panel panel = Panel::built_in();
    return panel;
}

DrawnBack way_of(const std::vector<DrawnBack>& ways, double Settings::*setting) {
    const auto way = std::ranges::find(ways, setting, &DrawnBack::setting);
    REQUIRE(way != ways.end());
    return *way;
}

FittedFigure fitted(Figure figure, double held_to, double mean) {
    const auto target = std::ranges::find(fit_targets(), figure, &FitTarget::figure);
    return {&*target, held_to, held_to, 2020, FigureValue::From::own, mean, mean, mean, mean, 0};
}

}  // namespace

TEST_CASE("a flow comes back part of the way to its own mean and to England's, and no further") {
    const PublishedFigures today = PublishedFigures::built_in();
    const KnownFigures figures(years_of_figures(), today, 2021);
    int drawn = 0;
    for (const PublishedPlace& authority : today.authorities()) {
        const auto place = figures.place(authority.code);
        if (!place) continue;
        double lowest = 0, highest = 0;  // logarithms of what it may come back to, over the last year's
        const auto per_child = [&](std::string_view code, int year) {
            const auto care = years_of_figures().at(code, Figure::looked_after_started, year);
            const auto children = years_of_figures().at(code, Figure::children_0_17, year);
            return care && children && *care > 0 ? std::log(*care / *children) : std::nan("");
        };
        const int year = place->figures[Figure::looked_after_started].year;
        const double last = per_child(authority.code, year);
        for (const double towards : {per_child(authority.code, year - 1), per_child(authority.code, year - 2),
                                     per_child(england_code, year)}) {
            if (!std::isfinite(towards - last)) continue;
            lowest = std::min(lowest, towards - last);
            highest = std::max(highest, towards - last);
        }
        const double times =
            way_of(drawing_back(*place, {}, years_of_figures()), &Settings::looked_after_per_year).times;
        CAPTURE(authority.name, lowest, highest, times);
        CHECK(std::log(times) >= lowest - 1e-9);
        CHECK(std::log(times) <= highest + 1e-9);
        drawn += std::abs(times - 1) > 0.02;
    }
    CHECK(drawn > 75);
}

TEST_CASE("a rate that a fit left short of what lasts of it goes the rest of the way") {
    const KnownFigures figures(years_of_figures(), PublishedFigures::built_in(), 2021);
    const KnownPlace place = figures.place("E06000017").value();
    Fit fit;
    fit.figures = {fitted(Figure::turnover_percent, 14, 9), fitted(Figure::caseload, 16, 12)};
    const auto ways = drawing_back(place, fit, years_of_figures());
    Settings member;
    member.turnover_percent = 8;
    const Settings after = drawn_back(member, ways);
    CHECK(after.turnover_percent == 13);
    CHECK(after.absence_percent == member.absence_percent);
}

TEST_CASE("what is not the place's own draws nothing back, and nothing leaves its range") {
    const KnownFigures figures(years_of_figures(), PublishedFigures::built_in(), 2021);
    KnownPlace place = figures.place("E06000017").value();
    FigureValue enquiries = place.figures[Figure::s47_enquiries];
    enquiries.from = FigureValue::From::england;
    place.figures.set(Figure::s47_enquiries, enquiries);
    CHECK(way_of(drawing_back(place, {}, years_of_figures()), &Settings::s47_per_referral_percent).times ==
          1);
    const std::vector<DrawnBack> beyond = {{.setting = &Settings::absence_percent, .more = -1000}};
    CHECK(drawn_back(Settings{}, beyond).absence_percent == find_setting("absence_percent")->low);
}
