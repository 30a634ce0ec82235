// Which draw of its purpose a decision takes. A draw belongs to an entity, a purpose (chance.hpp) and an
// ordinal; a purpose that serves several decisions, or one again and again, has the ordinals here. They are
// part of the results: a new decision takes ordinals that no other has (tests/families/draw_ordinals.cpp).
#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/engine/working_time.hpp"
#include "sim/families/family.hpp"

namespace headroom {

// --- assessment_course, holding_up, partner_reply: once for an assessment and once for each update of it
// (which follows a plan, so that plans are counted too).
inline std::uint32_t assessment_ordinal(const Family& family) {
    constexpr std::uint32_t for_each_episode = 64, for_each_plan = 4;
    return family.episode * for_each_episode + family.plan * for_each_plan + (family.is(reassessing) ? 1 : 0);
}
inline std::uint32_t second_visit_ordinal(const Family& family) {
    return assessment_ordinal(family) + 2;
}
inline std::uint32_t first_visit_ordinal(const Family& family) {
    constexpr std::uint32_t after_the_others = 3;
    return assessment_ordinal(family) + after_the_others;
}

// --- enquiry_outcome, conference_timing; and assessment_course for the update that an enquiry brings: by the
// family's ticks so far, since an episode may have several enquiries.
inline std::uint32_t enquiry_ordinal(const Family& family) {
    constexpr std::uint32_t for_each_plan = 1 << 8, for_each_tick = 1 << 16;
    return family.episode + family.plan * for_each_plan + family.tick * for_each_tick;
}
// partner_reply, beside those of assessments.
inline std::uint32_t enquiry_reply_ordinal(const Family& family) {
    constexpr std::uint32_t beyond_assessments = 1'000'000'007;
    return enquiry_ordinal(family) + beyond_assessments;
}

// --- crisis_chance.
inline std::uint32_t tick_ordinal(const Family& family) {
    constexpr std::uint32_t for_each_episode = 1 << 16;
    return family.episode * for_each_episode + family.tick;
}

// --- review_timing, review_outcome, update_at_review: reviews are counted within their plan, up to the most.
constexpr std::uint8_t most_reviews = 63;
inline std::uint32_t review_ordinal(const Family& family) {
    constexpr std::uint32_t for_each_plan = most_reviews + 1;
    return family.plan * for_each_plan + family.review;
}

// --- brief_help_course: whether a visit of brief help is the last, by the worker's contacts; and, past the
// last of these, whether it goes on lightly for long.
constexpr std::uint32_t most_brief_visits = 62;
constexpr std::uint32_t brief_help_for_each_episode = 64;
inline std::uint32_t brief_visit_ordinal(const Family& family) {
    return family.episode * brief_help_for_each_episode +
           std::min<std::uint32_t>(family.contacts, most_brief_visits);
}
inline std::uint32_t light_help_ordinal(const Family& family) {
    return family.episode * brief_help_for_each_episode + most_brief_visits + 1;
}

// --- task_hours of an assessment's steps: several may be due at one time. Other tasks take their due time.
inline Minutes step_hours_ordinal(Minutes due, int step) {
    constexpr std::uint32_t apart = 7919;
    return static_cast<Minutes>(static_cast<std::uint32_t>(due) + static_cast<std::uint32_t>(step) * apart);
}

// --- starting_position: of families of the first day, and of posts.
enum StartingDraw : std::uint32_t {
    starting_traits,
    starting_history,
    starting_plan,
    starting_care,
    starting_care_phases,
    starting_assessment,
    starting_light_help,
    starting_worker,  // entity: the post
};
// By the post's number: the order in which posts are vacant. It is also that of `starting_history`, so a
// family and a post of the same number share a draw.
constexpr std::uint32_t vacancy_order_ordinal = starting_history;
constexpr std::uint32_t most_plan_age_attempts = 40;
inline std::uint32_t plan_age_ordinal(std::uint32_t attempt) {
    constexpr std::uint32_t after_the_others = 16;
    return after_the_others + attempt;
}

// --- the entity of whoever holds a post as the so manieth, agency workers apart (agency_entity).
inline std::uint32_t worker_entity(std::uint32_t post, std::uint32_t holder) {
    constexpr int bits_of_holder = 10;
    constexpr std::uint32_t most_holders = (1 << bits_of_holder) - 1;
    return post << bits_of_holder | (holder & most_holders);
}

// --- worker_traits: of a worker 0 and 1, of a post the others.
enum TraitsDraw : std::uint32_t {
    traits_of_worker,
    caseload_of_senior,
    hours_of_post = 1 << 20,
    seniority_of_post = 1 << 21,
};

// --- sickness: 0 is the worker's phase of the week, weeks count from 1. leaving and internal_move: by week.
constexpr std::uint32_t phase_of_week_ordinal = 0;
constexpr std::uint32_t destination_ordinal = 1 << 20;  // leaving
inline std::uint32_t move_ordinal(std::uint16_t week) {
    constexpr std::uint32_t beyond_weeks = 1 << 16;
    return week + beyond_weeks;
}

// --- hiring: a post's campaigns count from 0. A cohort of the newly qualified stands for a post, by month.
constexpr std::uint32_t under_way_ordinal = 0xFFFFFF;  // the campaign that runs as a branch begins
constexpr std::uint32_t cohort_ordinal = 0xFFFF;
inline std::uint32_t cohort_of(int month) {
    constexpr int months_before = 64;
    return static_cast<std::uint32_t>(month + months_before);
}

// --- agency_stay.
enum AgencyStayDraw : std::uint32_t { length_of_stay, conversion, phase_out_of_stay };

// --- inspection_timing: of a year, and of three.
enum InspectionDraw : std::uint32_t { check_of_year, full_of_three_years };

}  // namespace headroom
