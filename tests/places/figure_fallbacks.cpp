#include "sim/places/figure_caveats.hpp"
#include "tests/catch.hpp"
#include "tests/places/published_figures.hpp"

using namespace headroom;

using From = FigureValue::From;

TEST_CASE(
    "the suppressed agency workers of Kensington and Chelsea follow from its few vacancies at London's "
    "rate") {
    const PlaceFigures place = figures_of("Kensington and Chelsea");
    const FigureValue agency = place[Figure::agency_fte];
    CHECK(agency.from == From::region);
    CHECK(agency.year == 2024);
    CHECK(agency.value > 3);
    CHECK(agency.value < place[Figure::vacancies_fte].value);
    const double workforce = agency.value + place[Figure::in_post_fte].value;
    CHECK(place[Figure::agency_percent].value == Approx(100 * agency.value / workforce));
    CHECK(place[Figure::agency_percent].from == From::region);
    CHECK(place[Figure::vacancies_fte].from == From::own);
}

TEST_CASE("Hampshire, which published nothing on need in 2024, starts from its own 2023") {
    const PlaceFigures hampshire = figures_of("Hampshire");
    CHECK(hampshire[Figure::referrals].value == 30502);
    CHECK(hampshire[Figure::referrals].year == 2023);
    CHECK(hampshire[Figure::referrals].from == From::own);
    CHECK(hampshire[Figure::in_post_fte].year == 2024);
    const auto caveats = figure_caveats(published(), hampshire);
    REQUIRE(caveats.size() == 1);
    CHECK(caveats[0].find("From 2023, the latest published for Hampshire: 29 kinds of figure") == 0);
}

TEST_CASE(
    "Hackney, which published nothing in 2021 and 2022, starts from its 2024, or from 2023 where that is "
    "hidden") {
    const PlaceFigures hackney = figures_of("Hackney");
    CHECK(hackney[Figure::referrals].year == 2024);
    CHECK(hackney[Figure::protection_plans_ended_up_to_3_months_percent].year == 2023);
    CHECK(hackney.fallbacks().empty());
}

TEST_CASE("a missing count is the region's scaled to the authority's children") {
    const PlaceFigures barnet = figures_of("Barnet");
    const FigureValue plans = barnet[Figure::in_need_plans_open];
    CHECK(plans.from == From::region);
    const PublishedPlace* london = nullptr;
    for (const PublishedPlace& region : published().regions())
        if (region.name == "London") london = &region;
    REQUIRE(london != nullptr);
    const double per_child =
        own(*london, Figure::in_need_plans_open)->value / own(*london, Figure::children_0_17)->value;
    CHECK(plans.value == Approx(per_child * barnet[Figure::children_0_17].value));
}

TEST_CASE("what no region publishes falls back to England, and the answer says so") {
    const PlaceFigures cumberland = figures_of("Cumberland");
    CHECK(cumberland[Figure::safeguarding_spend].from == From::england);
    CHECK(cumberland[Figure::safeguarding_spend].year == 2025);
    const auto caveats = figure_caveats(published(), cumberland);
    REQUIRE(caveats.size() == 1);
    CHECK(caveats[0] ==
          "Not published for Cumberland: care applications to court in the year; gross spend on "
          "safeguarding; gross "
          "spend on family support. England's figures of 2025 stand in, counts scaled to size.");
}

TEST_CASE(
    "a place of which only the children are known gets its region's rates and England's where there is no "
    "region") {
    PublishedPlace place{"ours", "Ours", "North East", "own figures", {}, {}};
    place.figures[static_cast<std::size_t>(Figure::children_0_17)] = PublishedValue{54271, 2024};
    const PlaceFigures ours = published().completed(place);
    CHECK(ours[Figure::referrals].value == Approx(0.1 * 32050).epsilon(0.001));
    CHECK(ours[Figure::in_post_fte].value == Approx(0.1 * 2158.1).epsilon(0.001));
    CHECK(ours[Figure::caseload].value == 16.8);
    CHECK(ours[Figure::agency_percent].value == Approx(10.4).margin(0.1));
    CHECK(ours.fallbacks().size() == figure_count - 1);
    place.region = "";
    CHECK(published().completed(place)[Figure::caseload].value == 15.2);
}

TEST_CASE("a place without a count of children is refused") {
    CHECK_THROWS_AS(published().completed(PublishedPlace{}), ModelFault);
    CHECK_THROWS_AS(published().place("E99999999"), ModelFault);
}

TEST_CASE("a joint workforce return carries the children of both members") {
    const PlaceFigures joint = figures_of("Kingston upon Thames and Richmond upon Thames");
    CHECK(joint[Figure::in_post_fte].value == 148.8);
    CHECK(joint[Figure::referrals].value == 2842);
    CHECK(joint[Figure::children_0_17].value == 81159);
    CHECK(joint[Figure::rereferrals_percent].value ==
          Approx(100 * joint[Figure::rereferrals].value / 2842).margin(0.1));
    CHECK(called("Kingston upon Thames and Richmond upon Thames").members.size() == 2);
}
