// A recorded future as a results file would hold it.
#pragma once

#include <utility>

#include "sim/futures/study_results.hpp"
#include "tests/authority/recorded.hpp"

namespace headroom {

inline StudyResults study_of(RecordedRun run, int months = recorded_months) {
    StudyResults results;
    results.point_names = {"Limit 11"};
    results.replications = 1;
    results.months = months;
    results.teams = run.series.teams();
    results.start = {2025, 4, 1};
    results.seed = 17;
    results.created_by = "headroom run limit.json";
    results.headroom_version = "0.1.0";
    results.git_commit = "0123456789";
    results.series.push_back(std::move(run.series));
    results.log = std::move(run.log);
    return results;
}

}  // namespace headroom
