#pragma once

#include "sim/policy/limits/hard.hpp"

namespace headroom {

// A preferred number, which the manager overrides for urgent families.
struct AdvisoryLimit {
    static constexpr std::string_view name = "advisory";
    static constexpr std::string_view meaning = "a preferred number, overridden for urgent families";
    double children = 18;
    double newly_qualified = 0;
    double senior = 0;
    double agency = 0;
    static std::span<const Field<AdvisoryLimit>> fields();

    HardLimit number() const { return {children, newly_qualified, senior, agency}; }
    bool has_room(const WorkerLoad& worker, const FamilyLoad& family) const {
        return family.urgent || number().has_room(worker, family);
    }
    bool is_over(const WorkerLoad& worker) const { return number().is_over(worker); }
};

}  // namespace headroom
