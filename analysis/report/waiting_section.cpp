#include <cmath>
#include <functional>

#include "analysis/charts/stacked_bars.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/report/class_figure.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/statistics/histogram_classes.hpp"
#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

// One way to divide the children who wait: measures of child-days that add up to all.
struct Division {
    std::string_view id, title;
    std::vector<Measure> parts;
    std::vector<std::string> words;
};

std::vector<Division> divisions() {
    using enum Measure;
    return {{"waiting-severity",
             "by severity",
             {unallocated_days_low, unallocated_days_moderate, unallocated_days_high, unallocated_days_acute},
             {"low", "moderate", "high", "acute"}},
            {"waiting-stage",
             "by stage",
             {unallocated_days_assessment, unallocated_days_brief_help, unallocated_days_child_in_need,
              unallocated_days_child_protection, unallocated_days_looked_after},
             {"assessment", "brief help", "in-need plan", "protection plan", "looked after"}},
            {"waiting-reason",
             "by reason",
             {unallocated_over_limit, unallocated_no_suitable_worker, unallocated_worker_absent,
              unallocated_awaiting_manager},
             {"every suitable worker at the limit", "no worker of the kind", "workers absent",
              "waits for the manager"}}};
}

// Children who waited on a typical day in one future: all of them times the share of the child-days.
double children_of(const Series& future, const Division& division, std::size_t part) {
    double all = 0;
    for (const Measure measure : division.parts) all += future.over_run(measure);
    const double waiting = future.over_run(Measure::children_unallocated);
    return all > 0 ? waiting * future.over_run(division.parts[part]) / all : 0;
}

double mean_over_futures(const StudyResults& results, int point,
                         const std::function<double(const Series&)>& number) {
    std::vector<double> values;
    for (int replication = 0; replication < results.replications; ++replication) {
        if (!results.has_failed(point, replication)) values.push_back(number(results.at(point, replication)));
    }
    return mean_and_range(values).mean;
}

StackedBar bar_of(const StudyResults& results, int point, const Division& division, const std::string& name) {
    StackedBar bar{name, {}, mean_and_range(values_over_run(results, point, Measure::children_unallocated))};
    for (std::size_t part = 0; part < division.parts.size(); ++part)
        bar.parts.push_back(mean_over_futures(
            results, point, [&](const Series& future) { return children_of(future, division, part); }));
    return bar;
}

// The picture of one division and the table behind it.
struct Divided {
    std::string picture, table;
};

Divided divided(const StudyResults& results, const Division& division, const std::string& origin) {
    StackedBars chart{{std::string(division.id),
                       "Children without a worker on a typical day, " + std::string(division.title),
                       "Means over futures.", origin},
                      std::string(division.title),
                      "children; line: the middle 80 % of futures",
                      division.words,
                      {},
                      0,
                      {}};
    std::vector<std::string> headers{"Alternative"};
    for (std::size_t part = 0; part < division.parts.size(); ++part) {
        chart.colours.push_back(part_colour(part));
        headers.push_back(division.words[part]);
    }
    headers.emplace_back("all");
    HtmlTable table(chart.spoken.title + ", means over futures", headers);
    const std::vector<std::string> names = lettered_names(results);
    for (std::size_t point = 0; point < names.size(); ++point) {
        chart.bars.push_back(bar_of(results, static_cast<int>(point), division, names[point]));
        const StackedBar& bar = chart.bars.back();
        std::vector<std::string> cells{names[point]};
        for (const double part : bar.parts) cells.push_back(number_words(part, 1));
        cells.push_back(number_words(bar.sum.mean, 1));
        table.add_row(cells);
        chart.spoken.description += " " + bar.name + ": " + number_words(bar.sum.mean, 0) + ".";
    }
    return {svg_of(chart, panel_width), table.closed()};
}

std::string divisions_figure(const StudyResults& results, const std::string& origin) {
    Illustration figure{"Children without a worker on a typical day",
                        "A child waits while it needs a social worker and has none.",
                        {},
                        "",
                        origin};
    for (const Division& division : divisions()) {
        Divided one = divided(results, division, origin);
        figure.pictures.push_back(std::move(one.picture));
        figure.table += one.table;
    }
    return html_figure(figure);
}

// The lines of the table of waits.
constexpr Measure wait_rows[] = {Measure::wait_days_p50,
                                 Measure::wait_days_p90,
                                 Measure::wait_days_p95,
                                 Measure::wait_days_worst,
                                 Measure::longest_present_wait,
                                 Measure::waiting_over_3_months,
                                 Measure::children_unallocated_peak};

std::string waits_table(const StudyResults& results, const std::string& origin) {
    std::vector<std::string> headers{""};
    for (const std::string& name : lettered_names(results)) headers.push_back(name);
    HtmlTable table("How long: mean (middle 80 % of futures)", headers);
    for (const Measure measure : wait_rows) {
        std::vector<std::string> cells{std::string(called(measure).wait)};
        const Headline in_whole_numbers{measure, Group::children, 1, 0, 0};
        for (int point = 0; point < results.points(); ++point)
            cells.push_back(
                cell_words(mean_and_range(values_over_run(results, point, measure)), in_whole_numbers));
        table.add_row(cells);
    }
    constexpr std::pair<Measure, std::string_view> held[] = {
        {Measure::unallocated_days_on_duty, "of the days waited, duty did the work, %"},
        {Measure::unallocated_days_held_by_manager, "of the days waited, on a manager\u2019s own list, %"}};
    const Division all = divisions()[0];
    for (const auto& one : held) {
        std::vector<std::string> cells{std::string(one.second)};
        for (int point = 0; point < results.points(); ++point) {
            const double share = mean_over_futures(results, point, [&](const Series& future) {
                double days = 0;
                for (const Measure part : all.parts) days += future.over_run(part);
                return days > 0 ? 100 * future.over_run(one.first) / days : 0;
            });
            cells.push_back(number_words(share, 0));
        }
        table.add_row(cells);
    }
    return table.closed(origin);
}

std::vector<BinClass> wait_classes() {
    return {{"1", 1, 2},       {"2-5", 2, 6},     {"6-10", 6, 11}, {"11-20", 11, 21},
            {"21-45", 21, 46}, {"46-63", 46, 64}, {"64+", 64, 260}};
}

}  // namespace

std::string waiting_section(const StudyResults& results, const std::string& origin) {
    const ClassFigure waits{
        "wait-days",
        "How long children wait",
        "Of the children who were given a worker or still waited at the end; those given one "
        "on the same day are left out of the picture. Dashed: the first alternative.",
        "% of all children who needed a worker",
        "working days waited",
        Measure::wait_days_histogram,
        wait_classes()};
    return html_section("Who waits", divisions_figure(results, origin) +
                                         class_figure(results, waits, origin) + waits_table(results, origin));
}

}  // namespace headroom
