#include "sim/commands/explain_number.hpp"

#include <iostream>

#include "analysis/explanation/causes.hpp"
#include "analysis/explanation/explanation.hpp"
#include "sim/commands/answer.hpp"
#include "sim/commands/messages.hpp"
#include "sim/results/results_file.hpp"
#include "sim/scenario/nearest.hpp"

namespace headroom {

namespace {

std::vector<std::string> names_of_explainable() {
    std::vector<std::string> names;
    for (const Measure measure : explainable_measures()) names.emplace_back(row_of(measure).name);
    return names;
}

std::optional<Measure> explainable(const std::string& name) {
    for (const Measure measure : explainable_measures()) {
        if (row_of(measure).name == name) return measure;
    }
    return std::nullopt;
}

ExitCode say_what_can_be_explained(const std::string& name) {
    std::string sentence =
        find_measure(name) == nullptr
            ? in_quotes(name) + " is no measure. " + did_you_mean(name, names_of_explainable())
            : "The log does not take " + in_quotes(name) + " apart.";
    sentence += sentence.ends_with(' ') ? "" : " ";
    sentence += "These it does:";
    for (const std::string& each : names_of_explainable()) sentence += " " + each;
    say(sentence);
    return exit_input_wrong;
}

// The command that made the file, as `headroom run`, for the future nearest to the mean. Which alternative is
// the asker's choice: the last is the likeliest to be asked about.
ExitCode say_how_to_keep_a_log(const StudyResults& results, const WhyArguments& arguments, Measure measure) {
    const int point = results.points() - 1;
    const auto month = arguments.month ? std::optional(*arguments.month - 1) : std::nullopt;
    const std::optional<int> future = future_nearest_mean(results, point, measure, month);
    std::string command = results.created_by;
    const std::string compare = "headroom compare ";
    if (command.starts_with(compare)) command = "headroom run " + command.substr(compare.size());
    const std::string log = arguments.file.stem().string() + "-log.h5";
    command += " --alternative " + std::to_string(point + 1) + " --only-future " +
               std::to_string(future.value_or(0)) + " --log " + shell_word(log);
    say(arguments.file.string() + " holds numbers, and no log of what is behind them. To write one of \"" +
        results.point_names.back() + "\" (alternative " + std::to_string(point + 1) +
        ") in the future that is nearest to the mean: " + command + " -- and then: headroom explain " +
        shell_word(log) + " --why " + arguments.measure +
        (arguments.month ? " --month " + std::to_string(*arguments.month) : ""));
    return exit_input_wrong;
}

}  // namespace

ExitCode explain_number(const WhyArguments& arguments) {
    const std::optional<Measure> measure = explainable(arguments.measure);
    if (!measure) return say_what_can_be_explained(arguments.measure);
    if (arguments.file.empty()) {
        say("--why needs a file with an event log: headroom explain FILE.h5 --why " + arguments.measure +
            ". \"headroom run QUESTION.json --log FILE.h5\" writes one.");
        return exit_input_wrong;
    }
    const StudyResults results = read_results(arguments.file);
    if (arguments.month && *arguments.month > results.months) {
        say("--month is " + std::to_string(*arguments.month) + ", but " + arguments.file.string() + " has " +
            counted(results.months, "month", "months") + ".");
        return exit_input_wrong;
    }
    const std::optional<EventLog> log = read_log(arguments.file);
    if (!log) return say_how_to_keep_a_log(results, arguments, *measure);
    WhyQuestion question;
    question.measure = *measure;
    question.month = arguments.month ? *arguments.month - 1 : worst_month(results, *measure);
    question.limit = arguments.limit;
    question.width = line_width();
    std::cout << explanation_text(results, *log, question);
    return exit_done;
}

}  // namespace headroom
