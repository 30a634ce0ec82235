// The door for questions: JSON text in, a scenario or every fault of it out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

// What the command line says over the question's own words.
struct Choices {
    std::string authority;           // --authority; empty: the question's
    std::optional<FittedAs> fitted;  // --one-world, --unfitted
    std::string own_fit;             // the file of the fit of the question's own figures, once there is one
    std::optional<double> months;    // --months
    std::optional<double> replications;  // --replications
    bool adds_futures = false;           // --replications auto
    std::optional<double> seed;          // --seed
    std::vector<std::string> settings;   // --set key=value, as if written in the question's "settings"
    std::string against;                 // --against; empty: the question's
};

// A question that was read: its faults, or else a scenario to run.
struct Reading {
    Scenario scenario;
    std::vector<Fault> faults;
    bool is_good() const { return faults.empty(); }
};

Reading read_question(const std::string& path, const Choices& choices = {});

// The same for a text that `file` is said to hold; figures of one's own are looked for beside it.
Reading read_question_text(const std::string& file, const std::string& text, const Choices& choices = {});

// Changes one setting as in "hours_per_visit=3"; what is wrong with it otherwise.
std::optional<Fault> apply_setting(Settings& settings, const std::string& text);

}  // namespace headroom
