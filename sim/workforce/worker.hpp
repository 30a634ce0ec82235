// A social worker, the post they fill and the team they belong to.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/engine/working_time.hpp"
#include "sim/workforce/diary.hpp"

namespace headroom {

// Years in post that `leaving_year_1`, `leaving_years_2_3` and `leaving_years_10_on` tell apart.
constexpr double early_tenure_years = 3, settled_tenure_years = 9;

enum class Role : std::uint8_t { newly_qualified, social_worker, senior, agency, manager, other };

// Whether a worker is at work now.
enum class Presence : std::uint8_t { present, on_leave, in_training, sick, gone };

// Marks the keys of agency workers' draws.
constexpr std::uint32_t agency_entity = 1u << 30;

// A worker in a post: permanent (an even number) or agency (the odd number after it). What every task and
// every day looks at comes first, in one cache line.
struct alignas(64) Worker {
    std::uint32_t entity = 0;
    std::uint32_t task = no_task;
    Minutes started_at = 0;
    Minutes finish_at = never;
    float rate = 0;       // casework minutes done in a minute of being present
    float base_rate = 0;  // the same without overtime
    float owed = 0;       // minutes present that other duties take before the next task
    float fte = 1;
    Minutes next_week = never;
    Minutes presence_at = never;  // next change between present and absent
    Minutes absent_since = 0;
    std::uint16_t team = 0;
    std::uint16_t children = 0;
    Role role = Role::other;
    Presence presence = Presence::gone;
    bool choosing = false;  // the next task is being chosen
    bool on_duty = false;
    bool overtime = false;
    bool supervised = true;  // since the last monthly session was due
    bool protected_load = false;
    bool from_60 = false;
    bool mentor = false;
    std::uint8_t giving = 100;  // percent of a task's planned hours, as the diary presses this week
    std::uint8_t given = 100;   // the same of the task in hand

    std::uint16_t week = 0;  // ordinal of the weekly turn
    float strain = 1;
    float support = 1;  // share of the supervision due that was held, lately
    Minutes next_leave = never;
    Minutes joined_at = 0;
    Minutes leaves_at = never;   // end of notice, or of an agency stay
    float experience_years = 0;  // on the day of joining
    float tenure_years = 0;      // in this authority, on the day of joining
    float points = 0;
    float own_share = 1;  // a senior's casework against another's
    std::uint16_t families = 0;
    std::uint16_t assessments = 0;  // children of these in assessment
    std::uint16_t families_assessed = 0;
    std::uint16_t leave_spell = 0;        // ordinal of the spell
    std::array<std::uint8_t, 4> taken{};  // children taken in each of the last four weeks

    bool employed() const { return presence != Presence::gone; }
    bool present() const { return presence == Presence::present; }
    bool holds_cases() const { return role <= Role::agency; }
    bool permanent() const { return (entity & agency_entity) == 0; }
    // An agency worker's stay merely ends.
    bool in_notice() const { return leaves_at != never && permanent(); }
};

enum class PostKind : std::uint8_t { case_holding, managing, other };
constexpr int post_kind_count = 3;

// A funded place: filled by a permanent worker, covered by agency, or vacant.
struct Post {
    float fte = 1;
    std::uint16_t team = 0;
    PostKind kind = PostKind::other;
    bool senior = false;
    bool managed = false;    // of a managed agency team, which was decided: no load ends it
    bool temporary = false;  // for agency only, outside the establishment
    bool closed = false;     // taken out of the establishment
    bool filled = false;
    bool covered = false;
    std::uint16_t incumbent = 0;  // ordinal of the permanent holder
    std::uint16_t cover = 0;      // ordinal of the agency worker
    std::uint16_t campaign = 0;   // ordinal of the recruitment campaign
    Minutes vacant_since = never;
    Minutes campaign_ends = never;
    Minutes cover_arrives = never;
    Minutes temporary_until = never;
};

// A quantity looked at again and again while settling, and its mean then: what is usual.
struct Usual {
    double sum = 0;
    int times = 0;
    void note(double value) {
        sum += value;
        ++times;
    }
    double mean() const { return times > 0 ? sum / times : 0; }
};

// How ready a team is to go on helping, with the load it has: times the usual chances, and the need asked
// for.
struct Readiness {
    double not_in_need = 1;  // that an assessment ends as not in need
    double stepping_up = 1;  // of an enquiry, of a conference after it, of a plan
    double need = 1;         // asked for at the reviews of an in-need plan
};

// How a team's load stands against its usual.
struct Standing {
    Usual ratio;        // hours due over hours available, of its workers
    Usual pressure;     // minutes of work held and waiting for each full-time worker
    double latest = 0;  // pressure, at the last look
    double fte = 0;     // of its employed workers, the same
    Readiness ready;    // with the pressure against its usual, at the last look
};

enum class TeamKind : std::uint8_t { front_door, assessment, safeguarding, looked_after, patch };
constexpr int team_kind_count = 5;

// A team: its manager, its workers, its waiting list and its duty desk.
struct Team {
    TeamKind kind = TeamKind::assessment;
    TeamKind home_kind = TeamKind::assessment;  // what it goes back to when patch teams end
    std::uint16_t manager_post = nobody;
    std::uint16_t duty_worker = nobody;
    std::uint16_t next_in_turn = 0;
    std::uint16_t kept_worker = nobody;  // whose next place is kept
    std::uint32_t kept_for = no_family;  // for this waiting family
    std::uint16_t sharing_manager = 1;   // teams that its manager sees to
    std::uint32_t managed_by = nobody;   // the worker who was its manager, or acted as such, a week ago
    float fte = 0;                       // of its case-holding posts
    std::uint32_t children_held = 0;
    std::uint32_t children_waiting = 0;
    Minutes manager_away_until = -never;  // a manager lost to a shock
    std::vector<std::uint16_t> posts;     // case-holding
    std::vector<std::uint32_t> waiting;   // families, in order of arrival
    Standing standing;                    // its load against its usual
    Diary desk;                           // what duty, or the whole front door, is to do
};

}  // namespace headroom
