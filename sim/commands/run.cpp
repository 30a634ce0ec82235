#include "sim/commands/run.hpp"

#include <charconv>

#include "sim/commands/messages.hpp"
#include "sim/commands/run_comparison.hpp"
#include "sim/commands/run_log.hpp"
#include "sim/scenario/nearest.hpp"

namespace headroom {

namespace {

// The alternative of that name, or of that number from 1; none is the first. A fault where there is no such.
std::size_t chosen(const Scenario& scenario, const std::string& wanted) {
    if (wanted.empty()) return 0;
    std::vector<std::string> names;
    for (const Alternative& alternative : scenario.alternatives) names.push_back(alternative.name);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (edit_distance(names[i], wanted) == 0) return i;
    }
    std::size_t number = 0;
    const char* const end = wanted.data() + wanted.size();
    const auto read = std::from_chars(wanted.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number >= 1 && number <= names.size()) return number - 1;
    Fault fault;
    fault.file = "command line";
    fault.key = "--alternative";
    fault.found = in_quotes(wanted);
    fault.expected = "the name of an alternative or a number from 1 to " + std::to_string(names.size());
    fault.nearest = did_you_mean(wanted, names);
    throw std::vector<Fault>{fault};
}

}  // namespace

ExitCode run(const RunArguments& arguments) {
    Reading reading = read_question(arguments.file, arguments.choices);
    if (!reading.is_good()) {
        say_faults(reading.faults);
        return exit_input_wrong;
    }
    std::vector<Alternative>& alternatives = reading.scenario.alternatives;
    alternatives = {alternatives[chosen(reading.scenario, arguments.alternative)]};
    if (!arguments.log.empty() || !arguments.log_csv.empty()) return run_log(reading.scenario, arguments);
    return run_comparison(reading.scenario, arguments, {arguments.output, arguments.report});
}

}  // namespace headroom
