#pragma once

#include <span>
#include <string_view>

#include "sim/policy/field.hpp"
#include "sim/policy/load.hpp"

namespace headroom {

// Weighted cases: points by stage and complexity, a fixed part for what is not casework (Wirral: 100 points
// of which 15 fixed, 90 for the newly qualified).
struct PointsLimit {
    static constexpr std::string_view name = "points";
    static constexpr std::string_view meaning =
        "weighted cases: each stage has points per child, complexity adds";
    double points = 100;
    double fixed = 15;
    double newly_qualified = 90;
    // points per child by stage; the work module weighs a family with these
    double assessment = 5;
    double brief_help = 3;
    double child_in_need = 3.5;
    double child_protection = 7;
    double looked_after = 5.5;
    double court = 5;
    double complexity = 1.25;  // multiplies for high and acute severity
    static std::span<const Field<PointsLimit>> fields();

    double limit_of(const WorkerLoad& worker) const {
        return personal_limit((worker.newly_qualified ? newly_qualified : points) - fixed, worker);
    }
    bool has_room(const WorkerLoad& worker, const FamilyLoad& family) const {
        return worker.held == 0 || worker.points + family.points <= limit_of(worker);
    }
    bool is_over(const WorkerLoad& worker) const { return worker.points > limit_of(worker); }
};

}  // namespace headroom
