#include "analysis/report/pictures.hpp"

#include <cmath>

#include "analysis/charts/band_chart.hpp"
#include "analysis/charts/stacked_bars.hpp"
#include "analysis/report/html.hpp"
#include "analysis/statistics/number_words.hpp"

namespace headroom {

namespace {

std::string figure(std::string_view title, const std::string& svg, const std::string& table) {
    return "<figure>\n<h3>" + escaped(title) + "</h3>\n" + svg +
           html_details("The numbers behind this chart", table) + "</figure>\n";
}

std::string band_words(const MonthlyBand& band, std::size_t month, int decimals) {
    const std::string median = number_words(band.median[month], decimals);
    if (std::isnan(band.low[month])) return median;
    return median + " (" + number_words(band.low[month], decimals) + "-" +
           number_words(band.high[month], decimals) + ")";
}

std::string monthly_table(const StudyResults& results, const BandChart& chart, int decimals) {
    std::vector<std::string> headers{"Month"};
    for (const BandLine& line : chart.lines) headers.push_back(line.name);
    HtmlTable table(chart.spoken.title + ", " + chart.unit + ": median (middle 80 % of futures)", headers);
    for (int month = 0; month < results.months; ++month) {
        std::vector<std::string> cells{month_words(results.start, month)};
        for (const BandLine& line : chart.lines)
            cells.push_back(band_words(line.band, static_cast<std::size_t>(month), decimals));
        table.add_row(cells);
    }
    return table.closed(chart.origin);
}

// What a listener needs of a chart: where each line begins and ends.
std::string description_of(const std::vector<BandLine>& lines, int decimals) {
    std::string text = "Median over futures in the first and the last month.";
    for (const BandLine& line : lines) {
        text += " " + line.name + ": " + number_words(line.band.median.front(), decimals) + " and " +
                number_words(line.band.median.back(), decimals) + ".";
    }
    return text;
}

constexpr Measure shortfalls[] = {Measure::unmet_per_100_waiting, Measure::unmet_per_100_stretched,
                                  Measure::unmet_per_100_turned_away};

StackedBars bars_of(const Comparison& comparison, const std::string& origin) {
    StackedBars chart{{"shortfalls", "The three shortfalls and their sum", "Means over futures."},
                      "unmet hours per 100 planned",
                      {},
                      1,
                      origin,
                      {}};
    for (const Measure part : shortfalls)
        chart.part_names.emplace_back(comparison.rows[comparison.row_of_measure(part)].label);
    for (const AlternativeSummary& alternative : comparison.alternatives) {
        StackedBar bar{
            alternative.name, {}, alternative.measures[comparison.row_of_measure(Measure::unmet_per_100)]};
        for (const Measure part : shortfalls)
            bar.parts.push_back(alternative.measures[comparison.row_of_measure(part)].mean);
        chart.spoken.description += " " + bar.name + ": " + number_words(bar.sum.mean, 1) + " together.";
        chart.bars.push_back(std::move(bar));
    }
    return chart;
}

}  // namespace

std::string shortfalls_picture(const Comparison& comparison, const std::string& origin) {
    const StackedBars chart = bars_of(comparison, origin);
    std::vector<std::string> headers{"Alternative"};
    headers.insert(headers.end(), chart.part_names.begin(), chart.part_names.end());
    headers.push_back("all three together");
    HtmlTable table(chart.spoken.title + ", " + chart.unit, headers);
    for (const AlternativeSummary& alternative : comparison.alternatives) {
        std::vector<std::string> cells{alternative.name};
        for (const Measure measure : {shortfalls[0], shortfalls[1], shortfalls[2], Measure::unmet_per_100}) {
            const std::size_t row = comparison.row_of_measure(measure);
            cells.push_back(cell_words(alternative.measures[row], comparison.rows[row]));
        }
        table.add_row(cells);
    }
    return figure(chart.spoken.title, svg_of(chart), table.closed(origin));
}

std::string monthly_picture(const StudyResults& results, const MonthlyPicture& picture,
                            const std::string& origin) {
    const MeasureRow& row = row_of(picture.measure);
    BandChart chart{{std::string(row.name), std::string(picture.title), ""},
                    std::string(row.unit),
                    results.start,
                    picture.from_zero,
                    origin,
                    {}};
    for (int point = 0; point < results.points(); ++point)
        chart.lines.push_back({results.point_names[static_cast<std::size_t>(point)],
                               monthly_band(results, point, picture.measure)});
    chart.spoken.description = description_of(chart.lines, picture.decimals);
    return figure(picture.title, svg_of(chart), monthly_table(results, chart, picture.decimals));
}

}  // namespace headroom
