// Fits of real places, small and short.
#include "sim/fitting/fit_place.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/fitting/fit_text.hpp"
#include "sim/fitting/fitted_setting.hpp"
#include "sim/scenario/position.hpp"
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

const FitOptions quick = {24, 2, 1};

Fit fitted(const PlaceFigures& place, const FitOptions& options = quick,
           const ForEach& for_each = one_after_the_other) {
    return fit_place(place, options, for_each, [](int, int) {});
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
    REQUIRE(fit.members.size() == 24);
    const FittedFigure& median = figure_of(fit, "assessments, median");
    const FittedFigure& returned = figure_of(fit, "re-referred in a year");
    CHECK(std::abs(median.mean - 14) < 0.5 * std::abs(median.unfitted - 14));
    CHECK(std::abs(returned.mean - 12) < 0.5 * std::abs(returned.unfitted - 12));
    for (const std::vector<double>& member : fit.members) {
        const Settings settings = settings_of_member(place, member);
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

TEST_CASE("a fit's file names every setting and holds every member to the last bit") {
    const Fit fit = fitted(figures().place("E06000017"), {10, 1, 1});
    const auto read = nlohmann::json::parse(fit_text(fit));
    CHECK(read["authority"] == "Rutland");
    REQUIRE(read["settings"].size() == fitted_settings().size());
    REQUIRE(read["members"].size() == 10);
    for (std::size_t member = 0; member < 10; ++member)
        CHECK(read["members"][member].get<std::vector<double>>() == fit.members[member]);
    CHECK(read["figures"].size() == fit_targets().size());
}
