#include "sim/commands/compare.hpp"

#include <string>

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
    // Another authority's answer does not take the place of the first.
    const std::string ending = arguments.choices.authority.empty()
                                   ? ".h5"
                                   : "-" + in_a_file_name(reading.scenario.authority) + ".h5";
    files.results = arguments.output.empty() ? named_after(arguments.file, ending) : arguments.output;
    files.report = arguments.report;
    if (files.report.empty()) files.report = std::filesystem::path(files.results).replace_extension(".html");
    return run_comparison(reading.scenario, arguments, files);
}

}  // namespace headroom
