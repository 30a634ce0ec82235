#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

// What the command line says over the question's own words. How each is typed: typed_choices.cpp.
struct Choices {
    std::string authority;               // empty: the question's
    std::string against;                 // the alternative to compare with; empty: the question's
    std::optional<double> months;        // how long to look ahead
    std::optional<double> replications;  // how many futures
    bool adds_futures = false;           // as many as it takes, to this precision; nothing: the usual one
    std::optional<double> precision;
    std::optional<double> seed;
    std::optional<FittedAs> fitted;
    std::vector<std::string> settings;  // "key=value", as if written in the question's "settings"
    std::string own_fit;  // the file of the fit of the question's own figures, once there is one; never typed
};

// Puts the lengths and the seed of the command line in place of the question's, each within the same range.
void apply_choices(const Choices& choices, Scenario& scenario, std::vector<Fault>& faults);

// Changes one setting as in "hours_per_visit=3"; what is wrong with it otherwise.
std::optional<Fault> apply_setting(Settings& settings, const std::string& text);

}  // namespace headroom
