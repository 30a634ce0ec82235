// Where things settle in the end, out of runs that start from today: their beginning is left out.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/warm_up.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// The months that still tell of today, over all alternatives together: MSER-5 on the monthly means over
// futures of need unmet, children without a worker and caseload. Rounded up so that whole years remain, since
// referrals have their seasons; not long enough if less than a year would.
WarmUp warm_up_months(const StudyResults& results);

// The alternatives that still move in the second half of the run, as one whose waiting list only grows does
// for ever.
std::vector<std::string> unsettled_alternatives(const StudyResults& results);

// The same results as if they began so many months later. What has one value for a whole run has none, and
// histograms are empty.
StudyResults without_first_months(const StudyResults& results, int months);

}  // namespace headroom
