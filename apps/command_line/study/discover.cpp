#include "apps/command_line/study/discover.hpp"

#include <iostream>

#include "analysis/discovery/discovery.hpp"
#include "analysis/sensitivity/sensitivity.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/study/study_measures.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

FailTest test_asked(const std::string& typed) {
    std::optional<FailTest> test = fail_test_of(typed);
    if (!test) {
        Fault fault;
        fault.file = "command line";
        fault.key = "--fails";
        fault.found = in_quotes(typed);
        fault.expected = "a measure, one of > >= < <=, and a number, as in \"children_unallocated > 20\"";
        throw std::vector<Fault>{fault};
    }
    test->measure = measure_asked(test->measure, "--fails").name;
    return *test;
}

}  // namespace

ExitCode discover(const DiscoverArguments& arguments) {
    DiscoveryQuestion question;
    question.test = test_asked(arguments.fails);
    const StudyTable table = table_of(arguments.file, *find_measure(question.test.measure), Over::whole_run);
    const StudyDesign& design = table.origin.design;
    if (const std::string no_factors = why_no_factors(design); !no_factors.empty()) {
        say(arguments.file.string() + " has no factors to discover conditions in: " + no_factors);
        return exit_input_wrong;
    }
    question.looked_at = looked_at_asked(design, arguments.policy, arguments.against);
    question.share_of_futures = arguments.share;
    question.prim.density = arguments.density;
    question.most_boxes = arguments.boxes;
    const Discovery discovery = discover(table, question);
    switch (arguments.printed_as) {
        case PrintedAs::table: std::cout << discovery_text(table, discovery, line_width()); break;
        case PrintedAs::csv: std::cout << discovery_csv(table, discovery); break;
        case PrintedAs::json: std::cout << discovery_json(table, discovery); break;
    }
    return exit_done;
}

}  // namespace headroom
