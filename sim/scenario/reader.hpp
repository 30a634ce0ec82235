// The door for questions: JSON text in, a scenario or every fault of it out.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/choices.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

// A question that was read: its faults, or else a scenario to run.
struct Reading {
    Scenario scenario;
    std::vector<Fault> faults;
    bool is_good() const { return faults.empty(); }
};

Reading read_question(const std::string& path, const Choices& choices = {});

// The same for a text that `file` is said to hold; figures of one's own are looked for beside it.
Reading read_question_text(const std::string& file, const std::string& text, const Choices& choices = {});

}  // namespace headroom
