#include "analysis/scoring/backtest_picture.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/charts/svg.hpp"
#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

constexpr double names_width = 190, plot_width = 420, line_height = 20, top = 76, margin = 16;
constexpr double mark_radius = 4.5;

// Those that are shown: last year's figure is the line at 100.
constexpr std::array shown = {Forecaster::model, Forecaster::model_with_referrals, Forecaster::weights};

// In percent of last year's figure; NaN where either is missing or that was perfect.
double relative(const FigureScores& figure, Forecaster forecaster) {
    const MeanScores& rival = figure.of(Forecaster::last_year);
    const MeanScores& scores = figure.of(forecaster);
    const bool can_say = rival.number > 0 && scores.number > 0 && rival.crps > 0;
    return can_say ? 100 * scores.crps / rival.crps : std::nan("");
}

Axis axis_of(const std::vector<FigureScores>& all) {
    std::vector<double> values = {0, 100};
    for (const FigureScores& figure : all)
        for (const Forecaster forecaster : shown) values.push_back(relative(figure, forecaster));
    return axis_for(values, 6);
}

double across(const Axis& axis, double value) {
    return names_width + plot_width * axis.share_of(value);
}

// The model full, the model with the referrals as a ring, the weights as a square: told apart without colour.
void mark(Svg& svg, Spot spot, std::size_t number) {
    const std::string colour(line_style(number).colour);
    if (shown[number] == Forecaster::weights) {
        svg.rectangle({spot.x - mark_radius + 1, spot.y - mark_radius + 1}, 2 * mark_radius - 2,
                      2 * mark_radius - 2, fill_of(colour));
        return;
    }
    const bool is_full = shown[number] == Forecaster::model;
    svg.circle(spot, mark_radius,
               is_full ? fill_of(colour) : "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"");
}

void draw_axis(Svg& svg, const Axis& axis, double bottom) {
    for (const double tick : axis.ticks) {
        const double x = across(axis, tick);
        svg.line({x, top - 8}, {x, bottom}, faint_line);
        svg.text({x, bottom + text_height}, Anchor::middle, axis.words(tick), small_text);
    }
    svg.line({across(axis, 100), top - 8}, {across(axis, 100), bottom}, axis_line);
    svg.text({names_width, bottom + 2.2 * text_height}, Anchor::start,
             "CRPS, % of that of last year's figure (dark line, 100): left of it is better", small_text);
}

void draw_legend(Svg& svg) {
    double x = names_width;
    for (std::size_t number = 0; number < shown.size(); ++number) {
        mark(svg, {x, 46}, number);
        svg.text({x + 10, 50}, Anchor::start, name_of(shown[number]), small_text);
        x += 30 + static_cast<double>(name_of(shown[number]).size()) / letters_per_unit;
    }
}

// Without those that no rival forecasts, which would be empty lines.
std::vector<FigureScores> with_rivals(const std::vector<FigureScores>& all) {
    std::vector<FigureScores> kept;
    std::ranges::copy_if(all, std::back_inserter(kept), [](const FigureScores& figure) {
        return std::isfinite(relative(figure, Forecaster::model));
    });
    return kept;
}

std::string spoken_of(const std::vector<FigureScores>& all) {
    std::string text;
    for (const FigureScores& figure : all) {
        text += std::string(figure.target->name) + ": model " +
                number_words(relative(figure, Forecaster::model), 0) + ", weights " +
                number_words(relative(figure, Forecaster::weights), 0) + ". ";
    }
    return text + "In percent of the CRPS of last year's figure.";
}

}  // namespace

std::string backtest_picture(const std::vector<FigureScores>& figures, const BacktestPlan& plan) {
    const std::vector<FigureScores> all = with_rivals(figures);
    const Axis axis = axis_of(all);
    const double bottom = top + line_height * static_cast<double>(all.size());
    const std::string title = "How good forecasts from March " + std::to_string(plan.march) + " were";
    Svg svg(names_width + plot_width + 2 * margin, bottom + 3 * text_height,
            {"backtest", title, spoken_of(all), std::string(backtest_origin)});
    svg.text({margin, 24}, Anchor::start, title, "font-size=\"16\" font-weight=\"bold\"");
    draw_axis(svg, axis, bottom);
    draw_legend(svg);
    double y = top + line_height / 2;
    for (const FigureScores& figure : all) {
        svg.text({names_width - 12, y + 4}, Anchor::end, figure.target->name);
        for (std::size_t number = 0; number < shown.size(); ++number) {
            const double value = relative(figure, shown[number]);
            if (std::isfinite(value)) mark(svg, {across(axis, value), y}, number);
        }
        y += line_height;
    }
    return svg.closed();
}

}  // namespace headroom
