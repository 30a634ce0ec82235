#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>
#include <vector>

#include "sim/places/england.hpp"
#include "sim/places/figure_caveats.hpp"
#include "tests/catch.hpp"
#include "tests/places/published_figures.hpp"

using namespace headroom;

namespace {

// What authorities themselves published; a suppressed cell counts nothing.
double total(const std::vector<PublishedPlace>& places, Figure figure) {
    return std::accumulate(places.begin(), places.end(), 0.0,
                           [figure](double sum, const PublishedPlace& place) {
                               const auto value = own(place, figure);
                               return sum + (value ? value->value : 0);
                           });
}

double sum_of_bands(const PlaceFigures& place, Figure first) {
    double sum = 0;
    for (int band = 0; band < 5; ++band)
        sum += place[static_cast<Figure>(static_cast<int>(first) + band)].value;
    return sum;
}

constexpr Figure first_bands[] = {Figure::protection_plans_ended_up_to_3_months_percent,
                                  Figure::protection_plans_open_up_to_3_months_percent,
                                  Figure::in_need_ended_up_to_3_months_percent,
                                  Figure::in_need_open_up_to_3_months_percent};

// England's 2024 total, DfE releases named in scenarios/england/authorities.json.
struct EnglandTotal {
    Figure figure;
    double in_2024;
};

constexpr EnglandTotal england_2024[] = {
    {Figure::children_0_17, 12183016},
    {Figure::referrals, 621880},
    {Figure::assessments, 643170},
    {Figure::s47_enquiries, 224520},
    {Figure::conferences, 72250},
    {Figure::protection_plans_started, 62110},
    {Figure::protection_plans_ended, 62870},
    {Figure::protection_plans_open, 49900},
    {Figure::in_need_plans_started, 185660},
    {Figure::in_need_plans_open, 103440},
    {Figure::in_need_episodes_started, 394660},
    {Figure::in_need_open, 399460},
    {Figure::looked_after_started, 33130},
    {Figure::looked_after_open, 83530},
    {Figure::in_post_fte, 34328.2},
    {Figure::vacancies_fte, 7188.6},
    {Figure::agency_fte, 6520.7},
    {Figure::case_holders_fte, 20803.5},
    {Figure::cases, 320461},
    {Figure::leavers_fte, 4728.7},
    {Figure::starters_fte, 5613.4},
    {Figure::safeguarding_spend, 3445351116},
};

}  // namespace

TEST_CASE("the authorities add up to the published totals of England within one per cent") {
    for (const auto& [figure, in_2024] : england_2024) {
        INFO(published().metric(figure).meaning);
        CHECK(total(published().authorities(), figure) == Approx(in_2024).epsilon(0.01));
    }
}

TEST_CASE("the nine regions add up to the published totals of England within rounding") {
    REQUIRE(published().regions().size() == 9);
    for (const auto& [figure, in_2024] : england_2024) {
        if (figure == Figure::safeguarding_spend) continue;  // not published by region
        INFO(published().metric(figure).meaning);
        CHECK(total(published().regions(), figure) == Approx(in_2024).epsilon(0.001));
    }
}

TEST_CASE(
    "every authority with a workforce return of its own or a joint one is there, and no abolished one") {
    CHECK(published().authorities().size() == 151);
    for (const char* gone : {"Cumbria", "Northamptonshire", "Bournemouth", "Poole"})
        for (const PublishedPlace& place : published().authorities()) CHECK(place.name != gone);
    for (const PublishedPlace& place : published().authorities()) {
        INFO(place.name);
        CHECK(own(place, Figure::in_post_fte).has_value());
        CHECK_FALSE(place.region.empty());
    }
}

TEST_CASE("Leeds starts from what Leeds published for 2024") {
    const PlaceFigures leeds = published().place("E08000035");
    CHECK(leeds.name() == "Leeds");
    CHECK(leeds.region() == "Yorkshire and The Humber");
    const auto value = [&leeds](Figure figure) { return leeds[figure].value; };
    CHECK(value(Figure::children_0_17) == 176239);
    CHECK(value(Figure::referrals) == 9914);
    CHECK(value(Figure::rereferrals_percent) == 24.2);
    CHECK(value(Figure::assessment_days_median) == 40);
    CHECK(value(Figure::assessments_within_45_days_percent) == 68.9);
    CHECK(value(Figure::protection_plans_open) == 674);
    CHECK(value(Figure::in_need_plans_open) == 738);
    CHECK(value(Figure::looked_after_open) == 1546);
    CHECK(value(Figure::in_post_fte) == 640.6);
    CHECK(value(Figure::vacancies_fte) == 50);
    CHECK(value(Figure::agency_fte) == 35);
    CHECK(value(Figure::case_holders_fte) == 299);
    CHECK(value(Figure::cases) == 4327);
    CHECK(leeds[Figure::referrals].year == 2024);
    CHECK(leeds.fallbacks().empty());
    CHECK(figure_caveats(published(), leeds).empty());
    CHECK(not_fitted_caveat(leeds).find("not fitted to Leeds") != std::string::npos);
}

TEST_CASE("the typical authority is England scaled to 62,500 children") {
    const PlaceFigures typical = published().typical();
    const auto value = [&typical](Figure figure) { return typical[figure].value; };
    CHECK(value(Figure::children_0_17) == Approx(62500));
    CHECK(value(Figure::referrals) == Approx(3246).margin(1));
    CHECK(value(Figure::cases) == Approx(1650).margin(1));
    CHECK(value(Figure::case_holders_fte) == Approx(108).margin(0.5));
    CHECK(value(Figure::in_post_fte) == Approx(186).margin(0.5));
    CHECK(value(Figure::vacancies_fte) == Approx(31).margin(0.5));
    CHECK(value(Figure::agency_fte) == Approx(28).margin(0.5));
    CHECK(value(Figure::caseload) == 15.2);
    CHECK(typical[Figure::referrals].year == 2025);
    CHECK(typical[Figure::in_need_plans_open].year == 2024);
    CHECK(typical.fallbacks().empty());
    CHECK(figure_caveats(published(), typical).empty());
}

