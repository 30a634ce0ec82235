// What a month's number is made of: whose, how much, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/explanation/story.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// A piece of the number: one family's, for one reason.
struct Cause {
    std::int32_t family = no_one;
    std::int32_t worker = no_one;  // who was to do it; of a wait, nobody
    std::int32_t team = no_one;
    Stage stage = Stage::closed;
    EntryReason reason = EntryReason::none;
    int work = no_one;
    double amount = 0;
};

// A month's number taken apart.
struct Causes {
    double value = 0;          // the measure, added up from the log
    double total = 0;          // what the causes' amounts add up to
    std::string made_of;       // completes "it is made of 5,428 ..."
    std::string unit;          // heads a column
    bool of_work = false;      // made of pieces of work that fell due
    std::vector<Cause> parts;  // by family, then as they came
};

// The measures whose months can be taken apart.
std::vector<Measure> explainable_measures();

// Nothing for a measure that is not among them. `month` is counted from 0.
std::optional<Causes> causes_of(const Story& story, Measure measure, int month);

}  // namespace headroom
