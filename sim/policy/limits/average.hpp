#pragma once

#include <span>
#include <string_view>

#include "sim/policy/field.hpp"
#include "sim/policy/load.hpp"

namespace headroom {

// A limit on the average, as Indiana's law sets for each of its regions: a worker may stand far above the
// number as long as others stand below it. One region of nineteen met it, with areas averaged and staff
// without cases counted (Indiana annual staffing report, 2019).
struct AverageLimit {
    static constexpr std::string_view name = "average";
    static constexpr std::string_view meaning =
        "the average of all workers may not pass the number; any one of them may";
    double children = 17;
    double whole_authority = 1;  // 0: each team's average for itself
    double everyone_counts = 0;  // 1: workers and managers without a case count too
    static std::span<const Field<AverageLimit>> fields();

    bool has_room(const WorkerLoad& worker, const FamilyLoad& family) const {
        return worker.held == 0 || worker.group_held + family.size <= children * worker.group_fte;
    }
    // Above the number for themselves: what the average hides.
    bool is_over(const WorkerLoad& worker) const { return worker.held > personal_limit(children, worker); }
};

}  // namespace headroom
