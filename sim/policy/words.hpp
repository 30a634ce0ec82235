// The closed word lists that policies and shocks use.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/families/stage.hpp"

namespace headroom {

// Where the work goes that a limit keeps off a worker.
enum class Overflow : std::uint8_t { waiting_list, duty, manager_held, raised_threshold, agency };
constexpr std::array<std::string_view, 5> overflow_words = {"waiting_list", "duty", "manager_held",
                                                            "raised_threshold", "agency"};

// What a caseload limit counts.
enum class CountedUnit : std::uint8_t { children, families };
constexpr std::array<std::string_view, 2> counted_unit_words = {"children", "families"};

// Who gets the next family, among those with room.
enum class AllocationChoice : std::uint8_t {
    least_loaded,
    lowest_weighted_load,
    shortest_diary,
    round_robin,
    continuity_first,
    skill_matched,
};
constexpr std::array<std::string_view, 6> allocation_choice_words = {
    "least_loaded", "lowest_weighted_load", "shortest_diary",
    "round_robin",  "continuity_first",     "skill_matched"};

// What a scenario may schedule from outside the authority's own choices.
enum class ShockKind : std::uint8_t {
    referral_surge,
    inspection,
    inadequate_judgement,
    it_outage,
    director_leaving,
    manager_leaving,
    hiring_freeze,
    pay_change,
    reorganisation,
    threshold_change,
    newly_qualified_cohort,
    managed_agency_team,
    partner_delay,
    inspection_regime,
};
constexpr std::array<std::string_view, 14> shock_words = {
    "referral_surge",   "inspection",       "inadequate_judgement",   "it_outage",
    "director_leaving", "manager_leaving",  "hiring_freeze",          "pay_change",
    "reorganisation",   "threshold_change", "newly_qualified_cohort", "managed_agency_team",
    "partner_delay",    "inspection_regime"};

}  // namespace headroom
