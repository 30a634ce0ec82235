// What came of an event, for whoever writes a log.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/working_time.hpp"
#include "sim/families/family.hpp"

namespace headroom {

// What one piece of work came to in the books of unmet need, for whoever writes a log.
struct TaskOutcome {
    std::uint32_t family;  // its row
    Work work;
    bool done;     // otherwise given up, or still open at the end of the run
    bool waiting;  // the family had no worker when it was due
    Minutes due;   // the statutory or promised time
    int planned;   // minutes
    double unmet;  // hours
};

// The same of what was done while settling and falls due after: of a family that may be closed by now.
struct SettledOutcome {
    TaskOutcome task;
    std::uint32_t entity;
    Stage stage;
    Severity severity;
    std::uint8_t team;
    std::uint8_t children;
};

// How a family that needs help comes not to be given it.
enum class TurnedAway : std::uint8_t {
    raised_threshold,
    early_closure,
    not_in_need,    // the assessment ends as not in need, with more on than usual
    no_plan,        // brief help stands in for a plan
    no_enquiry,     // none is called
    no_conference,  // the enquiry ends without one
};

// Help not given, and what it would have been, for whoever writes a log.
struct HelpRefused {
    std::uint32_t family;  // its row
    TurnedAway how;
    double hours;
};

// What came of an event, where it is listed while a log is written.
struct Outcomes {
    std::vector<TaskOutcome> tasks;
    std::vector<HelpRefused> refused;
};

}  // namespace headroom
