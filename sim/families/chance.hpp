// What each keyed draw is for. The numbers are part of the results: never reorder, only add.
#pragma once

#include <cstdint>

namespace headroom {

enum Purpose : std::uint32_t {
    arrival = 1,
    family_traits,
    screening_outcome,
    assessment_course,
    assessment_outcome,
    enquiry_outcome,
    conference_timing,
    plan_need,
    review_timing,
    review_outcome,
    care_stay,
    care_end,
    brief_help_course,
    crisis_chance,
    partner_reply,
    return_time,
    early_years,
    starting_position,
    starting_closed,
    worker_traits,
    leave_spells,
    sickness,
    leaving,
    internal_move,
    hiring,
    agency_cover,
    agency_stay,
    demand_year,
    inspection_sample,
    reorganising,
    inspection_timing,
    holding_up,
    held_by_others,
    weather_year,
    update_at_review,
    // the hours of a task: one purpose for each kind of work, keyed by its due time
    task_hours = 64,
};

}  // namespace headroom