TEST_CASE("a year's flows of the typical authority are those of England per 10,000 children") {
    const PlaceFigures typical = published().place("typical");
    const auto per_10000 = [&typical](Figure figure) { return typical[figure].value / 6.25; };
    CHECK(per_10000(Figure::referrals) == Approx(519).margin(1));
    CHECK(per_10000(Figure::assessments) == Approx(533).margin(1));
    CHECK(per_10000(Figure::s47_enquiries) == Approx(189).margin(1));
    CHECK(per_10000(Figure::conferences) == Approx(59).margin(0.5));
    CHECK(per_10000(Figure::protection_plans_started) == Approx(51).margin(0.5));
    CHECK(per_10000(Figure::protection_plans_open) == Approx(41).margin(0.5));
    CHECK(per_10000(Figure::in_need_plans_started) == Approx(152).margin(0.5));
    CHECK(per_10000(Figure::in_need_plans_open) == Approx(85).margin(0.5));
    CHECK(per_10000(Figure::looked_after_started) == Approx(26.5).margin(0.1));
    CHECK(per_10000(Figure::looked_after_open) == Approx(67).margin(0.5));
}

TEST_CASE("every authority has every figure, none negative, none before 2022") {
    for (const PublishedPlace& place : published().authorities()) {
        const PlaceFigures figures = published().completed(place);
        for (std::size_t i = 0; i < figure_count; ++i) {
            const FigureValue value = figures[static_cast<Figure>(i)];
            INFO(place.name << ", " << published().metric(static_cast<Figure>(i)).meaning);
            CHECK(std::isfinite(value.value));
            CHECK(value.value >= 0);
            CHECK(value.year >= 2022);
            CHECK(value.year <= (value.from == FigureValue::From::england ? 2025 : 2024));
        }
    }
}

TEST_CASE("the bands of every distribution are of one year and add up to a hundred") {
    for (const PublishedPlace& place : published().authorities()) {
        const PlaceFigures figures = published().completed(place);
        for (const Figure first : first_bands) {
            INFO(place.name << ", " << published().metric(first).meaning);
            CHECK(sum_of_bands(figures, first) == Approx(100).margin(0.6));
            CHECK(figures[first].year == figures[static_cast<Figure>(static_cast<int>(first) + 4)].year);
        }
    }
}

TEST_CASE("the published caseload is cases over case holders, agency included") {
    for (const PublishedPlace& place : published().authorities()) {
        INFO(place.name);
        const double holders = own(place, Figure::case_holders_fte)->value;
        CHECK(own(place, Figure::cases)->value / holders ==
              Approx(own(place, Figure::caseload)->value).epsilon(0.01));
    }
}

TEST_CASE("August brings a fifth fewer referrals a working day than the year, and May the most") {
    const MonthProfile& profile = published().month_profile();
    CHECK(profile.per_month[7] == Approx(0.83).margin(0.005));
    CHECK(profile.per_working_day[7] == Approx(0.80).margin(0.01));
    for (double factor : profile.per_working_day) {
        CHECK(factor >= profile.per_working_day[7]);
        CHECK(factor <= profile.per_working_day[4]);
    }
}

TEST_CASE("the month profile moves referrals within the year and adds none") {
    const MonthProfile& profile = published().month_profile();
    // Working days in January to December, mean of April 2021 to March 2024.
    constexpr std::array<double, 12> working_days{63, 61, 66, 57, 60, 64, 64, 65, 64, 64, 66, 60};
    double weighted = 0, days = 0, months = 0;
    for (std::size_t month = 0; month < 12; ++month) {
        weighted += profile.per_working_day[month] * working_days[month];
        days += working_days[month];
        months += profile.per_month[month];
    }
    CHECK(weighted / days == Approx(1).margin(0.0001));
    CHECK(months / 12 == Approx(1).margin(0.0001));
}

TEST_CASE("every metric names its unit, meaning and published source") {
    for (const Metric& metric : published().metrics()) {
        INFO(metric.name);
        CHECK_FALSE(metric.unit.empty());
        CHECK_FALSE(metric.meaning.empty());
        CHECK(metric.source.size() > 10);
        CHECK(metric.source_for_england.size() > 10);
    }
}

TEST_CASE("the figures in the program are those of scenarios/england/authorities.json") {
    std::ifstream file(HEADROOM_SOURCE_DIR "/scenarios/england/authorities.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK(authorities_json() == text);
}

TEST_CASE("figures that do not read are a fault of ours, never silently empty") {
    CHECK_THROWS_AS(PublishedFigures("{\"metrics\":["), ModelFault);
    CHECK_THROWS_AS(PublishedFigures("{\"metrics\":[],\"authorities\":{}}"), ModelFault);
}

#if !defined(__SANITIZE_ADDRESS__)  // which takes ten times as long, and now and then thirty
TEST_CASE("reading every figure takes under 30 milliseconds") {
    double least = 1e9;
    for (int attempt = 0; attempt < 5; ++attempt) {
        const std::clock_t start = std::clock();  // of this process: others may keep the machine busy
        const PublishedFigures figures = PublishedFigures::built_in();
        const double taken = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        CHECK(figures.authorities().size() > 100);
        least = std::min(least, taken);
    }
    CHECK(least < 30);
}
#endif
