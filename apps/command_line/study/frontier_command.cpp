#include "apps/command_line/study/frontier_command.hpp"

#include <algorithm>
#include <iostream>

#include "analysis/frontier/frontier.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/study/study_measures.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// Each once, in the order asked.
std::vector<const MeasureRow*> measures_asked(const std::vector<std::string>& typed) {
    std::vector<const MeasureRow*> measures;
    for (const std::string& words : typed) {
        const MeasureRow* const row = &measure_asked(words, "--measures");
        if (std::find(measures.begin(), measures.end(), row) == measures.end()) measures.push_back(row);
    }
    if (measures.empty())
        measures = {&row_of(Measure::unmet_per_100), &row_of(Measure::children_unallocated),
                    &row_of(Measure::cost)};
    return measures;
}

std::string why_not(const std::vector<const MeasureRow*>& measures) {
    for (const MeasureRow* const row : measures) {
        if (row->better == Better::neither)
            return "Neither way of " + std::string(row->name) +
                   " is better, so that no policy can stand out on it. Leave it out of --measures.";
    }
    return "";
}

}  // namespace

ExitCode frontier(const FrontierArguments& arguments) {
    const std::vector<const MeasureRow*> measures = measures_asked(arguments.measures);
    std::string refused = why_not(measures);
    std::vector<StudyTable> tables;
    for (const MeasureRow* const measure : measures) {
        if (!refused.empty()) break;
        tables.push_back(table_of(arguments.file, *measure, Over::whole_run));
        if (tables.front().origin.design.policies() < 2)
            refused = arguments.file.string() +
                      " holds one policy only, and nothing to stand out from. Alternatives or levers in a "
                      "study make more.";
    }
    if (!refused.empty()) {
        say(refused);
        return exit_input_wrong;
    }
    const Frontier found = frontier_of(tables);
    if (found.futures < (found.dropped > 0 ? fewest_futures : 1)) {
        say((found.futures == 0 ? "In none" : "In only " + std::to_string(found.futures)) + " of " +
            counted(found.futures + found.dropped, "future", "futures") +
            " does every policy have a value on all of these measures, so nothing can be compared. Leave "
            "out what was hardly ever measured (--measures), or run the study over more months.");
        return exit_input_wrong;
    }
    switch (arguments.printed_as) {
        case PrintedAs::table: std::cout << frontier_text(tables, found, line_width()); break;
        case PrintedAs::csv: std::cout << frontier_csv(tables, found); break;
        case PrintedAs::json: std::cout << frontier_json(tables, found); break;
    }
    return exit_done;
}

}  // namespace headroom
