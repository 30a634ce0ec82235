// The limit on what one worker may hold: one rule of several kinds, with where the overflow goes.
#pragma once

#include <cstdint>
#include <variant>

#include "sim/policy/field.hpp"
#include "sim/policy/limits/advisory.hpp"
#include "sim/policy/limits/average.hpp"
#include "sim/policy/limits/by_type.hpp"
#include "sim/policy/limits/hard.hpp"
#include "sim/policy/limits/intake.hpp"
#include "sim/policy/limits/none.hpp"
#include "sim/policy/limits/points.hpp"
#include "sim/policy/words.hpp"

namespace headroom {

// Every kind of limit there is; adding one is a file in limits/ and a word here.
using LimitRule =
    std::variant<NoLimit, AdvisoryLimit, HardLimit, PointsLimit, ByTypeLimit, IntakeLimit, AverageLimit>;

// A limit as an authority writes it: the rule, what it counts, who is exempt, and where the overflow goes.
struct CaseloadLimit {
    LimitRule rule = NoLimit{};
    CountedUnit unit = CountedUnit::children;
    Overflow overflow = Overflow::waiting_list;
    // Families in these stages never wait for room (a bit per Stage). Default: protection plans and
    // looked-after children, which English authorities keep allocated (Cumberland procedures, evidence 7.1).
    std::uint32_t exempt_stages =
        1u << static_cast<int>(Stage::child_protection) | 1u << static_cast<int>(Stage::looked_after);
    double ramp_weeks = 0;  // over which a new starter's limit grows from half to the whole
    static std::span<const Field<CaseloadLimit>> fields();
};

// Whether a worker with this load may take this family.
inline bool has_room(const CaseloadLimit& limit, const WorkerLoad& worker, const FamilyLoad& family) {
    return std::visit([&](const auto& rule) { return rule.has_room(worker, family); }, limit.rule);
}

// Whether nobody has more room once a family has been given to somebody: not where an average is taken of
// those who hold families, or new cases go by those open.
inline bool taking_leaves_less_room(const CaseloadLimit& limit) {
    const IntakeLimit* intake = std::get_if<IntakeLimit>(&limit.rule);
    return !std::holds_alternative<AverageLimit>(limit.rule) &&
           (intake == nullptr || intake->open_per_new <= 0);
}

// Whether a worker stands above the limit (for the measure "share over limit").
inline bool is_over(const CaseloadLimit& limit, const WorkerLoad& worker) {
    return std::visit([&](const auto& rule) { return rule.is_over(worker); }, limit.rule);
}

}  // namespace headroom
