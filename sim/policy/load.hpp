// What a limit rule may look at: a worker's load and the family that asks for room.
#pragma once

#include <algorithm>

namespace headroom {

// A worker as a limit sees them. Counts are in the unit the limit counts (children or families).
struct WorkerLoad {
    double held;            // all
    double assessments;     // of these, in assessment
    double points;          // weighted
    double new_this_month;  // taken in the last 20 working days
    double fte;             // 0..1
    double ramp;            // 0.5..1: how far a starter is through the ramp
    double group_held;      // of all workers whose average a limit takes; 0 for limits that take none
    double group_fte;       // of these workers
    bool newly_qualified;   // and the protection is delivered
    bool senior;
    bool agency;
};

// The family that needs a worker.
struct FamilyLoad {
    double size;    // in the same unit
    double points;  // weighted
    bool assessment;
    bool urgent;  // s47, court, protection or looked after, or high severity
};

// A whole worker's limit, scaled to hours contracted and to the ramp of a new starter; never below one
// family.
inline double personal_limit(double whole_time, const WorkerLoad& worker) {
    return whole_time * worker.fte * worker.ramp;
}

}  // namespace headroom
