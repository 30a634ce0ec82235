#pragma once

#include <span>
#include <string_view>

#include "sim/policy/field.hpp"
#include "sim/policy/load.hpp"

namespace headroom {

// No limit: the manager allocates at the next allocation point (England's default).
struct NoLimit {
    static constexpr std::string_view name = "none";
    static constexpr std::string_view meaning =
        "no limit: a manager allocates every family at the next allocation point";
    static std::span<const Field<NoLimit>> fields() { return {}; }
    bool has_room(const WorkerLoad&, const FamilyLoad&) const { return true; }
    bool is_over(const WorkerLoad&) const { return false; }
};

}  // namespace headroom
