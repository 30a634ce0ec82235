#pragma once

#include <span>
#include <string_view>

#include "sim/policy/field.hpp"
#include "sim/policy/load.hpp"

namespace headroom {

// A limit on new work: so many in a month of 20 working days, or one new for every so many open.
struct IntakeLimit {
    static constexpr std::string_view name = "intake";
    static constexpr std::string_view meaning =
        "so many new cases a month, or one new for every so many open";
    double new_per_month = 8;
    double open_per_new = 0;  // above 0: one new for every so many open, instead of the number a month
    double children = 0;      // above 0: an upper limit on all held besides
    static std::span<const Field<IntakeLimit>> fields();

    bool has_room(const WorkerLoad& worker, const FamilyLoad& family) const {
        const double most_new =
            open_per_new > 0 ? worker.held / open_per_new : personal_limit(new_per_month, worker);
        const bool stock_fits =
            children <= 0 || worker.held + family.size <= personal_limit(children, worker);
        return worker.held == 0 || (stock_fits && worker.new_this_month < most_new);
    }
    bool is_over(const WorkerLoad& worker) const {
        return children > 0 && worker.held > personal_limit(children, worker);
    }
};

}  // namespace headroom
