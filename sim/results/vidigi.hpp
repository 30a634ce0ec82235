// The event log in the columns that vidigi animates (https://github.com/hsma-tools/vidigi), a Python package.
#pragma once

#include <string>
#include <string_view>

#include "sim/futures/study_results.hpp"

namespace headroom {

// Comma-separated values, a header line first. An entity is one referral of a family, from its arrival to its
// departure: screened, on a list (queue), with a worker (resource_use to resource_use_end, resource_id the
// worker's number). Time is in working minutes, `timestamp` the day,
// `pathway` how much help the family needs. Who is open as the run begins arrives
// then; who is open as it ends departs then, with "open" in the column `ended`. The results must hold a log.
std::string vidigi_csv(const StudyResults& results);

// Its header line.
std::string_view vidigi_columns();

}  // namespace headroom
