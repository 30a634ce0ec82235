#include "analysis/report/front_page.hpp"

#include <algorithm>

#include "analysis/charts/stacked_bars.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/report/front_words.hpp"
#include "analysis/report/html.hpp"
#include "analysis/statistics/measure_names.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/this_is_us.hpp"

namespace headroom {

namespace {

// So many alternatives fit on one page with a chart, and with the table alone.
constexpr std::size_t most_bars = 6, most_rows = 13, longest_name = 60, long_question = 130;

// The columns of the table; the first three are the parts of the bars.
constexpr Measure columns[] = {
    Measure::unmet_per_100_waiting, Measure::unmet_per_100_stretched, Measure::unmet_per_100_turned_away,
    Measure::unmet_per_100,         Measure::children_unallocated,    Measure::caseload_mean,
    Measure::vacancy_percent,       Measure::agency_percent,          Measure::cost};

std::string shortened(const std::string& name) {
    return shown_width(name) > longest_name ? wrapped(name, longest_name - 1)[0] + "\u2026" : name;
}

std::string share_better(const Comparison& comparison, std::size_t alternative) {
    if (alternative == 0) return "";
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    return number_words(100 * comparison.differences[alternative - 1].measures[row].share_better, 0);
}

// The first alternative, the one with the least need unmet, and the others in their order while there is
// room.
std::vector<std::size_t> rows_shown(const Comparison& comparison) {
    const std::size_t unmet = comparison.row_of_measure(Measure::unmet_per_100);
    const auto mean = [&](std::size_t i) { return comparison.alternatives[i].measures[unmet].mean; };
    std::size_t best = 0;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
        if (mean(i) < mean(best)) best = i;
        if (i < most_rows) shown.push_back(i);
    }
    if (best >= most_rows) shown.back() = best;
    return shown;
}

std::string table_of(const Comparison& comparison) {
    std::vector<std::string> headers{"Alternative"};
    for (const Measure measure : columns) headers.emplace_back(called(measure).column);
    if (!comparison.differences.empty()) headers.emplace_back("Less unmet, % of futures");
    HtmlTable table("Side by side: unmet hours of every 100 planned, children, workforce, cost (means)",
                    headers, 12);
    const std::vector<std::size_t> shown = rows_shown(comparison);
    for (const std::size_t i : shown) {
        const AlternativeSummary& alternative = comparison.alternatives[i];
        std::vector<std::string> cells{letter_of(i) + ". " + shortened(alternative.name)};
        for (const Measure measure : columns) {
            const std::size_t row = comparison.row_of_measure(measure);
            cells.push_back(number_words(alternative.measures[row].mean * comparison.rows[row].scale,
                                         comparison.rows[row].decimals));
        }
        if (!comparison.differences.empty()) cells.push_back(share_better(comparison, i));
        table.add_row(cells);
    }
    const std::size_t left_out = comparison.alternatives.size() - shown.size();
    return table.closed() + (left_out == 0 ? ""
                             : left_out == 1
                                 ? html_note("1 more alternative stands below.")
                                 : html_note(std::to_string(left_out) + " more alternatives stand below."));
}

StackedBars bars_of(const Comparison& comparison, const std::string& origin) {
    StackedBars chart{{"", "The three shortfalls and their sum",
                       "Unmet hours of every 100 planned, means over futures.", origin},
                      "",
                      "unmet hours of every 100 planned; line: the middle 80 % of futures",
                      {},
                      {},
                      1,
                      {}};
    for (std::size_t part = 0; part < 3; ++part) {
        chart.part_names.emplace_back(comparison.rows[comparison.row_of_measure(columns[part])].label());
        chart.colours.push_back(shortfall_colour(part));
    }
    const std::size_t sum = comparison.row_of_measure(Measure::unmet_per_100);
    for (std::size_t i = 0; i < std::min(comparison.alternatives.size(), most_bars); ++i) {
        const AlternativeSummary& alternative = comparison.alternatives[i];
        StackedBar bar{letter_of(i) + ". " + shortened(alternative.name), {}, alternative.measures[sum]};
        for (std::size_t part = 0; part < 3; ++part)
            bar.parts.push_back(alternative.measures[comparison.row_of_measure(columns[part])].mean);
        chart.spoken.description += " " + bar.name + ": " + number_words(bar.sum.mean, 1) + " together.";
        chart.bars.push_back(std::move(bar));
    }
    return chart;
}

// Drawn twice, for a wide page and for a telephone; the page shows one of them.
std::string picture_of(const Comparison& comparison, const std::string& origin) {
    if (comparison.alternatives.size() > most_bars) return "";
    StackedBars chart = bars_of(comparison, origin);
    chart.spoken.id = "shortfalls-wide";
    const std::string wide = "<div class=\"wide\">" + svg_of(chart, 2 * panel_width) + "</div>\n";
    chart.spoken.id = "shortfalls-narrow";
    chart.unit = "of every 100 planned hours; line: 8 in 10 futures";
    return wide + "<div class=\"narrow\">" + svg_of(chart, panel_width) + "</div>\n";
}

std::string facts_of(const FrontWords& words) {
    std::string text = "<dl>\n";
    for (const Fact& fact : words.facts) {
        text += "<dt>" + escaped(fact.heading) + "</dt>\n";
        for (const std::string& said : fact.texts) text += "<dd>" + escaped(said) + "</dd>\n";
    }
    return text + "</dl>\n";
}

// What must be read before anything else.
std::string red(const std::string& warning) {
    return warning.empty() ? "" : "<p class=\"answer red\">" + escaped(warning) + "</p>\n";
}

}  // namespace

std::string front_page(const StudyResults& results, const Comparison& comparison, const std::string& origin) {
    const std::string question = results.question.empty() ? "A Headroom report" : results.question;
    const FrontWords words = front_words(results, comparison);
    const std::string heading = shown_width(question) > long_question ? "<h1 class=\"long\">" : "<h1>";
    return "<section class=\"front\">\n<p class=\"kicker\">Headroom: what a caseload limit and a staffing "
           "policy "
           "do to children, workers and cost</p>\n" +
           heading + escaped(question) + "</h1>\n" + red(cannot_be_fitted(results)) + "<p class=\"answer\">" +
           escaped(words.answer) + "</p>\n" + facts_of(words) + "<figure>\n" +
           picture_of(comparison, origin) + table_of(comparison) + "<figcaption>" + escaped(origin) +
           "</figcaption>\n</figure>\n</section>\n";
}

}  // namespace headroom
