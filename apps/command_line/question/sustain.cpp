#include "apps/command_line/question/sustain.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "analysis/report/row_names.hpp"
#include "analysis/sustain/sustain_answer.hpp"
#include "analysis/sustain/sustain_beside.hpp"
#include "apps/command_line/question/chosen_alternative.hpp"
#include "apps/command_line/question/own_fit.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/terminal/interruption.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/futures/authority_trials.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

namespace {

using Faults = std::vector<Fault>;

// Of an option, which is its key.
void add_fault(Faults& faults, Fault fault) {
    fault.file = "command line";
    faults.push_back(std::move(fault));
}

// By its own name, or that of its row in the answer.
const MeasureRow* find_asked_measure(const std::string& asked, Faults& faults) {
    const Headline* headline = row_called(asked);
    const MeasureRow* row = headline != nullptr ? &row_of(headline->measure) : find_measure(asked);
    std::vector<std::string> names = row_names();
    for (const MeasureRow& one : measure_rows()) {
        if (one.kind != MeasureKind::histogram) names.emplace_back(one.name);
    }
    if (row != nullptr && row->kind != MeasureKind::histogram) return row;
    const std::string near = did_you_mean(asked, names);
    add_fault(faults,
              {.key = "--measure",
               .found = in_quotes(asked) + (row == nullptr ? ", which is no measure" : ", which is a spread"),
               .expected = near.empty() ? "one such as children_unallocated" : "",
               .nearest = near});
    return nullptr;
}

const Dial* find_asked_dial(const std::string& asked, Faults& faults) {
    const Dial* dial = find_dial(asked);
    if (dial != nullptr && dial->is_number()) return dial;
    std::vector<std::string> keys;
    for (const Dial& one : dials()) {
        if (one.is_number()) keys.push_back(one.key);
    }
    const std::string near = did_you_mean(asked, keys);
    const std::string why = dial == nullptr ? ", which nothing is called" : ", which is no number";
    const std::string usual = "referrals, a setting, or a number of a policy such as posts.add";
    add_fault(faults, {.key = "--vary",
                       .found = in_quotes(asked) + why,
                       .expected = near.empty() ? usual : "",
                       .nearest = near});
    return nullptr;
}

void ensure_there_is(const std::string& alternative, const Scenario& scenario, Faults& faults) {
    try {
        place_of_alternative(scenario, alternative);
    } catch (const Faults& none_such) {
        faults.insert(faults.end(), none_such.begin(), none_such.end());
    }
}

// What is worth trying where nothing is said.
Scale usual_scale(const Dial& dial, const Scenario& scenario) {
    const Shape& shape = dial.value;
    if (dial.key == "referrals") return {-40, 60, 1};
    if (dial.key == "posts.add") {
        const double half = std::max(1.0, std::floor(scenario.settings.case_holders_fte / 2));
        return {-half, half, 1};
    }
    if (dial.member == "children" && dial.lever == "caseload_limit") return {5, 40, 1};
    double low = shape.low, high = shape.high;
    const SettingRow* setting = dial.lever.empty() ? find_setting(dial.key) : nullptr;
    const double now = setting != nullptr ? scenario.settings.*setting->value : 0;
    if (now > 0) {
        low = std::max(low, now / 2);
        high = std::min(high, now * 2);
    }
    if (shape.sort == Shape::Sort::whole) return {std::ceil(low), std::floor(high), 0};
    return {low, high, 0};
}

// The largest of 1, 2 and 5 times a power of ten that cuts the scale into at least 75 steps; whole numbers
// for what is counted.
double step_for(const Dial& dial, const Scale& scale) {
    const double finest = (scale.to - scale.from) / 75;
    const double power = std::pow(10, std::floor(std::log10(finest)));
    const double step = power * (finest >= 5 * power ? 5 : finest >= 2 * power ? 2 : 1);
    const bool is_counted =
        !dial.lever.empty() || dial.key == "referrals" || dial.value.sort == Shape::Sort::whole;
    return is_counted ? std::max(1.0, step) : step;
}

// What nobody asked for starts and ends at whole steps, inside what is worth trying: half of 13.37 is no
// value to read or to type again.
void round_usual_ends(const SustainArguments& arguments, Scale& scale) {
    constexpr double close = 1e-9;
    const auto round = [&](double steps) { return Scale{0, 0, scale.step}.value(whole_part<int>(steps)); };
    const double first = std::ceil(scale.from / scale.step - close);
    const double last = std::floor(scale.to / scale.step + close);
    if (!arguments.from) scale.from = round(first);
    if (!arguments.to) scale.to = round(last);
}

Scale asked_scale(const SustainArguments& arguments, const Dial& dial, const Scenario& scenario,
                  Faults& faults) {
    Scale scale = usual_scale(dial, scenario);
    const auto take = [&](const std::string& option, const std::optional<double>& asked, double& end) {
        if (!asked) return;
        end = *asked;
        if (!allows(dial.value, *asked))
            add_fault(faults,
                      {.key = option, .found = number_text(*asked), .expected = expectation(dial.value)});
    };
    take("--from", arguments.from, scale.from);
    take("--to", arguments.to, scale.to);
    if (scale.to <= scale.from)
        add_fault(faults, {.key = "--to",
                           .found = number_text(scale.to),
                           .expected = "above " + number_text(scale.from) + ", where it starts from"});
    else if (scale.step <= 0 || arguments.from || arguments.to)
        scale.step = step_for(dial, scale);
    if (faults.empty()) round_usual_ends(arguments, scale);
    return scale;
}

Bound asked_bound(const SustainArguments& arguments, Faults& faults) {
    Bound bound;
    if (arguments.at_most.has_value() == arguments.at_least.has_value())
        add_fault(faults, {.key = "--at-most",
                           .found = arguments.at_most ? "given with --at-least" : "not given, nor --at-least",
                           .expected = "one of the two, such as --at-most 20"});
    if (arguments.at_most) bound.most = *arguments.at_most;
    if (arguments.at_least) bound.least = *arguments.at_least;
    return bound;
}

void ensure_enough_futures(const Scenario& scenario, Faults& faults) {
    if (scenario.adds_futures)
        add_fault(faults,
                  {.key = "--replications", .found = "auto", .expected = "a number here, such as 100"});
    if (scenario.replications < fewest_to_sustain)
        add_fault(faults, {.key = "--replications",
                           .found = std::to_string(scenario.replications),
                           .expected = "at least " + std::to_string(fewest_to_sustain) +
                                       ", of which 9 in 10 can be taken"});
}

ExitCode say_interrupted(const SustainArguments& arguments) {
    say("Interrupted: nothing is kept. To start again: " + arguments.run.command_line);
    return exit_interrupted;
}

ExitCode search_and_print(SustainQuestion& question, const SustainArguments& arguments) {
    std::atomic<bool>& stop = interruption();
    if (!arguments.run.quiet) question.search.progress = terminal_for_progress();
    const TurningOutcome outcome = find_turning_points(
        question.search,
        [&] {
            return AuthorityTrials(*question.scenario, {*question.alternative, *question.dial},
                                   question.measure, stop);
        },
        stop);
    if (outcome.interrupted) return say_interrupted(arguments);
    SustainAnswer answer = answer_of(question, outcome);
    if (!answer.is_enough()) {
        say(too_few_words(question, answer));
        const bool is_our_fault = answer.futures + answer.failed >= fewest_to_sustain;
        return is_our_fault ? exit_our_fault : exit_input_wrong;
    }
    answer.beside = look_beside(question, answer, outcome, stop);
    if (stop) return say_interrupted(arguments);
    std::cout << (arguments.run.as_json ? sustain_json(question, answer)
                                        : sustain_text(question, answer, line_width()));
    return exit_done;
}

}  // namespace

