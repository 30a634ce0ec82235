// An authority as it was known in an earlier year: never with anything that was published later.
#include "sim/forecasting/known_figures.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/forecasting/with_nonsense.hpp"

using namespace headroom;

namespace {

const Panel& whole_panel() {
    static const Panel panel = Panel::built_in();
    return panel;
}

const PublishedFigures& figures_of_today() {
    static const PublishedFigures today = PublishedFigures::built_in();
    return today;
}

KnownPlace known(std::string_view code, int march) {
    const KnownFigures figures(whole_panel(), figures_of_today(), march);
    return figures.place(code).value();
}

bool is_unpublished(const KnownPlace& place, Figure figure) {
    return std::ranges::find(place.unpublished, figure) != place.unpublished.end();
}

}  // namespace

TEST_CASE("no figure of any authority is of a year after the one it was known in") {
    for (int march = 2018; march <= 2024; ++march) {
        const KnownFigures figures(whole_panel(), figures_of_today(), march);
        int places = 0;
        for (const PublishedPlace& authority : figures_of_today().authorities()) {
            const auto place = figures.place(authority.code);
            if (!place) continue;
            ++places;
            for (std::size_t i = 0; i < figure_count; ++i) {
                const Figure figure = static_cast<Figure>(i);
                const FigureValue value = place->figures[figure];
                CAPTURE(march, authority.name, i, value.year);
                const bool in_time = value.year <= last_known_year(whole_panel(), figure, march);
                const bool is_old = value.year <= march - years_a_figure_stands - 1;
                if (!in_time || (is_old && !is_unpublished(*place, figure))) FAIL_CHECK("a wrong year");
            }
        }
        CHECK(places > 140);
    }
}

TEST_CASE("whatever is published later, what was known stays the same to the last bit") {
    for (int march = 2018; march <= 2024; ++march) {
        const Panel other = with_nonsense_after(march);
        const KnownFigures as_it_was(whole_panel(), figures_of_today(), march);
        const KnownFigures with_nonsense(other, figures_of_today(), march);
        for (const PublishedPlace& authority : figures_of_today().authorities()) {
            const auto one = as_it_was.place(authority.code), same = with_nonsense.place(authority.code);
            CAPTURE(march, authority.name);
            REQUIRE(one.has_value() == same.has_value());
            if (!one) continue;
            CHECK(one->unpublished == same->unpublished);
            for (std::size_t i = 0; i < figure_count; ++i) {
                const Figure figure = static_cast<Figure>(i);
                if (one->figures[figure].value != same->figures[figure].value) FAIL_CHECK("figure " << i);
            }
        }
    }
}

TEST_CASE("a figure that nobody had published yet is named, and known from the year it is published") {
    const std::string_view leeds = "E08000035";
    CHECK(is_unpublished(known(leeds, 2021), Figure::in_need_plans_started));
    CHECK_FALSE(is_unpublished(known(leeds, 2022), Figure::in_need_plans_started));
    CHECK(is_unpublished(known(leeds, 2023), Figure::looked_after_three_workers_percent));
    CHECK_FALSE(is_unpublished(known(leeds, 2024), Figure::looked_after_three_workers_percent));
    CHECK_FALSE(is_unpublished(known(leeds, 2021), Figure::referrals));
}

TEST_CASE("counts are the latest published, and rates what lasts of them") {
    const KnownPlace leeds = known("E08000035", 2021);
    CHECK(leeds.figures[Figure::referrals].value == 9495);
    CHECK(leeds.figures[Figure::referrals].year == 2021);
    // Of turnover nothing of the last year by itself, 0.54 of three years (7.3, 8.1, 8.7), the rest England's
    // 13.5 of 2020.
    CHECK(leeds.figures[Figure::turnover_percent].year == 2020);
    CHECK(leeds.figures[Figure::turnover_percent].value == 8.7);
    CHECK(leeds.lasting[Figure::turnover_percent].value ==
          Approx(0.54 * (7.3 + 8.1 + 8.7) / 3 + 0.46 * 13.5));
}

TEST_CASE("a place that missed a year stands by its last figure, and one that was not there is not known") {
    CHECK(known("E09000012", 2021).figures[Figure::referrals].value == 5031);  // Hackney, 2020
    const KnownFigures figures(whole_panel(), figures_of_today(), 2021);
    CHECK_FALSE(figures.place("E06000063"));  // Cumberland, founded in 2023
}
