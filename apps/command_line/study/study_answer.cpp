#include "apps/command_line/study/study_answer.hpp"

#include <iostream>

#include "analysis/words/number_words.hpp"
#include "analysis/words/study_text.hpp"
#include "analysis/words/this_is_us.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/study/study_measures.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::size_t most_policies = 20;

std::string size_in_words(const StudyResults& origin) {
    const StudyDesign& design = origin.design;
    return counted(design.worlds, "world", "worlds") + " x " +
           counted(design.policies(), "policy", "policies") + " x " + counted_futures(origin.replications) +
           (design.kind == "none" ? "" : " (" + design.kind + ")") + "; " + origin.authority + ", " +
           length_words(origin.months, origin.start) + ", seed " + std::to_string(origin.seed);
}

std::string what_to_ask(const std::filesystem::path& file, const StudyDesign& design) {
    const std::string name = shell_word(file.string());
    std::string text;
    if (design.moved.size() > 0 && design.worlds > 1)
        text += "What moves it:               headroom sensitivity " + name + "\n" +
                "Where a policy fails:        headroom discover " + name +
                " --fails \"unmet_per_100 > 10\"\n";
    if (design.policies() > 1) text += "Which policies stand out:    headroom frontier " + name + "\n";
    return text;
}

ExitCode say_failures(const StudyResults& origin, const std::filesystem::path& file,
                      const RunArguments& arguments) {
    constexpr std::size_t most_said = 5;
    for (std::size_t i = 0; i < origin.failures.size() && i < most_said; ++i) {
        const Failure& failure = origin.failures[i];
        say("This is our fault: point " + std::to_string(failure.point) + " (" +
            origin.point_names[static_cast<std::size_t>(failure.point)] + ") broke down in future " +
            std::to_string(failure.replication) + " of seed " + std::to_string(failure.seed) + ": " +
            failure.reason + ". It is missing from " + file.string() +
            "; the others are not touched by it. To live it again: " + arguments.command_line +
            " --only-point " + std::to_string(failure.point) + " --only-future " +
            std::to_string(failure.replication));
    }
    if (origin.failures.size() > most_said)
        say("So did " + std::to_string(origin.failures.size() - most_said) +
            " more; the results file lists them all under \"failures\".");
    return origin.failures.empty() ? exit_done : exit_our_fault;
}

}  // namespace

ExitCode answer_study(const std::filesystem::path& file, const RunArguments& arguments) {
    std::vector<StudyTable> tables;
    for (const char* measure : {"unmet_per_100", "children_unallocated", "caseload_mean", "cost"})
        tables.push_back(table_of(file, *find_measure(measure), Over::whole_run, Trust::written_here));
    const StudyResults& origin = tables.front().origin;
    if (!origin.question.empty()) std::cout << origin.question << "\n";
    std::cout << size_in_words(origin) << "\n\n"
              << contradictions_text(origin.contradictions, line_width()) << study_text(tables, most_policies)
              << "\n"
              << what_to_ask(file, origin.design);
    if (!arguments.quiet) say("Results are in " + file.string() + ".");
    return say_failures(origin, file, arguments);
}

}  // namespace headroom
