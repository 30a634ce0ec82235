#include <algorithm>
#include <cmath>

#include "analysis/charts/style.hpp"
#include "analysis/charts/tornado.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/assumption_text.hpp"
#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

constexpr std::string_view unit = "unmet hours per 100 planned, beyond A";

// The level of an only alternative, else the difference of one from the first.
const Estimate& estimate_of(const AssumptionEnd& end, std::size_t alternative) {
    return alternative == 0 ? end.first : end.differences[alternative - 1];
}

double on_average(const Comparison& comparison, std::size_t alternative) {
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    return alternative == 0 ? comparison.alternatives[0].measures[row].mean
                            : comparison.differences[alternative - 1].measures[row].mean;
}

std::vector<TornadoRow> rows_of(const std::vector<AssumptionEffect>& effects, std::size_t alternative) {
    std::vector<TornadoRow> rows;
    for (const AssumptionEffect& effect : effects) {
        rows.push_back({effect.name, {}});
        for (const AssumptionEnd& end : {effect.low, effect.high}) {
            if (end.value == effect.used) continue;
            const Estimate& estimate = estimate_of(end, alternative);
            rows.back().ends.push_back({plain_words(end.value) + " instead of " + plain_words(effect.used),
                                        estimate.mean, estimate.half_width});
        }
    }
    return rows;
}

// One scale for all alternatives, which holds every interval and zero.
Axis scale_of(const std::vector<Tornado>& charts) {
    std::vector<double> values{0};
    for (const Tornado& chart : charts) {
        values.push_back(chart.as_assumed);
        for (const TornadoRow& row : chart.rows) {
            for (const TornadoEnd& end : row.ends) {
                values.push_back(end.value);
                values.push_back(end.value - end.half_width);
                values.push_back(end.value + end.half_width);
            }
        }
    }
    return axis_for(values, 6);
}

std::string description_of(const Tornado& chart) {
    std::string text = "On average: " + signed_words(chart.as_assumed, 1) + ".";
    for (const TornadoRow& row : chart.rows) {
        for (const TornadoEnd& end : row.ends)
            text += " " + row.name + ", " + end.words + ": " + signed_words(end.value, 1) + ".";
    }
    return text;
}

std::vector<std::string> pictures_of(const std::vector<AssumptionEffect>& effects,
                                     const Comparison& comparison, const std::string& origin) {
    const std::size_t alternatives = comparison.alternatives.size();
    std::vector<Tornado> charts;
    for (std::size_t i = alternatives == 1 ? 0 : 1; i < alternatives; ++i) {
        const std::string name = letter_of(i) + ". " + comparison.alternatives[i].name;
        charts.push_back({{"rests-on-" + letter_of(i), "What the answer rests on: " + name, "", origin},
                          name,
                          std::string(i == 0 ? "unmet hours of every 100 planned" : unit),
                          std::string(line_style(i).colour),
                          on_average(comparison, i),
                          {},
                          rows_of(effects, i)});
        charts.back().spoken.description = description_of(charts.back());
    }
    const Axis scale = scale_of(charts);
    std::vector<std::string> pictures;
    for (Tornado& chart : charts) {
        chart.scale = scale;
        pictures.push_back(svg_of(chart));
    }
    return pictures;
}

std::string table_of(const std::vector<AssumptionEffect>& effects, const Comparison& comparison) {
    std::vector<std::string> headers{"What might be different"};
    for (const AlternativeSummary& alternative : comparison.alternatives)
        headers.push_back(letter_of(headers.size() - 1) + ". " + alternative.name);
    HtmlTable table(
        "Unmet hours of every 100 planned: of the first alternative, and of the others how much more",
        headers);
    for (const AssumptionLine& line : assumption_lines(effects, comparison)) {
        if (line.cells.empty()) {
            table.add_heading(line.label);
            continue;
        }
        std::vector<std::string> cells{line.label};
        cells.insert(cells.end(), line.cells.begin(), line.cells.end());
        table.add_row(cells);
    }
    return table.closed();
}

}  // namespace

std::string rests_on_section(const StudyResults& results, const Comparison& comparison,
                             const std::string& origin) {
    const std::vector<AssumptionEffect> effects = assumptions_that_matter(results);
    const std::vector<std::string> notes = assumption_notes(results, effects, comparison);
    if (notes.empty()) return "";
    constexpr std::string_view title = "What moves the answer most";
    constexpr std::string_view reading =
        "The broken line is the answer on average. A bar shows where it would come to, the thin line its 95% "
        "interval. Across zero the answer turns over.";
    const std::string figure = effects.empty()
                                   ? ""
                                   : html_figure({title, reading, pictures_of(effects, comparison, origin),
                                                  table_of(effects, comparison), origin});
    return html_section("What the answer rests on", html_list(notes) + figure);
}

}  // namespace headroom
