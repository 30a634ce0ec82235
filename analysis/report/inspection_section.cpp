#include <algorithm>
#include <cmath>

#include "analysis/charts/class_bars.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/statistics/sample_of_files.hpp"
#include "analysis/words/number_words.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr int last_months = 12;

// What inspectors would find in the last year of one alternative.
struct Inspected {
    double failing = 0;    // percent of all open files, mean over futures and month ends
    OverFutures found;     // files of 23, over the samples that were drawn
    FilesFailing by_luck;  // samples of a service with that share
};

Inspected inspected(const StudyResults& results, int point) {
    std::vector<double> shares, found;
    for (int replication = 0; replication < results.replications; ++replication) {
        if (results.has_failed(point, replication)) continue;
        const Series& future = results.at(point, replication);
        for (int month = std::max(0, results.months - last_months); month < results.months; ++month) {
            shares.push_back(future.at(Measure::files_failing_percent, month));
            found.push_back(future.at(Measure::inspector_files_failing, month));
        }
    }
    Inspected one{mean_and_range(shares).mean, mean_and_range(found), {}};
    one.by_luck = files_failing(std::isnan(one.failing) ? 0 : std::clamp(one.failing / 100, 0.0, 1.0));
    return one;
}

ClassBars chart_of(const StudyResults& results, const std::vector<Inspected>& all,
                   const std::string& origin) {
    ClassBars chart{"files",
                    "What samples of 23 files would find",
                    "% of samples",
                    "files failing of 23",
                    origin,
                    {},
                    results.point_names,
                    {}};
    std::size_t most = 4;
    for (const Inspected& one : all) {
        for (std::size_t k = 0; k < one.by_luck.size(); ++k)
            if (one.by_luck[k] >= 0.001) most = std::max(most, k);
    }
    for (std::size_t k = 0; k <= most; ++k) chart.classes.push_back(std::to_string(k));
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    for (const Inspected& one : all) {
        chart.shares.emplace_back();
        for (std::size_t k = 0; k <= most; ++k)
            chart.shares.back().push_back({100 * one.by_luck[k], none, none});
    }
    return chart;
}

// A damaged file may say any number.
int whole_files(double files) {
    return whole_part<int>(std::clamp(files, 0.0, static_cast<double>(inspected_files)));
}

std::string range_words(int low, int high) {
    return low == high ? std::to_string(low) : std::to_string(low) + " to " + std::to_string(high);
}

std::string chance_words(double chance) {
    return number_words(100 * chance, 0) + " %";
}

std::string table_of(const StudyResults& results, const std::vector<Inspected>& all) {
    HtmlTable table(
        "Inspecting in the last year",
        {"Alternative", "files failing, % of all", "of 23, on average", "8 samples in 10, by luck alone",
         "8 samples in 10, over futures and months", "two samples differ by 3 files or more",
         "a sample looks better than one of " + lettered_names(results)[0]});
    const std::vector<std::string> names = lettered_names(results);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Inspected& one = all[i];
        if (one.found.futures == 0) {
            table.add_row({names[i], "none", "none", "none", "none", "none", "none"});
            continue;
        }
        const bool has_range = !std::isnan(one.found.low);
        table.add_row(
            {names[i], number_words(one.failing, 1), number_words(one.failing * inspected_files / 100, 1),
             range_words(files_quantile(one.by_luck, 0.1), files_quantile(one.by_luck, 0.9)),
             has_range ? range_words(whole_files(one.found.low), whole_files(one.found.high)) : "none",
             chance_words(chance_apart(one.by_luck, 3)),
             i == 0 ? "" : chance_words(chance_of_fewer(one.by_luck, all[0].by_luck))});
    }
    return table.closed();
}

// What the numbers mean for a judgement, of the first alternative.
std::string what_it_tells(const std::vector<Inspected>& all) {
    const Inspected& first = all[0];
    if (first.found.futures == 0) return "";
    std::string text =
        "A file fails when a statutory visit is overdue, the child was without a worker for a week "
        "or more, or its assessment is late. As things are in the first alternative, " +
        number_words(first.failing, 0) +
        " of 100 files fail. Inspectors who draw 23 of them at random find " +
        range_words(files_quantile(first.by_luck, 0.1), files_quantile(first.by_luck, 0.9)) +
        " failing in most draws, by luck alone, and two teams of inspectors in the same week differ by three "
        "files or more with a chance of " +
        chance_words(chance_apart(first.by_luck, 3)) + ".";
    return html_paragraph(text) +
           html_paragraph(
               "A sample of 23 can tell a service where few files fail from one where half do. It cannot "
               "tell "
               "small differences, nor whether a change between two inspections is a change of the service.");
}

}  // namespace

std::string inspection_section(const StudyResults& results, const std::string& origin) {
    std::vector<Inspected> all;
    for (int point = 0; point < results.points(); ++point) all.push_back(inspected(results, point));
    return html_section("The inspector\u2019s sample of 23 files",
                        what_it_tells(all) + html_figure({"What samples of 23 files would find",
                                                          "Bars: how samples of one and the same service "
                                                          "vary by the luck of the draw (binomial; drawing "
                                                          "from some hundreds of files without putting back "
                                                          "varies by a fiftieth less). Dashed: the first "
                                                          "alternative.",
                                                          svgs_of(chart_of(results, all, origin)),
                                                          table_of(results, all), origin}));
}

}  // namespace headroom