ExitCode sustain(const SustainArguments& arguments) {
    SustainQuestion question;
    const MeasureRow* row = nullptr;
    // Without a question it is today's policy in the typical authority, or in the one chosen. All that is
    // asked is looked at in each reading, so that no fit of one's own figures is made for a mistake.
    const Reading reading = read_with_own_fit(arguments.run, [&](const Choices& choices) {
        Reading read = arguments.run.file.empty() ? read_question_text("", "{}", choices)
                                                  : read_question(arguments.run.file, choices);
        const bool is_read = read.is_good();
        row = find_asked_measure(arguments.measure, read.faults);
        question.search.bound = asked_bound(arguments, read.faults);
        question.dial = find_asked_dial(arguments.vary, read.faults);
        if (!is_read) return read;
        ensure_there_is(arguments.run.alternative, read.scenario, read.faults);
        ensure_enough_futures(read.scenario, read.faults);
        if (question.dial != nullptr)
            question.search.scale = asked_scale(arguments, *question.dial, read.scenario, read.faults);
        return read;
    });
    if (!reading.is_good()) {
        say_faults(reading.faults);
        return exit_input_wrong;
    }
    question.scenario = &reading.scenario;
    question.alternative =
        &reading.scenario.alternatives[place_of_alternative(reading.scenario, arguments.run.alternative)];
    question.measure = row->measure;
    question.search.futures = reading.scenario.replications;
    question.search.ranks = ranks_that_matter(reading.scenario.replications);
    question.search.threads = arguments.run.threads;
    return search_and_print(question, arguments);
}

}  // namespace headroom
