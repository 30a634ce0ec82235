#pragma once

#include <span>
#include <string_view>

#include "sim/policy/field.hpp"
#include "sim/policy/load.hpp"

namespace headroom {

// Separate limits for assessments and for ongoing work (CWLA: 12 and 17, or 4 with 10 for a mixed load).
struct ByTypeLimit {
    static constexpr std::string_view name = "by_type";
    static constexpr std::string_view meaning = "separate limits for assessments and for ongoing work";
    double assessments = 12;
    double ongoing = 17;
    double newly_qualified_percent = 67;  // of both numbers
    static std::span<const Field<ByTypeLimit>> fields();

    double share(const WorkerLoad& worker) const {
        return personal_limit(worker.newly_qualified ? newly_qualified_percent / 100 : 1, worker);
    }
    bool has_room(const WorkerLoad& worker, const FamilyLoad& family) const {
        const double held = family.assessment ? worker.assessments : worker.held - worker.assessments;
        const double most = family.assessment ? assessments : ongoing;
        return held == 0 || held + family.size <= most * share(worker);
    }
    bool is_over(const WorkerLoad& worker) const {
        return worker.assessments > assessments * share(worker) ||
               worker.held - worker.assessments > ongoing * share(worker);
    }
};

}  // namespace headroom
