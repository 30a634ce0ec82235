#include "apps/command_line/question/explain_number.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "analysis/explanation/causes.hpp"
#include "analysis/explanation/explanation.hpp"
#include "analysis/report/row_names.hpp"
#include "apps/command_line/question/chosen_alternative.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/question/unfinished.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/results/results_file.hpp"
#include "sim/scenario/typed_choices.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

std::vector<std::string> names_of_explainable() {
    std::vector<std::string> names;
    for (const Measure measure : explainable_measures()) names.emplace_back(row_of(measure).name);
    return names;
}

// What words mean: a measure's name, or what stands before it in the answer or the report.
const MeasureRow* measure_meant(const std::string& words) {
    const std::optional<NamedNumber> number = number_called(words);
    return number ? &row_of(number->measure) : find_measure(words);
}

std::optional<Measure> explainable(const std::string& words) {
    const MeasureRow* row = measure_meant(words);
    for (const Measure measure : explainable_measures()) {
        if (row != nullptr && row_of(measure).name == row->name) return measure;
    }
    return std::nullopt;
}

// What may be typed: names, and the words before those that can be explained.
std::vector<std::string> words_for_explainable() {
    std::vector<std::string> words = names_of_explainable();
    for (std::string& each : number_names()) {
        if (explainable(each)) words.push_back(std::move(each));
    }
    return words;
}

ExitCode say_what_can_be_explained(const std::string& name) {
    const MeasureRow* row = measure_meant(name);
    std::string sentence = row == nullptr ? in_quotes(name) + " is no measure and no row of the answer. " +
                                                did_you_mean(name, words_for_explainable())
                                          : "The log does not take " + in_quotes(name) + " apart.";
    sentence += sentence.ends_with(' ') ? "" : " ";
    sentence += "These it does:";
    for (const std::string& each : names_of_explainable()) sentence += " " + each;
    say(sentence);
    return exit_input_wrong;
}

// A question of this name as it is found from here: those that came with Headroom lie in a folder.
std::string found_from_here(const std::string& word) {
    const std::filesystem::path with_headroom = std::filesystem::path("scenarios/questions") / word;
    std::error_code ignored;
    const bool is_elsewhere =
        !std::filesystem::exists(word, ignored) && std::filesystem::exists(with_headroom, ignored);
    return is_elsewhere ? with_headroom.string() : word;
}

// The command that made the file as `headroom run`, without what only `compare` takes or what names a future.
std::string as_run(const std::string& created_by) {
    constexpr std::array left_out = {"--against", "--replications", "--alternative", "--only-future",
                                     "--no-assumptions"};
    const std::vector<TypedWord> words = typed_words(created_by);
    std::string command = "headroom run";
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto& [option, value] = words[i];
        if (std::ranges::find(left_out, option) != left_out.end()) continue;
        if (!option.empty()) command += " " + option;
        if (!value.empty()) command += " " + (i == 2 ? found_from_here(value) : value);
    }
    return command;
}

// For the alternative that is named, or where the number is worst, in the future nearest to its mean.
ExitCode say_how_to_keep_a_log(const StudyResults& results, const WhyArguments& arguments, Measure measure) {
    const auto month = arguments.month ? std::optional(*arguments.month - 1) : std::nullopt;
    const bool is_named = !arguments.alternative.empty();
    const int point = is_named
                          ? static_cast<int>(place_of_alternative(results.point_names, arguments.alternative))
                          : worst_alternative(results, measure, month);
    const int future = future_nearest_mean(results, point, measure, month).value_or(0);
    const std::string& name = results.point_names[static_cast<std::size_t>(point)];
    const std::string log = arguments.file.stem().string() + "-log.h5";
    say(arguments.file.string() + " holds numbers, and no log of what is behind them. To write one, of " +
        in_quotes(name) + (is_named ? "," : ", where it is worst (--alternative names another),") +
        " in the future that is nearest to its mean:\n  " + as_run(results.created_by) + " --alternative " +
        shell_word(name) + " --only-future " + std::to_string(future) + " --log " + shell_word(log) +
        "\nand then:\n  headroom explain " + shell_word(log) + " --why " + std::string(row_of(measure).name) +
        (arguments.month ? " --month " + std::to_string(*arguments.month) : ""));
    return exit_input_wrong;
}

}  // namespace

ExitCode explain_number(const WhyArguments& arguments) {
    const std::optional<Measure> measure = explainable(arguments.measure);
    if (!measure) return say_what_can_be_explained(arguments.measure);
    if (arguments.file.empty()) {
        say("--why needs a file with an event log: headroom explain FILE.h5 --why " +
            std::string(row_of(*measure).name) +
            ". \"headroom run QUESTION.json --log FILE.h5\" writes one.");
        return exit_input_wrong;
    }
    refuse_what_is_not_finished(arguments.file);
    const StudyResults results = read_comparison(arguments.file);
    if (arguments.month && *arguments.month > results.months) {
        say("--month is " + std::to_string(*arguments.month) + ", but " + arguments.file.string() + " has " +
            counted(results.months, "month", "months") + ".");
        return exit_input_wrong;
    }
    place_of_alternative(results.point_names, arguments.alternative);  // throws where there is no such
    const std::optional<EventLog> log = read_log(arguments.file);
    if (!log) return say_how_to_keep_a_log(results, arguments, *measure);
    if (results.points() != 1 || results.replications != 1 || results.months < 1) {
        say("Could not read results from " + arguments.file.string() +
            ": its log is of one future, its numbers are of more or none.");
        return exit_surroundings_failed;
    }
    WhyQuestion question;
    question.measure = *measure;
    question.month = arguments.month ? *arguments.month - 1 : worst_month(results, *measure);
    question.limit = arguments.limit;
    question.width = line_width();
    std::cout << explanation_text(results, *log, question);
    return exit_done;
}

}  // namespace headroom
