// A small place run on from what was known of it.
#include "sim/forecasting/forecast.hpp"

#include <algorithm>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Panel& years_of_figures() {
    static const Panel panel = Panel::built_in();
    return panel;
}

KnownPlace rutland() {
    static const KnownFigures figures(years_of_figures(), PublishedFigures::built_in(), 2021);
    return figures.place("E06000017").value();
}

void in_order_of_number(int count, const std::function<void(int)>& work) {
    for (int i = 0; i < count; ++i) work(i);
}
void from_the_last(int count, const std::function<void(int)>& work) {
    for (int i = count; i-- > 0;) work(i);
}

Fit unfitted(const KnownPlace& place, std::vector<Figure> left_out = {}, int assimilations = 0) {
    const FitOptions options = {10, assimilations, 1, std::move(left_out)};
    return fit_place(place, options, in_order_of_number, [](int, int) {});
}

double mean_of(const std::vector<ForecastFigure>& figures, std::string_view name, int year,
               KnownDemand demand) {
    for (const ForecastFigure& figure : figures) {
        if (figure.target->name != name || figure.year != year || figure.demand != demand) continue;
        double sum = 0;
        for (const double value : figure.members) sum += value;
        return sum / static_cast<double>(figure.members.size());
    }
    FAIL("no such figure: " << name);
    return 0;
}

}  // namespace

TEST_CASE("a forecast has every figure that is counted by year, for each year and both kinds of demand") {
    const KnownPlace place = rutland();
    const std::vector<ForecastFigure> figures =
        forecast(place, unfitted(place), years_after(years_of_figures(), place, 2022), in_order_of_number);
    const auto by_year = std::ranges::count_if(fit_targets(), is_by_year);
    CHECK(by_year == static_cast<long>(fit_targets().size()) - 3);
    CHECK(static_cast<long>(figures.size()) == 2 * by_year);
    for (const ForecastFigure& figure : figures) CHECK(figure.members.size() <= 10);
}

TEST_CASE("a forecast has the same bits in whatever order its members are run") {
    const KnownPlace place = rutland();
    const Fit fit = unfitted(place);
    const YearsAfter after = years_after(years_of_figures(), place, 2022);
    const auto one = forecast(place, fit, after, in_order_of_number);
    const auto other = forecast(place, fit, after, from_the_last);
    REQUIRE(one.size() == other.size());
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(one[i].members == other[i].members);
}

TEST_CASE("referrals that are known to come do come, year by year") {
    const KnownPlace place = rutland();
    const YearsAfter after = {&years_of_figures(), {0.5, 1.5}};
    const auto figures = forecast(place, unfitted(place), after, in_order_of_number);
    const auto known = [&](int year) { return mean_of(figures, "referrals", year, KnownDemand::as_it_came); };
    const double as_usual = place.figures[Figure::referrals].value;
    CHECK(known(2022) / as_usual == Approx(0.5).margin(0.12));
    CHECK(known(2023) / as_usual == Approx(1.5).margin(0.2));
    const double unknown = mean_of(figures, "referrals", 2023, KnownDemand::unknown);
    CHECK(unknown / as_usual == Approx(1).margin(0.2));
}

TEST_CASE("the referrals that came are those published, over those the place was known by") {
    const KnownPlace place = rutland();
    const YearsAfter after = years_after(years_of_figures(), place, 2024);
    REQUIRE(after.referrals.size() == 3);
    CHECK(after.referrals[0] == Approx(131.0 / 250));
    CHECK(after.referrals[2] == Approx(276.0 / 250));
}

TEST_CASE("a figure that is left out of a fit moves nothing, whatever stands for it") {
    KnownPlace place = rutland(), other = rutland();
    other.figures.set(Figure::caseload, {99, 2020, FigureValue::From::own});
    const Fit fit = unfitted(place, {Figure::caseload}, 1);
    CHECK(fit.ensemble.members == unfitted(other, {Figure::caseload}, 1).ensemble.members);
    CHECK(fit.ensemble.members != unfitted(other, {}, 1).ensemble.members);
    CHECK(fit.figures.size() == fit_targets().size() - 1);
}
