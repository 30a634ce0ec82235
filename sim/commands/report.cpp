#include "sim/commands/report.hpp"

#include "sim/commands/answer.hpp"
#include "sim/commands/messages.hpp"
#include "sim/commands/output_files.hpp"
#include "sim/results/results_file.hpp"

namespace headroom {

ExitCode report(const ReadArguments& arguments) {
    const std::filesystem::path file =
        arguments.output.empty() ? named_after(arguments.file, ".html") : arguments.output;
    const StudyResults results = read_results(arguments.file);
    ensure_writable(file);
    write_report(results, file);
    if (!arguments.quiet) say("The report is in " + file.string() + ".");
    return exit_done;
}

}  // namespace headroom
