#pragma once

#include <string>

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// What is to be kept, and what is turned until it no longer is.
struct SustainArguments {
    RunArguments run;
    std::string measure;  // its name, or its row in the answer
    std::string vary;     // a dial's key: "referrals", "posts.add"
    std::optional<double> at_most, at_least;
    std::optional<double> from, to;  // nothing: as suits the dial
};

// `headroom sustain`: the largest demand, smallest workforce or tightest limit at which a measure stays
// within bounds in nine futures of ten, with its interval.
ExitCode sustain(const SustainArguments& arguments);

}  // namespace headroom
