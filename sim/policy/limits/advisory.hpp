#pragma once

#include "sim/policy/limits/hard.hpp"

namespace headroom {

// A preferred number, which the manager overrides for urgent families: up to a second number where there is
// one, as in Western Australia (15, exceptionally 18; order in force since 2008).
struct AdvisoryLimit {
    static constexpr std::string_view name = "advisory";
    static constexpr std::string_view meaning = "a preferred number, overridden for urgent families";
    double children = 18;
    double newly_qualified = 0;
    double senior = 0;
    double agency = 0;
    double exceptional = 0;  // the most an urgent family may take a worker to; 0: any number
    static std::span<const Field<AdvisoryLimit>> fields();

    HardLimit number() const { return {children, newly_qualified, senior, agency}; }
    bool has_room(const WorkerLoad& worker, const FamilyLoad& family) const {
        const bool as_preferred = number().has_room(worker, family);
        if (as_preferred || !family.urgent) return as_preferred;
        return exceptional <= 0 || worker.held + family.size <= personal_limit(exceptional, worker);
    }
    bool is_over(const WorkerLoad& worker) const { return number().is_over(worker); }
};

}  // namespace headroom
