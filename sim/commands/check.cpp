#include "sim/commands/check.hpp"

#include <iostream>

#include "sim/commands/messages.hpp"
#include "sim/scenario/reader.hpp"

namespace headroom {

ExitCode check(const std::string& file) {
    const Reading reading = read_question(file);
    say_faults(reading.faults);
    if (!reading.is_good()) return exit_input_wrong;
    const Scenario& scenario = reading.scenario;
    const auto alternatives = static_cast<long>(scenario.alternatives.size());
    std::cout << file << " is a valid question: " << counted(alternatives, "alternative", "alternatives")
              << ", " << counted(scenario.months, "month", "months") << ", "
              << counted(scenario.replications, "future", "futures") << " each.\n";
    return exit_done;
}

}  // namespace headroom
