#include <algorithm>

#include "analysis/charts/svg.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/statistics/measure_names.hpp"
#include "analysis/statistics/quarters.hpp"
#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

// A line of the profile; a heading opens with the first line that bears it.
struct Line {
    std::string_view heading;
    Measure measure;
    int decimals;
};

constexpr Line lines[] = {{"Contacts and referrals", Measure::referrals, 0},
                          {"", Measure::rereferrals_percent, 1},
                          {"", Measure::no_further_action, 0},
                          {"Assessments", Measure::assessments_completed, 0},
                          {"", Measure::assessments_within_45_percent, 1},
                          {"", Measure::children_in_assessment, 0},
                          {"Section 47 and conferences", Measure::s47_enquiries, 0},
                          {"", Measure::conferences_held, 0},
                          {"", Measure::conferences_within_15_percent, 1},
                          {"Child protection plans", Measure::protection_plans_started, 0},
                          {"", Measure::second_plans_percent, 1},
                          {"", Measure::protection_plans_ended, 0},
                          {"", Measure::protection_plans_open, 0},
                          {"Child in need plans", Measure::in_need_plans_started, 0},
                          {"", Measure::in_need_plans_ended, 0},
                          {"", Measure::in_need_plans_open, 0},
                          {"Looked-after children", Measure::looked_after_started, 0},
                          {"", Measure::looked_after_ceased, 0},
                          {"", Measure::looked_after_open, 0},
                          {"Timeliness", Measure::visits_on_time_percent, 1},
                          {"", Measure::reviews_on_time_percent, 1},
                          {"", Measure::children_unallocated, 0},
                          {"Workforce", Measure::in_post, 1},
                          {"", Measure::vacancy_percent, 1},
                          {"", Measure::agency_percent, 1},
                          {"", Measure::turnover_percent, 1},
                          {"", Measure::absence_percent, 1},
                          {"", Measure::caseload_mean, 1}};

// Quarters [from, to) of one alternative.
std::string block_of(const StudyResults& results, int point, std::pair<int, int> quarters) {
    std::vector<std::string> headers{""};
    for (int quarter = quarters.first; quarter < quarters.second; ++quarter)
        headers.push_back(quarter_words(results.start, quarter, results.months));
    HtmlTable table(lettered_names(results)[static_cast<std::size_t>(point)] + ": means over futures",
                    headers);
    for (const Line& line : lines) {
        if (!line.heading.empty()) table.add_heading(line.heading);
        std::vector<std::string> cells{std::string(called(line.measure).quarterly)};
        for (int quarter = quarters.first; quarter < quarters.second; ++quarter)
            cells.push_back(
                number_words(over_quarter(results, point, line.measure, quarter).mean, line.decimals));
        table.add_row(cells);
    }
    return table.closed();
}

std::string profile_of(const StudyResults& results, int point) {
    constexpr int most_columns = 8;
    const int quarters = quarters_of(results);
    const int blocks = (quarters + most_columns - 1) / most_columns;
    std::string text;
    for (int block = 0; block < blocks; ++block)
        text += block_of(results, point, {quarters * block / blocks, quarters * (block + 1) / blocks});
    return text;
}

}  // namespace

std::string quarters_section(const StudyResults& results, const std::string& origin) {
    std::string text = html_paragraph(
        "In the order of the authority\u2019s own returns (children in need census, workforce census), so "
        "that the model "
        "can be laid beside them, quarter by quarter.");
    text += profile_of(results, 0);
    for (int point = 1; point < results.points(); ++point)
        text += html_details("The same for " + lettered_names(results)[static_cast<std::size_t>(point)],
                             profile_of(results, point));
    return html_section("The quarterly profile", text + "<p class=\"origin\">" + escaped(origin) + "</p>\n");
}

}  // namespace headroom
