#include "apps/command_line/reference/check.hpp"

#include <algorithm>
#include <iostream>

#include "analysis/words/this_is_us.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/study/worlds.hpp"
#include "sim/text/json_text.hpp"
#include "sim/text/small_words.hpp"

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

namespace {

std::string of_factors(const std::vector<Factor>& factors) {
    const auto moved = std::count_if(factors.begin(), factors.end(),
                                     [](const Factor& factor) { return !factor.is_fixed(); });
    return moved == 0 ? "" : " (" + counted(moved, "factor", "factors") + ")";
}

ExitCode check_study(const std::string& file) {
    const StudyReading reading = read_study(file);
    say_faults(reading.faults);
    if (!reading.is_good()) return exit_input_wrong;
    const StudyPlan& plan = reading.plan;
    const Worlds drawn_up(plan);
    const std::vector<Fault> contradictions = contradictions_in(drawn_up, file);
    say_faults(contradictions);
    if (!contradictions.empty()) return exit_input_wrong;
    const double worlds = drawn_up.count(), policies = static_cast<double>(drawn_up.policies().size());
    const double futures = plan.question.replications;
    std::cout << file << " is a valid study: " << counted(whole_part<long>(worlds), "world", "worlds")
              << of_factors(plan.factors) << " x "
              << counted(whole_part<long>(policies), "policy", "policies") << " x "
              << counted(whole_part<long>(futures), "future", "futures") << " = "
              << number_text(worlds * policies * futures) << " runs of "
              << counted(plan.question.months, "month", "months") << ".\n"
              << contradictions_text(plan.question.contradictions, line_width());
    return exit_done;
}

bool is_study(const std::string& file) {
    std::vector<Fault> ignored;
    return is_study_text(read_whole_file(file, "a file", ignored));
}

}  // namespace

ExitCode check(const std::string& file) {
    if (is_study(file)) return check_study(file);
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
              << contradictions_text(scenario.contradictions, line_width()) << lacking(scenario);
    return exit_done;
}

}  // namespace headroom
