#include "analysis/scoring/backtest_answer.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::size_t answer_width = 110;

using PlaceAndYear = std::pair<std::string, int>;

std::set<std::string> names_in(const std::vector<ForecastRow>& rows) {
    std::set<std::string> names;
    for (const ForecastRow& row : rows) names.insert(row.authority);
    return names;
}

std::set<PlaceAndYear> with_rivals(const std::vector<ForecastRow>& rows, const FitTarget& target) {
    std::set<PlaceAndYear> found;
    for (const ForecastRow& row : rows)
        if (row.target == &target && row.forecaster == Forecaster::weights) found.emplace(row.code, row.year);
    return found;
}

int decimals_for(const ForecastRow& row) {
    return row.target->distance == Distance::share ? 0 : 1;
}

// "63 (51-78)".
std::string forecast_words(const ForecastRow& row) {
    const int decimals = decimals_for(row);
    return number_words(row.middle, decimals) + " (" + number_words(row.score.low_80, decimals) + "-" +
           number_words(row.score.high_80, decimals) + ")";
}

std::string target_words(const ForecastRow& row) {
    return std::string(row.target->name) + ", " + std::string(row.target->unit) +
           (row.was_fitted ? "" : " *");
}

std::vector<std::string> headers_of(const char* second) {
    std::vector<std::string> headers = {"", second};
    for (const Forecaster forecaster : forecasters) headers.emplace_back(name_of(forecaster));
    return headers;
}

// One line for each figure of that year: the rows of a figure follow one another as the forecasters do.
void add_year(TextTable& table, const std::vector<ForecastRow>& rows, int year) {
    table.add_heading("Year to March " + std::to_string(year) + "; staff: to September " +
                      std::to_string(year));
    for (const FitTarget& target : fit_targets()) {
        std::vector<std::string> cells(2 + forecasters.size());
        for (const ForecastRow& row : rows) {
            if (row.target != &target || row.year != year) continue;
            cells[0] = target_words(row);
            cells[1] = number_words(row.published, decimals_for(row));
            cells[2 + static_cast<std::size_t>(row.forecaster)] = forecast_words(row);
        }
        if (!cells[0].empty()) table.add_row(cells);
    }
}

std::string years_table(const std::vector<ForecastRow>& rows, const std::vector<int>& years) {
    TextTable table(headers_of("published"), 16);
    for (const int year : years) add_year(table, rows, year);
    return table.text(answer_width);
}

// One block of the table of scores: what it shows of the mean scores, with so many decimals.
struct Block {
    const char* heading;
    double (*value)(const MeanScores&);
    int decimals;
    bool has_unit;
};

constexpr std::array blocks = {
    Block{"Mean absolute error", [](const MeanScores& scores) { return scores.error; }, 2, true},
    Block{"CRPS (lower is better)", [](const MeanScores& scores) { return scores.crps; }, 2, true},
    Block{"Outcomes in the middle half of the forecast, % (50 is right)",
          [](const MeanScores& scores) { return 100 * scores.in_50; }, 0, false},
    Block{"Outcomes in the middle 80%, % (80 is right)",
          [](const MeanScores& scores) { return 100 * scores.in_80; }, 0, false},
};

void add_block(TextTable& table, const std::vector<FigureScores>& all, const Block& block) {
    table.add_heading(block.heading);
    for (const FigureScores& figure : all) {
        const std::string unit = block.has_unit ? ", " + error_unit(*figure.target) : "";
        std::vector<std::string> cells = {
            std::string(figure.target->name) + unit + (figure.was_fitted ? "" : " *"),
            std::to_string(figure.of(Forecaster::model).number)};
        for (const MeanScores& scores : figure.by)
            cells.push_back(scores.number > 0 ? number_words(block.value(scores), block.decimals) : "");
        table.add_row(cells);
    }
}

std::string scores_table(const std::vector<FigureScores>& all) {
    TextTable table(headers_of("forecasts"), 16);
    for (const Block& block : blocks) add_block(table, all, block);
    return table.text(answer_width);
}

