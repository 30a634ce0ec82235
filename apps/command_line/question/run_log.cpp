#include "apps/command_line/question/run_log.hpp"

#include <algorithm>
#include <utility>

#include "apps/command_line/question/run_comparison.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "sim/futures/recorded_future.hpp"
#include "sim/futures/results_of.hpp"
#include "sim/results/results_file.hpp"
#include "sim/results/vidigi.hpp"
#include "sim/storage/safe_file.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// The future alone, as a study of one alternative and one replication.
StudyResults recorded(const Scenario& scenario, RunArguments arguments) {
    const std::uint32_t number = arguments.only_future.value_or(0);
    arguments.only_future = number;
    RecordedRun run = record_future(scenario, scenario.alternatives.front(), number);
    std::vector<Replication> lived(1);
    Replication& replication = lived.front();
    replication.number = number;
    replication.series.push_back(std::move(run.series));
    replication.faults.emplace_back();
    StudyResults results = results_of(scenario, std::move(lived), created_by(arguments));
    results.log = std::move(run.log);
    return results;
}

CallFiles files_of(const Scenario& scenario, const RunArguments& arguments) {
    CallFiles all{{{"QUESTION.json", arguments.file}},
                  {{"--log", arguments.log, FileKind::log},
                   {"--log-csv", arguments.log_csv, FileKind::event_table},
                   {"--report", arguments.report, FileKind::report}}};
    for (const std::string& beside : scenario.files_beside)
        all.inputs.push_back({"the figures in the question", beside});
    return all;
}

void say_what_was_written(const StudyResults& results, const RunArguments& arguments) {
    const EventLog& log = *results.log;
    const std::string told = "Future " + std::to_string(log.future) + " of \"" + results.point_names.front() +
                             "\": " + counted(static_cast<long>(log.entries.size()), "entry", "entries") +
                             " on " + counted(static_cast<long>(log.families.size()), "family", "families") +
                             " and " + counted(static_cast<long>(log.workers.size()), "worker", "workers");
    if (!arguments.log.empty()) {
        say(told + " are in " + arguments.log.string() +
            ". Ask it where a number comes from: headroom explain " + shell_word(arguments.log.string()) +
            " --why children_unallocated --month " + std::to_string(std::min(12, results.months)));
    }
    if (!arguments.log_csv.empty()) say(told + " are told for vidigi in " + arguments.log_csv.string() + ".");
}

}  // namespace

ExitCode run_log(const Scenario& scenario, const RunArguments& arguments) {
    if (!arguments.output.empty()) {
        say("-o and --log both name a results file: --log alone writes the numbers of the future and its "
            "log.");
        return exit_input_wrong;
    }
    ensure_safe_to_write(files_of(scenario, arguments));
    for (const std::filesystem::path& file : {arguments.log, arguments.log_csv, arguments.report}) {
        if (!file.empty()) ensure_writable(file);
    }
    const StudyResults results = recorded(scenario, arguments);
    if (!arguments.log.empty()) write_results(results, arguments.log);
    if (!arguments.log_csv.empty()) write_safely(arguments.log_csv, vidigi_csv(results), "event log");
    if (!arguments.report.empty()) write_report(results, arguments.report);
    print_answer(results, arguments.as_json ? AnswerForm::json : AnswerForm::table);
    if (!arguments.quiet) say_what_was_written(results, arguments);
    return exit_done;
}

}  // namespace headroom
