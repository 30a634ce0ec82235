#include "sim/commands/check.hpp"

#include <iostream>

#include "sim/commands/messages.hpp"
#include "sim/scenario/reader.hpp"

namespace headroom {

namespace {

// What a question lacks that can be read but compares nothing.
std::string lacking(const Scenario& scenario) {
    if (scenario.alternatives.size() > 1) return "";
    std::string missing = scenario.question.empty() ? "\"question\" (what is asked) and " : "";
    missing += "a second of the \"alternatives\" (what is compared) or \"steps\" that make them";
    return "It compares nothing yet: missing " + std::string(scenario.question.empty() ? "are " : "is ") +
           missing + ". As it stands, it shows \"" + scenario.alternatives.front().name +
           "\" alone. scenarios/questions/caseload-limit.json is one to start from.\n";
}

}  // namespace

ExitCode check(const std::string& file) {
    const Reading reading = read_question(file);
    say_faults(reading.faults);
    if (!reading.is_good()) return exit_input_wrong;
    const Scenario& scenario = reading.scenario;
    const auto alternatives = static_cast<long>(scenario.alternatives.size());
    std::cout << file << " is a valid question: " << counted(alternatives, "alternative", "alternatives")
              << ", " << counted(scenario.months, "month", "months") << ", "
              << (scenario.adds_futures ? "as many futures as it takes"
                                        : counted(scenario.replications, "future", "futures"))
              << " each.\n"
              << lacking(scenario);
    return exit_done;
}

}  // namespace headroom