std::string years_words(const std::vector<int>& years) {
    std::vector<std::string> words;
    for (const int year : years) words.push_back(std::to_string(year));
    return listed(words);
}

std::string opening(const std::vector<ForecastRow>& rows, const BacktestPlan& plan) {
    const std::set<std::string> names = names_in(rows);
    const std::string whose =
        names.size() == 1 ? *names.begin() : std::to_string(names.size()) + " authorities";
    return "This is a back-test of " + whose + ". " + std::to_string(plan.fit.members) +
           " sets of settings were fitted to what was known in March " + std::to_string(plan.march) +
           ", staff figures of September " + std::to_string(plan.march - 1) +
           ". Each was then run on, and its figures for " + years_words(plan.years) +
           " are laid beside those published. Last year's figure and the weights (what usually lasts of a "
           "figure) are simple forecasts to beat, with the range of their own past errors.";
}

std::vector<std::string> names_of(const std::vector<FigureScores>& all,
                                  bool (*is_wanted)(const FigureScores&)) {
    std::vector<std::string> names;
    for (const FigureScores& figure : all) {
        const bool has_rivals = figure.of(Forecaster::weights).number > 0;
        if (has_rivals && is_wanted(figure)) names.emplace_back(figure.target->name);
    }
    return names;
}

bool beats_both(const FigureScores& figure) {
    const double crps = figure.of(Forecaster::model).crps;
    return crps < figure.of(Forecaster::last_year).crps && crps < figure.of(Forecaster::weights).crps;
}

bool beats_not_both(const FigureScores& figure) {
    return !beats_both(figure);
}

std::string verdict(const std::vector<FigureScores>& all) {
    const std::vector<std::string> won = names_of(all, beats_both);
    const std::vector<std::string> lost = names_of(all, beats_not_both);
    std::string text = "By CRPS the model beats both simple forecasts on " + std::to_string(won.size()) +
                       " of " + std::to_string(won.size() + lost.size()) + " figures";
    if (!won.empty()) text += ": " + listed(won);
    text += ".";
    if (!lost.empty()) text += " It does not on " + listed(lost) + ".";
    return text;
}

std::string notes(const std::vector<std::string>& unpublished) {
    std::string text;
    if (!unpublished.empty())
        text += "* Nobody had published " + listed(unpublished) +
                " by then. Nothing was fitted to them, and the settings behind them are the model's own.\n";
    return text +
           "The quartiles of assessments are not scored: the model keeps them for a whole run, not for each "
           "year. Ranges include chance, demand, what differs from year to year, and what the figures left "
           "open.";
}

}  // namespace

std::vector<FigureScores> figure_scores(const std::vector<ForecastRow>& rows) {
    std::vector<FigureScores> all;
    for (const FitTarget& target : fit_targets()) {
        const std::set<PlaceAndYear> shared = with_rivals(rows, target);
        std::array<std::vector<ForecastScore>, forecasters.size()> scores;
        bool was_fitted = true;
        for (const ForecastRow& row : rows) {
            if (row.target != &target || (!shared.empty() && !shared.contains({row.code, row.year})))
                continue;
            scores[static_cast<std::size_t>(row.forecaster)].push_back(row.score);
            was_fitted = was_fitted && row.was_fitted;
        }
        if (scores[0].empty()) continue;
        FigureScores figure{&target, was_fitted, {}};
        for (std::size_t i = 0; i < scores.size(); ++i) figure.by[i] = mean_scores(scores[i]);
        all.push_back(figure);
    }
    return all;
}

std::string backtest_answer(const std::vector<ForecastRow>& rows, const BacktestPlan& plan,
                            const std::vector<std::string>& unpublished) {
    const std::vector<FigureScores> all = figure_scores(rows);
    std::string text = paragraph(opening(rows, plan), answer_width) + "\n";
    if (names_in(rows).size() == 1) text += years_table(rows, plan.years) + "\n";
    text += scores_table(all) + "\n" + paragraph(verdict(all), answer_width) + "\n";
    return text + paragraph(notes(unpublished), answer_width);
}

}  // namespace headroom
