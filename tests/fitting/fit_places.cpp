// Fits of real places, small and short.
#include "sim/fitting/fit_place.hpp"

#include <cmath>

#include "sim/fitting/fit_text.hpp"
#include "sim/fitting/fitted_setting.hpp"
#include "sim/places/fit_file.hpp"
#include "sim/places/position.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const PublishedFigures& figures() {
    static const PublishedFigures built_in = PublishedFigures::built_in();
    return built_in;
}

void one_after_the_other(int count, const std::function<void(int)>& work) {
    for (int i = 0; i < count; ++i) work(i);
}
void last_first(int count, const std::function<void(int)>& work) {
    for (int i = count; i-- > 0;) work(i);
}

const FitOptions quick = {60, 2, 1};

Fit fitted(const PlaceFigures& place, const FitOptions& options = quick,
           const ForEach& for_each = one_after_the_other) {
    return fit_place({place, place}, options, for_each, [](int, int) {});
}

const FittedFigure& figure_of(const Fit& fit, std::string_view name) {
    for (const FittedFigure& figure : fit.figures)
        if (figure.target->name == name) return figure;
    FAIL("no such figure: " << name);
    return fit.figures.front();
}

double misfit(const Fit& fit) {
    double sum = 0;
    for (const FittedFigure& figure : fit.figures) sum += figure.tolerances_off * figure.tolerances_off;
    return sum / static_cast<double>(fit.figures.size());
}

// A place like Rutland whose figures are what the model itself gives with other practice than England's.
PlaceFigures made_up() {
    PlaceFigures place = figures().place("E06000017");
    const auto with = [&](Figure figure, double value) {
        place.set(figure, {value, 2025, FigureValue::From::own});
    };
    with(Figure::assessment_days_lower_quartile, 6);
    with(Figure::assessment_days_median, 14);
    with(Figure::assessment_days_upper_quartile, 30);
    with(Figure::rereferrals_percent, 12);
    return place;
}

}  // namespace

TEST_CASE("a fit has the same bits in whatever order its members are lived") {
    const PlaceFigures place = figures().place("E06000017");
    const FitOptions two_rounds = {10, 1, 4};
    CHECK(fit_text(fitted(place, two_rounds)) == fit_text(fitted(place, two_rounds, last_first)));
    CHECK(fit_text(fitted(place, two_rounds)) != fit_text(fitted(place, {10, 1, 5})));
}

TEST_CASE("a place of other practice than England's comes nearer to its figures by the settings that tell") {
    const PlaceFigures place = made_up();
    const Fit fit = fitted(place);
    REQUIRE(fit.ensemble.members.size() == 60);
    const FittedFigure& median = figure_of(fit, "assessments, median");
    const FittedFigure& returned = figure_of(fit, "re-referred in a year");
    CHECK(std::abs(median.mean - 14) < 0.5 * std::abs(median.unfitted - 14));
    CHECK(std::abs(returned.mean - 12) < 0.5 * std::abs(returned.unfitted - 12));
    for (int member = 0; member < 60; ++member) {
        const Settings settings = fit.ensemble.with_member(settings_from_figures(place), member);
        for (const FittedSetting& setting : fitted_settings()) {
            CHECK(settings.*setting.value >= setting.low);
            CHECK(settings.*setting.value <= setting.high);
        }
    }
}

TEST_CASE("the typical authority, at England's practice, is near its figures before anything is fitted") {
    const Fit fit = fitted(figures().typical(), {24, 0, 1});
    CHECK(misfit(fit) < 1);
}

TEST_CASE("a figure that is not the place's own counts less, and says whose it is") {
    PlaceFigures place = figures().typical();
    const Observed own = observed_of(place);
    const FigureValue caseload = place[Figure::caseload];
    place.set(Figure::caseload, {caseload.value, caseload.year, FigureValue::From::england});
    const Observed borrowed = observed_of(place);
    for (std::size_t k = 0; k < fit_targets().size(); ++k) {
        const double times = fit_targets()[k].figure == Figure::caseload ? 3 : 1;
        CHECK(borrowed.errors[k] == Approx(times * own.errors[k]));
    }
}

TEST_CASE("a fit's file, read again, is the ensemble to the last bit") {
    const Fit fit = fitted(figures().place("E06000017"), {10, 1, 1});
    const FitFile read = read_fit_file("rutland.json", fit_text(fit));
    REQUIRE(read.faults.empty());
    CHECK(read.name == "Rutland");
    CHECK(read.ensemble.moved == fit.ensemble.moved);
    CHECK(read.ensemble.members == fit.ensemble.members);
    REQUIRE(read.figures.size() == fit_targets().size());
    CHECK(read.figures[0].published == Approx(fit.figures[0].published).epsilon(1e-4));
    CHECK(read.figures[0].mean == Approx(fit.figures[0].mean).epsilon(1e-4));
}

TEST_CASE("what a fit is held to may differ from what is published, and both are told") {
    const PlaceFigures place = figures().place("E06000017");
    PlaceFigures lasting = place;
    lasting.set(Figure::turnover_percent, {14, place[Figure::turnover_percent].year, FigureValue::From::own});
    const Fit fit = fit_place({place, lasting}, {10, 1, 1}, one_after_the_other, [](int, int) {});
    const FittedFigure& turnover = figure_of(fit, "turnover");
    CHECK(turnover.published == place[Figure::turnover_percent].value);
    CHECK(turnover.held_to == 14);
}

TEST_CASE(
    "members differ in every assumption that no figure settles, half of them either side of the default") {
    const Fit fit = fitted(figures().place("E06000017"), {20, 0, 1});
    const auto open = open_assumptions(std::span(fit.ensemble.moved).first(fitted_settings().size()));
    REQUIRE(open.size() > 20);
    REQUIRE(fit.ensemble.moved.size() == fitted_settings().size() + open.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        CAPTURE(open[i]->key);
        const double usual = Settings().*open[i]->value;
        int below = 0;
        for (const std::vector<double>& member : fit.ensemble.members) {
            const double value = member[fitted_settings().size() + i];
            CHECK(value >= open[i]->low);
            CHECK(value <= open[i]->high);
            below += value < usual;
        }
        if (usual > open[i]->low && usual < open[i]->high) CHECK(below == 10);
    }
}
