// What was published year by year, as the program holds it.
#include "sim/forecasting/panel.hpp"

#include "sim/engine/ensure.hpp"
#include "sim/forecasting/panel_json.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Panel& built_in_panel() {
    static const Panel panel = Panel::built_in();
    return panel;
}

}  // namespace

TEST_CASE("the panel holds what was published") {
    const Panel& panel = built_in_panel();
    CHECK(panel.at("E08000035", Figure::referrals, 2021) == 9495);
    CHECK(panel.at("E08000035", Figure::caseload, 2020) == 15);
    CHECK(panel.at("E08000035", Figure::turnover_percent, 2017) == 8.4);
    CHECK(panel.at("E10000012", Figure::looked_after_open, 2018) == 1016);
    CHECK(panel.at("E06000017", Figure::vacancy_percent, 2020) == 4.5);
    CHECK(panel.at(england_code, Figure::referrals, 2013) == 593470);
    CHECK(panel.at(england_code, Figure::caseload, 2017) == 17.7);
}

TEST_CASE(
    "what was not published is not there: Hackney's 2021, plans before 2022, any year before or after") {
    const Panel& panel = built_in_panel();
    CHECK_FALSE(panel.at("E09000012", Figure::referrals, 2021));
    CHECK(panel.at("E09000012", Figure::referrals, 2020) == 5031);
    CHECK_FALSE(panel.at(england_code, Figure::in_need_plans_started, 2021));
    CHECK(panel.at(england_code, Figure::in_need_plans_started, 2022) == 202480);
    CHECK_FALSE(panel.at(england_code, Figure::referrals, 1990));
    CHECK_FALSE(panel.at("nowhere", Figure::referrals, 2021));
}

TEST_CASE("the year that is kept aside is not in the panel") {
    CHECK(built_in_panel().last_year() == 2024);
}

TEST_CASE("years of the workforce end in September, all others in March") {
    const Panel& panel = built_in_panel();
    for (const Figure figure : {Figure::caseload, Figure::vacancies_fte, Figure::turnover_percent})
        CHECK(panel.year_end(figure) == YearEnd::september);
    for (const Figure figure : {Figure::referrals, Figure::looked_after_open, Figure::children_0_17})
        CHECK(panel.year_end(figure) == YearEnd::march);
}

TEST_CASE("the panel and the figures of today agree wherever both have a figure of one year") {
    const PublishedFigures today = PublishedFigures::built_in();
    int compared = 0;
    for (const PublishedPlace& place : today.authorities()) {
        for (std::size_t i = 0; i < figure_count; ++i) {
            if (!place.figures[i]) continue;
            const auto value =
                built_in_panel().at(place.code, static_cast<Figure>(i), place.figures[i]->year);
            if (!value) continue;
            CAPTURE(place.name, i);
            CHECK(*value == place.figures[i]->value);
            ++compared;
        }
    }
    CHECK(compared > 4000);
}

TEST_CASE("a panel that does not read is a fault of ours, never silently empty") {
    CHECK_THROWS_AS(Panel("{\"places\":["), ModelFault);
    CHECK_THROWS_AS(Panel("{\"places\":[]}"), ModelFault);
    CHECK(panel_json().size() < 1'000'000);
}
