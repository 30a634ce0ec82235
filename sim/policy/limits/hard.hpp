#pragma once

#include <array>
#include <span>
#include <string_view>

#include "sim/policy/field.hpp"
#include "sim/policy/load.hpp"

namespace headroom {

// No worker is given a family that would take them above the number.
struct HardLimit {
    static constexpr std::string_view name = "hard";
    static constexpr std::string_view meaning = "no worker is given a family that takes them above the limit";
    double children = 18;
    double newly_qualified = 0;  // 0: the same number as for others
    double senior = 0;
    double agency = 0;
    static std::span<const Field<HardLimit>> fields();

    double limit_of(const WorkerLoad& worker) const {
        double most = children;
        if (worker.senior && senior > 0) most = senior;
        if (worker.agency && agency > 0) most = agency;
        if (worker.newly_qualified && newly_qualified > 0) most = newly_qualified;
        return personal_limit(most, worker);
    }
    // A worker with nothing always has room: otherwise a large family could never be held.
    bool has_room(const WorkerLoad& worker, const FamilyLoad& family) const {
        return worker.held == 0 || worker.held + family.size <= limit_of(worker);
    }
    bool is_over(const WorkerLoad& worker) const { return worker.held > limit_of(worker); }
};

}  // namespace headroom
