#include <cmath>

#include "analysis/charts/fan_chart.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/statistics/measure_names.hpp"
#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

// A measure worth seeing month by month.
struct MonthlyPicture {
    Measure measure;
    std::string_view unit;  // empty: the measure's own
    double scale;           // from the measure's unit to that one
    int decimals;
    bool from_zero;
};
constexpr MonthlyPicture pictures[] = {{Measure::unmet_per_100, "", 1, 1, true},
                                       {Measure::children_unallocated, "", 1, 0, true},
                                       {Measure::caseload_mean, "", 1, 1, false},
                                       {Measure::vacancy_percent, "percent of funded posts", 1, 1, true},
                                       {Measure::cost, "\u00a3 million a month", 1e-6, 2, false}};

std::string fan_words(const MonthlyFan& fan, std::size_t month, int decimals) {
    const std::string median = number_words(fan.median[month], decimals);
    const FutureBand& middle = fan.bands[1];
    if (std::isnan(middle.low[month])) return median;
    return median + " (" + number_words(middle.low[month], decimals) + "-" +
           number_words(middle.high[month], decimals) + ")";
}

std::string table_of(const StudyResults& results, const FanChart& chart) {
    std::vector<std::string> headers{"Month"};
    for (const std::string& name : lettered_names(results)) headers.push_back(name);
    HtmlTable table(chart.title + ", " + chart.unit + ": median (middle 80 % of futures)", headers);
    for (int month = 0; month < results.months; ++month) {
        std::vector<std::string> cells{month_words(results.start, month)};
        for (const MonthlyFan& fan : chart.fans)
            cells.push_back(fan_words(fan, static_cast<std::size_t>(month), chart.decimals));
        table.add_row(cells);
    }
    return table.closed();
}

MonthlyFan scaled(MonthlyFan fan, double scale) {
    for (double& value : fan.median) value *= scale;
    for (FutureBand& band : fan.bands) {
        for (double& value : band.low) value *= scale;
        for (double& value : band.high) value *= scale;
    }
    return fan;
}

std::string figure_of(const StudyResults& results, const MonthlyPicture& picture, const std::string& origin) {
    const MeasureRow& row = row_of(picture.measure);
    FanChart chart{std::string(row.name),
                   std::string(called(picture.measure).picture),
                   std::string(picture.unit.empty() ? row.unit : picture.unit),
                   results.start,
                   picture.from_zero,
                   picture.decimals,
                   origin,
                   results.point_names,
                   {}};
    for (int point = 0; point < results.points(); ++point)
        chart.fans.push_back(scaled(monthly_fan(results, point, picture.measure), picture.scale));
    std::string reading = picture.from_zero ? "" : "The scale does not begin at zero. ";
    reading += beyond_scale_words(chart);
    return html_figure(
        {called(picture.measure).picture, reading, svgs_of(chart), table_of(results, chart), origin});
}

}  // namespace

std::vector<std::string> lettered_names(const StudyResults& results) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < results.point_names.size(); ++i)
        names.push_back(letter_of(i) + ". " + results.point_names[i]);
    return names;
}

std::string months_section(const StudyResults& results, const std::string& origin) {
    std::string text = html_paragraph(
        "Line: the median over futures. Bands, from dark to pale: where half, 80 % and 95 % of the futures "
        "lie. "
        "Dotted grey: the median of the first alternative. The last month looks better than it is: what has "
        "only just fallen due cannot be late yet.");
    for (const MonthlyPicture& picture : pictures) text += figure_of(results, picture, origin);
    return html_section("Month by month", text);
}

}  // namespace headroom
