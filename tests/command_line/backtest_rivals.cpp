// What the model is compared with: fairly, and from nothing that was published later.
#include "apps/command_line/places/backtest_rivals.hpp"

#include <algorithm>

#include "analysis/scoring/backtest_answer.hpp"
#include "sim/forecasting/known_figures.hpp"
#include "tests/catch.hpp"
#include "tests/forecasting/with_nonsense.hpp"

using namespace headroom;

namespace {

const std::vector<std::string> some_codes = {"E06000017", "E08000035", "E10000012", "E09000012", "E06000063"};

const FitTarget& target_of(std::string_view name) {
    return *std::ranges::find(fit_targets(), name, &FitTarget::name);
}

ForecastRow row_of(std::string_view figure, const std::string& code, Forecaster forecaster, double off) {
    ForecastRow row{code, code, &target_of(figure), 2022, forecaster, true, 10, 10 + off, {}};
    row.score = score_of({10 + off}, 10 + off, 10);
    return row;
}

}  // namespace

TEST_CASE("no rival's forecast changes with what was published later") {
    for (const int march : {2018, 2021, 2023}) {
        const Panel panel = Panel::built_in(), other = with_nonsense_after(march);
        for (const FitTarget& target : fit_targets()) {
            const FigureRivals rivals(panel, some_codes, target, march),
                same(other, some_codes, target, march);
            for (const std::string& code : some_codes) {
                for (const Forecaster rival : {Forecaster::last_year, Forecaster::weights}) {
                    const RivalForecast one = rivals.of(code, march + 2, rival);
                    const RivalForecast two = same.of(code, march + 2, rival);
                    CAPTURE(march, target.name, code);
                    CHECK(one.members == two.members);
                    if (!one.members.empty()) CHECK(one.middle == two.middle);
                }
            }
        }
    }
}

TEST_CASE("the rivals' forecasts are last year's figure, and what lasts of it") {
    const Panel panel = Panel::built_in();
    const FigureRivals referrals(panel, some_codes, target_of("referrals"), 2021);
    CHECK(referrals.of("E08000035", 2023, Forecaster::last_year).middle == Approx(9495));
    const FigureRivals turnover(panel, some_codes, target_of("turnover"), 2021);
    CHECK(turnover.of("E08000035", 2023, Forecaster::last_year).middle == Approx(8.7));
    CHECK(turnover.of("E08000035", 2023, Forecaster::weights).middle ==
          Approx(0.54 * (7.3 + 8.1 + 8.7) / 3 + 0.46 * 13.5));
    // Cumberland did not exist, and plans in need were not published.
    CHECK(turnover.of("E06000063", 2023, Forecaster::last_year).members.empty());
    const FigureRivals plans(panel, some_codes, target_of("in-need plans started"), 2021);
    CHECK(plans.of("E08000035", 2023, Forecaster::weights).members.empty());
}

TEST_CASE("no rival's forecast of a percentage lies beyond 0 and 100") {
    const Panel panel = Panel::built_in();
    for (const FitTarget& target : fit_targets()) {
        if (!target.unit.starts_with('%')) continue;
        const FigureRivals rivals(panel, some_codes, target, 2021);
        for (const std::string& code : some_codes) {
            for (const double value : rivals.of(code, 2023, Forecaster::last_year).members) {
                CHECK(value >= 0);
                CHECK(value <= 100);
            }
        }
    }
}

TEST_CASE("forecasters are compared over the forecasts that all of them made") {
    const std::vector<ForecastRow> rows = {row_of("caseload", "A", Forecaster::model, 1),
                                           row_of("caseload", "A", Forecaster::model_with_referrals, 2),
                                           row_of("caseload", "A", Forecaster::last_year, 3),
                                           row_of("caseload", "A", Forecaster::weights, 4),
                                           row_of("caseload", "B", Forecaster::model, 100),
                                           row_of("turnover", "B", Forecaster::model, 5)};
    const std::vector<FigureScores> scores = figure_scores(rows);
    REQUIRE(scores.size() == 2);
    CHECK(scores[0].target->name == "caseload");
    CHECK(scores[0].of(Forecaster::model).number == 1);
    CHECK(scores[0].of(Forecaster::model).error == Approx(1));
    CHECK(scores[0].of(Forecaster::weights).error == Approx(4));
    // Where there is no rival, the model's own count.
    CHECK(scores[1].of(Forecaster::model).error == Approx(5));
    CHECK(scores[1].of(Forecaster::weights).number == 0);
}

TEST_CASE("rows of a back-test read back as they were written, and a damaged one ends them") {
    const std::vector<ForecastRow> rows = {row_of("caseload", "A, \"B\"", Forecaster::model, 1.0 / 3),
                                           row_of("referrals", "C", Forecaster::weights, 0.1)};
    const std::string text = rows_text(rows);
    CHECK(rows_text(rows_from(text)) == text);
    CHECK(rows_from(text)[1].middle == rows[1].middle);
    CHECK(rows_from(text.substr(0, text.size() - 20)).size() == 1);
    CHECK(rows_from("").empty());
}
