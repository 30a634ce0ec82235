#include "sim/commands/compare.hpp"

#include "sim/commands/messages.hpp"
#include "sim/commands/output_files.hpp"
#include "sim/commands/run_comparison.hpp"

namespace headroom {

ExitCode compare(const RunArguments& arguments) {
    const Reading reading = read_question(arguments.file, arguments.choices);
    if (!reading.is_good()) {
        say_faults(reading.faults);
        return exit_input_wrong;
    }
    OutputFiles files;
    files.results = arguments.output.empty() ? named_after(arguments.file, ".h5") : arguments.output;
    files.report = arguments.report;
    if (files.report.empty()) files.report = std::filesystem::path(files.results).replace_extension(".html");
    return run_comparison(reading.scenario, arguments, files);
}

}  // namespace headroom
