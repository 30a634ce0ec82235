#include "sim/commands/run.hpp"

#include "sim/commands/chosen_alternative.hpp"
#include "sim/commands/messages.hpp"
#include "sim/commands/own_fit.hpp"
#include "sim/commands/run_comparison.hpp"
#include "sim/commands/run_log.hpp"

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
