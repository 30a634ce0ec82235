// Lives one branch of an authority event by event and writes down what changed. The model does not know:
// after each event its rows are compared with what they were.
#pragma once

#include "sim/authority/authority.hpp"
#include "sim/authority/event_log.hpp"

namespace headroom {

// What a recorded run leaves.
struct RecordedRun {
    Series series;
    EventLog log;
};

// Runs all months of one branch from the settled state, to the same bits as Authority::run. Throws ModelFault
// as that does. `future` is the number the log bears.
RecordedRun record_run(Authority& authority, const Branch& branch, std::uint32_t future);

}  // namespace headroom
