// Own figures are fitted when they are first asked about, and the fit is kept.
#pragma once

#include <string>
#include <utility>

#include "apps/command_line/terminal/arguments.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/study_plan.hpp"

namespace headroom {

// The file of the fit of these figures about an authority, or about no named one, made now where there is
// none of them by this program: beside them, or in the user's cache where that folder cannot be written. Two
// runs that fit one place wait for one another. Throws GivenUpOnTheWay on Ctrl-C, a std::vector<Fault> or a
// SurroundingsFault.
std::string fit_of_own_figures(const std::string& figures, const std::string& authority,
                               const RunArguments& arguments);

inline Scenario& scenario_of(Reading& reading) {
    return reading.scenario;
}
inline Scenario& scenario_of(StudyReading& reading) {
    return reading.plan.question;
}

// Adds to what was assumed that a fit given as a file was made of another version of the model.
void note_an_older_fit(Scenario& scenario);

// Reads a question or study, and once more with the fit of its own figures where it has some: a fit takes
// minutes, so all else must be right first. `read` makes a reading of choices.
template <class Read>
auto read_with_own_fit(const RunArguments& arguments, Read read) {
    auto reading = read(arguments.choices);
    Scenario& scenario = scenario_of(reading);
    note_an_older_fit(scenario);
    if (!reading.is_good() || scenario.own_figures.empty() || scenario.fitted == FittedAs::unfitted)
        return reading;
    Choices choices = arguments.choices;
    choices.own_fit = fit_of_own_figures(scenario.own_figures, scenario.own_figures_about, arguments);
    return read(choices);
}

}  // namespace headroom
