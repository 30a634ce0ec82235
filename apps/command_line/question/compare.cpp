#include "apps/command_line/question/compare.hpp"

#include <unistd.h>

#include <iostream>
#include <optional>
#include <string>

#include "apps/command_line/question/answer_place.hpp"
#include "apps/command_line/question/dialog.hpp"
#include "apps/command_line/question/own_fit.hpp"
#include "apps/command_line/question/run_comparison.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "sim/scenario/typed_choices.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// What to type for the same answer, of the options that change it.
std::string command_again(const RunArguments& arguments) {
    Choices choices = arguments.choices;
    choices.against.clear();
    choices.precision.reset();
    return "headroom compare " + shell_word(arguments.file) + typed(choices);
}

// The same arguments for a question that is made here and now, in the terminal; nothing where there is none
// or the answers end early.
std::optional<RunArguments> with_new_question(RunArguments arguments) {
    if (!::isatty(STDIN_FILENO) || !::isatty(STDERR_FILENO)) {
        say("Name a question file, such as scenarios/questions/caseload-limit.json. In a terminal, "
            "\"headroom compare\" "
            "alone asks what to compare and makes one.");
        return std::nullopt;
    }
    const std::optional<NewQuestion> question = ask_question(std::cin, std::cerr, arguments.choices);
    if (!question) {
        std::cerr << "\n";
        say("The answers ended early: no question was made.");
        return std::nullopt;
    }
    arguments.file = save_question(*question, "").string();
    arguments.choices.authority.clear();  // both stand in the file now
    arguments.choices.months.reset();
    arguments.command_line = command_again(arguments);
    say("The question is in " + arguments.file + ". To ask it again: " + arguments.command_line);
    return arguments;
}

// As -o says, or after the question; another authority's answer does not take the place of the first.
AnswerPlace chosen_place(const Scenario& scenario, const RunArguments& arguments) {
    if (!arguments.output.empty()) return {arguments.output, "", ""};
    const std::string ending =
        arguments.choices.authority.empty() ? ".h5" : "-" + in_a_file_name(scenario.authority) + ".h5";
    const std::filesystem::path first = named_after(arguments.file, ending);
    if (arguments.only_future) return {first, "", ""};  // which writes nothing
    return place_of_answer(first, scenario, arguments, inputs_of(scenario));
}

}  // namespace

ExitCode compare(const RunArguments& typed) {
    const std::optional<RunArguments> with_file = typed.file.empty() ? with_new_question(typed) : typed;
    if (!with_file) return exit_input_wrong;
    const RunArguments& arguments = *with_file;
    const Reading reading = read_with_own_fit(
        arguments, [&](const Choices& choices) { return read_question(arguments.file, choices); });
    if (!reading.is_good()) {
        say_faults(reading.faults);
        return exit_input_wrong;
    }
    const AnswerPlace place = chosen_place(reading.scenario, arguments);
    if (!place.why_beside.empty()) say(place.why_beside);
    OutputFiles files{place.results, arguments.report};
    if (files.report.empty()) files.report = std::filesystem::path(files.results).replace_extension(".html");
    const ExitCode code = run_comparison(reading.scenario, arguments, files);
    const bool is_written = code == exit_done || code == exit_our_fault;
    if (is_written && !arguments.quiet && !place.replaced.empty()) say(place.replaced);
    return code;
}

}  // namespace headroom
