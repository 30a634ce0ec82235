#include "apps/command_line/question/run_comparison.hpp"

#include <iostream>
#include <optional>

#include "analysis/words/enough_futures.hpp"
#include "apps/command_line/question/kept_work.hpp"
#include "apps/command_line/question/lesson_answer.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/interruption.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "apps/command_line/terminal/this_program.hpp"
#include "sim/futures/inputs_digest.hpp"
#include "sim/futures/results_of.hpp"
#include "sim/results/results_file.hpp"
#include "sim/scenario/typed_choices.hpp"
#include "sim/study/parallel.hpp"
#include "sim/study/study.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

StudyOptions options_of(const Scenario& scenario, const RunArguments& arguments, PartStore* parts) {
    StudyOptions options;
    options.replications = scenario.replications;
    if (scenario.adds_futures) {
        const Precision precision = precision_of(arguments.choices.precision);
        options.replications = precision.first;
        options.wanted = [&scenario, precision](std::span<const Replication> lived) {
            return futures_wanted(scenario, lived, precision);
        };
    }
    options.only = arguments.only_future;
    options.threads = arguments.threads;
    options.parts = parts;
    if (!arguments.quiet) options.progress = terminal_for_progress();
    if (!arguments.quiet) options.say = [](const std::string& sentence) { say(sentence); };
    return options;
}

ExitCode say_how_to_go_on(const StudyOutcome& outcome, const Scenario& scenario,
                          const RunArguments& arguments, const PartStore* parts) {
    const int finished = static_cast<int>(outcome.replications.size());
    const std::string share =
        scenario.adds_futures ? counted(finished, "future is", "futures are") + " finished"
                              : std::to_string(finished) + " of " +
                                    counted(scenario.replications, "future is", "futures are") + " finished";
    if (parts && !outcome.replications.empty()) {
        say("Interrupted: " + share + " and kept in " + parts->folder().string() +
            ". The same command goes on from there: " + arguments.command_line);
    } else {
        say("Interrupted: " + share + " and nothing is kept. To start again: " + arguments.command_line);
    }
    return exit_interrupted;
}

ExitCode say_failures(const StudyResults& results, const RunArguments& arguments) {
    constexpr std::size_t most_said = 5;
    for (std::size_t i = 0; i < results.failures.size() && i < most_said; ++i) {
        const Failure& failure = results.failures[i];
        const std::string number = std::to_string(arguments.only_future.value_or(failure.replication));
        const std::string again = arguments.only_future ? "" : " --only-future " + number;
        say("This is our fault: alternative \"" +
            results.point_names[static_cast<std::size_t>(failure.point)] + "\" broke down in future " +
            number + " of seed " + std::to_string(failure.seed) + ": " + failure.reason +
            ". The others are not touched by it. To run it again: " + arguments.command_line + again);
    }
    if (results.failures.size() > most_said) {
        say("So did " + std::to_string(results.failures.size() - most_said) +
            " more; the results file lists them all under \"failures\".");
    }
    return results.failures.empty() ? exit_done : exit_our_fault;
}

// With the number of futures that it came to, so that the question as resolved gives the same again.
Scenario as_lived(const Scenario& scenario, const StudyOutcome& outcome, const RunArguments& arguments) {
    Scenario lived = scenario;
    if (!scenario.adds_futures || arguments.only_future) return lived;
    lived.adds_futures = false;
    lived.replications = static_cast<int>(outcome.replications.size());
    lived.fallbacks.push_back(
        sentence_on_futures(scenario, outcome.replications, precision_of(arguments.choices.precision)));
    return lived;
}

// Only of the lesson's own question: of another authority or other settings nothing was expected.
void print_lesson(const StudyResults& results, const Scenario& scenario, const RunArguments& arguments) {
    const Choices& choices = arguments.choices;
    const bool is_own = choices.authority.empty() && choices.settings.empty();
    if (!scenario.lesson || !is_own || arguments.as_json || arguments.only_future) return;
    std::cout << lesson_text(*scenario.lesson, results, line_width());
}

