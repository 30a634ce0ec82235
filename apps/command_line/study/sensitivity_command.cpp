#include "apps/command_line/study/sensitivity_command.hpp"

#include <iostream>

#include "analysis/sensitivity/sensitivity.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/study/study_measures.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

namespace {

std::optional<Method> method_asked(const std::string& typed) {
    if (typed.empty()) return std::nullopt;
    if (const std::optional<Method> method = method_called(typed)) return method;
    Fault fault;
    fault.file = "command line";
    fault.key = "--method";
    fault.found = in_quotes(typed);
    fault.expected = "sobol, morris or regression";
    fault.nearest = did_you_mean(typed, {"sobol", "morris", "regression"});
    throw std::vector<Fault>{fault};
}

// Why nothing can be said of this file, or nothing.
std::string why_not(const SensitivityArguments& arguments, const StudyDesign& design) {
    const std::string no_factors = why_no_factors(design);
    if (!no_factors.empty())
        return arguments.file.string() + " has no factors to be sensitive to: " + no_factors;
    if (const std::optional<Method> method = method_asked(arguments.method)) return why_not(*method, design);
    return "";
}

std::string why_not_over_time(const SensitivityArguments& arguments, const StudyTable& table) {
    if (!arguments.over_time || table.periods > 1) return "";
    if (find_measure(table.measure)->kind == MeasureKind::whole)
        return table.measure + " has one value for the whole run, so that it cannot be shown over time.";
    return arguments.file.string() +
           " keeps one value for the whole run. A study with \"by\": \"month\", \"quarter\" or \"year\" "
           "keeps "
           "more, which --over-time shows.";
}

struct Answer {
    StudyTable table;
    Sensitivity sensitivity;
};

void print(const std::vector<Answer>& answers, PrintedAs printed_as) {
    if (printed_as == PrintedAs::csv) {
        Csv csv = sensitivity_columns();
        for (const Answer& answer : answers) add_lines(csv, answer.table, answer.sensitivity);
        std::cout << csv.text();
        return;
    }
    if (printed_as == PrintedAs::json) std::cout << "[";
    for (const Answer& answer : answers) {
        const bool is_first = &answer == &answers.front();
        if (printed_as == PrintedAs::json)
            std::cout << (is_first ? "" : ",\n") << sensitivity_json(answer.table, answer.sensitivity);
        else
            std::cout << (is_first ? "" : "\n")
                      << sensitivity_text(answer.table, answer.sensitivity, line_width());
    }
    if (printed_as == PrintedAs::json) std::cout << "]\n";
}

}  // namespace

ExitCode sensitivity(const SensitivityArguments& arguments) {
    std::vector<const MeasureRow*> measures;
    for (const std::string& words : arguments.measures)
        measures.push_back(&measure_asked(words, "--measure"));
    if (measures.empty()) measures.push_back(&row_of(Measure::unmet_per_100));
    std::vector<Answer> answers;
    for (const MeasureRow* const measure : measures) {
        Answer answer{
            table_of(arguments.file, *measure, arguments.over_time ? Over::periods : Over::whole_run), {}};
        const StudyDesign& design = answer.table.origin.design;
        std::string refused = why_not(arguments, design);
        if (refused.empty()) refused = why_not_over_time(arguments, answer.table);
        if (!refused.empty()) {
            say(refused);
            return exit_input_wrong;
        }
        const LookedAt looked_at = looked_at_asked(design, arguments.policy, arguments.against);
        answer.sensitivity = sensitivity_of(
            answer.table, {looked_at.policy, looked_at.against, method_asked(arguments.method)});
        answers.push_back(std::move(answer));
    }
    print(answers, arguments.printed_as);
    return exit_done;
}

}  // namespace headroom
