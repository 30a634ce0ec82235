#include "apps/command_line/question/run.hpp"

#include "apps/command_line/question/chosen_alternative.hpp"
#include "apps/command_line/question/own_fit.hpp"
#include "apps/command_line/question/run_comparison.hpp"
#include "apps/command_line/question/run_log.hpp"
#include "apps/command_line/terminal/messages.hpp"

namespace headroom {

ExitCode run(const RunArguments& arguments) {
    Reading reading = read_with_own_fit(
        arguments, [&](const Choices& choices) { return read_question(arguments.file, choices); });
    if (!reading.is_good()) {
        say_faults(reading.faults);
        return exit_input_wrong;
    }
    std::vector<Alternative>& alternatives = reading.scenario.alternatives;
    alternatives = {alternatives[place_of_alternative(reading.scenario, arguments.alternative)]};
    if (!arguments.log.empty() || !arguments.log_csv.empty()) return run_log(reading.scenario, arguments);
    return run_comparison(reading.scenario, arguments, {arguments.output, arguments.report});
}

}  // namespace headroom