void say_what_was_written(const OutputFiles& files, const RunArguments& arguments) {
    if (arguments.quiet || files.results.empty()) return;
    say("Results are in " + files.results.string() +
        (files.report.empty() ? std::string(".") : ", the report in " + files.report.string() + "."));
}

// Every file that it reads or writes, by what its user knows it by.
CallFiles files_of(const Scenario& scenario, const RunArguments& arguments, const OutputFiles& files) {
    CallFiles all{{{"QUESTION.json", arguments.file}}, {}};
    for (const std::string& beside : scenario.files_beside)
        all.inputs.push_back({"the figures in the question", beside});
    all.outputs.push_back(
        {arguments.output.empty() ? "the results file" : "-o", files.results, FileKind::answer});
    all.outputs.push_back(
        {arguments.report.empty() ? "the report" : "--report", files.report, FileKind::report});
    return all;
}

// Where a comparison on its way is kept and written.
struct OnTheWay {
    const OutputFiles& files;
    PartStore* store;
};

// What it came to, unless it ended early.
struct Lived {
    ExitCode exit_code;
    StudyResults results;
};

void write_or_keep(const StudyResults& results, const RunArguments& arguments, const OnTheWay& way) {
    try {
        write_results(results, way.files.results, arguments.threads > 0 ? arguments.threads : all_threads());
    } catch (const SurroundingsFault&) {
        keep_for_another_try(*way.store, results);
        throw;
    }
    way.store->remove_parts();
}

Lived lived_and_written(const Scenario& scenario, const RunArguments& arguments, const OnTheWay& way) {
    const StudyOptions options = options_of(scenario, arguments, way.store);
    StudyOutcome outcome = run_study(scenario, options, interruption());
    if (outcome.interrupted) return {say_how_to_go_on(outcome, scenario, arguments, way.store), {}};

    const Scenario lived = as_lived(scenario, outcome, arguments);
    StudyResults results = results_of(lived, std::move(outcome.replications), created_by(arguments));
    if (way.store) write_or_keep(results, arguments, way);
    return {exit_done, std::move(results)};
}

}  // namespace

std::uint64_t inputs_of(const Scenario& scenario) {
    return inputs_digest(scenario, this_program());
}

std::string created_by(const RunArguments& arguments) {
    std::string command = "headroom " + arguments.command + " " +
                          shell_word(std::filesystem::path(arguments.file).filename().string()) +
                          typed(arguments.choices);
    if (!arguments.alternative.empty()) command += " --alternative " + shell_word(arguments.alternative);
    if (arguments.only_future) command += " --only-future " + std::to_string(*arguments.only_future);
    return command;
}

ExitCode run_comparison(const Scenario& scenario, const RunArguments& arguments, const OutputFiles& wanted) {
    if (arguments.choices.precision && !scenario.adds_futures) {
        say("--precision is for --replications auto, which adds futures until they are that precise.");
        return exit_input_wrong;
    }
    // One future is no answer: a look again writes nothing.
    const OutputFiles files = arguments.only_future ? OutputFiles{} : wanted;
    ensure_safe_to_write(files_of(scenario, arguments, files));
    for (const std::filesystem::path& file : {files.results, files.report}) {
        if (!file.empty()) ensure_writable(file);
    }
    const std::uint64_t inputs = inputs_of(scenario);
    std::optional<PartStore> parts;
    if (!files.results.empty()) parts.emplace(files.results, inputs);
    PartStore* const store = parts ? &*parts : nullptr;
    if (store) say_if_not_locked(*store);
    const Lived lived = with_what_is_kept({store, arguments.command_line}, [&] {
        return lived_and_written(scenario, arguments, {files, store});
    });
    if (lived.exit_code != exit_done) return lived.exit_code;
    const StudyResults& results = lived.results;
    if (!files.report.empty()) write_report(results, files.report);
    parts.reset();  // nothing of it is left if whoever reads the answer stops early, as `head` does
    print_answer(results, arguments.as_json ? AnswerForm::json : AnswerForm::table);
    print_lesson(results, scenario, arguments);
    say_what_was_written(files, arguments);
    return say_failures(results, arguments);
}

}  // namespace headroom
