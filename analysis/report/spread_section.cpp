#include "analysis/report/class_figure.hpp"
#include "analysis/report/groups.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

// "1-4", "5-9" .. "45+": children held.
std::vector<BinClass> caseload_classes() {
    std::vector<BinClass> classes{{"1-4", 1, 5}};
    for (int first = 5; first < 40; first += 5)
        classes.push_back({std::to_string(first) + "-" + std::to_string(first + 4), first, first + 5});
    classes.push_back({"40+", 40, 60});
    return classes;
}

// Bins are 2 percent wide.
std::vector<BinClass> unmet_classes() {
    std::vector<BinClass> classes;
    for (int first = 0; first < 50; first += 5)
        classes.push_back(
            {std::to_string(2 * first) + "-" + std::to_string(2 * first + 10), first, first + 5});
    return classes;
}

std::string verdict_cell(const Fate& fate) {
    return number_words(fate.mean, fate.affected->decimals) + "\n" +
           std::string(short_words_of(fate.difference.verdict));
}

}  // namespace

std::string spread_section(const StudyResults& results, const std::string& origin) {
    const ClassFigure caseloads{
        "caseloads",
        "Caseloads over workers",
        "Workers who hold children, at the ends of all months. Dashed: the first alternative. A mean of 15 "
        "can hide workers with 30.",
        "% of workers",
        "children held by a worker",
        Measure::caseload_histogram,
        caseload_classes()};
    const ClassFigure care{
        "care-received",
        "Care received over children",
        "Children by the share of their planned hours that they did not get when due, over "
        "their whole time in the service. Dashed: the first alternative.",
        "% of children",
        "% of a child\u2019s planned hours unmet",
        Measure::share_of_plan_unmet_histogram,
        unmet_classes()};
    return html_section("Not only means: workers and children",
                        class_figure(results, caseloads, origin) + class_figure(results, care, origin));
}

std::string fates_section(const StudyResults& results, const std::string& origin) {
    std::vector<std::string> headers{""};
    for (const std::string& name : lettered_names(results)) headers.push_back(name);
    HtmlTable table("Who is better and who is worse off than under " + results.point_names[0] +
                        ": means over futures, with the verdict on the paired difference",
                    headers);
    std::vector<std::vector<Fate>> fates;
    for (int point = 1; point < results.points(); ++point) fates.push_back(fates_under(results, point));
    if (fates.empty()) return "";
    for (std::size_t i = 0; i < all_affected().size(); ++i) {
        const Affected& affected = all_affected()[i];
        std::vector<std::string> cells{std::string(affected.who) + ", " + std::string(affected.what),
                                       number_words(fates[0][i].first, affected.decimals)};
        for (const std::vector<Fate>& under : fates) cells.push_back(verdict_cell(under[i]));
        table.add_row(cells);
    }
    return html_section("For whom it gets better, and for whom worse", table.closed(origin));
}

}  // namespace headroom
