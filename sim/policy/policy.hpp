// What an authority may decide: one value that says every lever, replaced whole when a dated change comes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sim/policy/caseload_limit.hpp"
#include "sim/policy/field.hpp"
#include "sim/policy/words.hpp"

namespace headroom {

// How the team manager gives a waiting family to a worker.
struct AllocationPolicy {
    AllocationChoice choice = AllocationChoice::lowest_weighted_load;
    double every_working_days = 1;  // 0: at once
    static std::span<const Field<AllocationPolicy>> fields();
};

// The use of agency workers. Defaults follow the statutory rules of 31 October 2024.
struct AgencyPolicy {
    double cover_percent = -1;        // share of vacant posts covered; -1: as in the published position
    double most_percent = 100;        // cap on agency / (agency + in post)
    double budget_per_year = -1;      // pounds; -1: no cap
    double price_cap_percent = 1000;  // most paid above an employed worker
    double phase_out_months = 0;      // 0: none
    double experience_years = 3;      // least experience after qualifying
    double cool_off_months = 3;       // before a leaver may come back through an agency
    double notice_weeks = 4;
    double convert_percent = 0;        // agency workers who take the permanent post at the end of their stay
    double managed_teams_allowed = 1;  // 0 or 1
    static std::span<const Field<AgencyPolicy>> fields();
};

// Posts added to (or taken from) the establishment, as case-holding social work posts.
struct PostsPolicy {
    double add = 0;
    double add_percent = 0;      // of today's case-holding posts, filled or not; beside `add`
    double support_workers = 0;  // workers who take recording and travel from social workers
    static std::span<const Field<PostsPolicy>> fields();
};

// How posts are filled.
struct RecruitmentPolicy {
    double weeks_to_hire = -1;            // -1: as the setting says
    double attractiveness_percent = 100;  // multiplies the chance that a campaign ends in an offer taken
    double newly_qualified_per_cohort =
        -1;                           // posts offered to each September and February cohort; -1: as today
    double newly_qualified_more = 0;  // a year, beside those of the cohorts
    double freeze = 0;                // 1: no new campaign starts
    static std::span<const Field<RecruitmentPolicy>> fields();
};

// What is done to keep workers.
struct RetentionPolicy {
    double pay_supplement_percent = 0;
    double workers_per_manager = -1;                 // -1: as the setting says
    double newly_qualified_protection_percent = -1;  // protected caseloads delivered; -1: as the setting says
    double mentoring_senior_posts_percent = 0;       // seniors who mentor and reduce their own casework
    static std::span<const Field<RetentionPolicy>> fields();
};

// What is done at the front door and at the way out.
struct PracticePolicy {
    double raised_threshold_percent =
        0;                     // share of families with need, of low and moderate severity, screened out
    double early_closure = 0;  // 1: a team with a waiting list closes early at reviews
    double early_closure_progress_percent = 60;  // share of the need met at which it does
    double section_20_percent = -1;              // share of care starts by agreement; -1: as the setting says
    double patch_teams = -1;  // 1: generic teams that hold every stage; 0: specialist; -1: as the setting
    static std::span<const Field<PracticePolicy>> fields();
};

// Everything the authority has decided at one time.
struct Policy {
    CaseloadLimit caseload_limit;
    AllocationPolicy allocation;
    AgencyPolicy agency;
    PostsPolicy posts;
    RecruitmentPolicy recruitment;
    RetentionPolicy retention;
    PracticePolicy practice;
};

// A policy in force from the start of a month of the run (0: from today).
struct DatedPolicy {
    int from_month = 0;
    Policy policy;
};

// Something that happens to the authority at a month of the run.
struct Shock {
    ShockKind kind = ShockKind::referral_surge;
    double from_month = 0;
    double months = 0;     // how long; the reader fills in the kind's row where a question says nothing
    double size = 0;       // in the kind's own unit; the same
    double as_severe = 0;  // 1: a surge is as severe as any referrals, not milder
};

// What the documentation knows of a kind of shock.
struct ShockRow {
    ShockKind kind;
    std::string_view size_unit;
    double size, least, most, months;
    std::string_view meaning;
};
std::span<const ShockRow> shock_rows();

}  // namespace headroom
