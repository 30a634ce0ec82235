#include "sim/commands/run.hpp"

#include "sim/commands/messages.hpp"
#include "sim/commands/run_comparison.hpp"

namespace headroom {

ExitCode run(const RunArguments& arguments) {
    Reading reading = read_question(arguments.file, arguments.choices);
    if (!reading.is_good()) {
        say_faults(reading.faults);
        return exit_input_wrong;
    }
    std::vector<Alternative>& alternatives = reading.scenario.alternatives;
    alternatives.erase(alternatives.begin() + 1, alternatives.end());
    return run_comparison(reading.scenario, arguments, {arguments.output, arguments.report});
}

}  // namespace headroom
