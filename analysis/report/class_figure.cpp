#include "analysis/report/class_figure.hpp"

#include "analysis/charts/class_bars.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/number_words.hpp"

namespace headroom {

std::string class_figure(const StudyResults& results, const ClassFigure& figure, const std::string& origin) {
    ClassBars chart{std::string(figure.id),
                    std::string(figure.title),
                    std::string(figure.unit),
                    std::string(figure.class_unit),
                    origin,
                    {},
                    results.point_names,
                    {}};
    for (const BinClass& one : figure.classes) chart.classes.push_back(one.words);
    std::vector<std::vector<std::string>> rows;
    for (const BinClass& one : figure.classes) rows.push_back({one.words});
    const Headline shape{figure.histogram, Group::children, 1, 1, 0};
    for (int point = 0; point < results.points(); ++point) {
        const std::vector<OverFutures> percents =
            class_percents(results, point, figure.histogram, figure.classes);
        chart.shares.emplace_back();
        for (std::size_t i = 0; i < percents.size(); ++i) {
            chart.shares.back().push_back({percents[i].mean, percents[i].low, percents[i].high});
            rows[i].push_back(cell_words(percents[i], shape));
        }
    }
    std::vector<std::string> headers{std::string(figure.class_unit)};
    for (const std::string& name : lettered_names(results)) headers.push_back(name);
    HtmlTable table(chart.title + ", " + chart.unit + ": mean (middle 80 % of futures)", headers);
    for (const std::vector<std::string>& row : rows) table.add_row(row);
    return html_figure({figure.title, figure.reading, svgs_of(chart), table.closed(), origin});
}

}  // namespace headroom
