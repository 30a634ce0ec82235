// One future of one alternative lived with its event log.
#pragma once

#include <cstdint>

#include "sim/authority/recorder.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// The same families and people, and the same numbers to the last bit, as that future has in a comparison.
// Throws ModelFault.
RecordedRun record_future(const Scenario& scenario, const Alternative& alternative, std::uint32_t number);

}  // namespace headroom
