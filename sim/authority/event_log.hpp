// What happened in one future, entry by entry: families, their work, and workers.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/working_time.hpp"
#include "sim/families/stage.hpp"

namespace headroom {

// What an entry of the log tells.
enum class EntryKind : std::uint8_t {
    family_open,  // as the run begins
    referred,
    stage_begins,
    enquiry_begins,
    enquiry_ends,
    court_begins,
    court_ends,
    crisis,
    loses_worker,
    waits,        // for a worker, from now on
    waits_on,     // for another reason, or on another list
    allocated,    // to a worker
    turned_away,  // with a need unmet
    closing,      // only the closing summary is left
    family_closed,
    task_done_before,  // while the service settled, though it fell due in the run
    task_done,
    task_given_up,   // never done: missed, or no longer wanted
    task_open,       // still open as the run ends
    worker_in_post,  // as the run begins
    worker_joins,
    becomes_permanent,  // an agency worker takes the post
    gives_notice,
    absent,
    back,
    moves_team,
    first_year_ends,  // of a newly qualified worker
    worker_leaves,
    day_counted,  // a working day has begun, those who wait are counted
};
constexpr std::array<std::string_view, 29> entry_kind_words = {
    "family_open",      "referred",          "stage_begins",  "enquiry_begins", "enquiry_ends",
    "court_begins",     "court_ends",        "crisis",        "loses_worker",   "waits",
    "waits_on",         "allocated",         "turned_away",   "closing",        "family_closed",
    "task_done_before", "task_done",         "task_given_up", "task_open",      "worker_in_post",
    "worker_joins",     "becomes_permanent", "gives_notice",  "absent",         "back",
    "moves_team",       "first_year_ends",   "worker_leaves", "day_counted"};

// Why: of a wait, of a family's loss of its worker, of an absence, of work left undone, of a referral, of
// help refused.
enum class EntryReason : std::uint8_t {
    none,
    awaiting_manager,
    over_limit,
    no_suitable_worker,
    worker_absent,
    worker_left,
    worker_sick,
    worker_moved,
    stage_elsewhere,  // the new stage is another team's, or beyond a newly qualified worker
    reorganised,
    on_leave,
    in_training,
    sick,
    no_worker,         // the family had none when the work was due
    stretched,         // it had one, with too little time
    within_year,       // referred again within 12 months
    raised_threshold,  // turned away: see TurnedAway
    early_closure,
    not_in_need,
    no_plan,
    no_enquiry,
    no_conference,
};
constexpr std::array<std::string_view, 22> entry_reason_words = {
    "none",        "awaiting_manager", "over_limit",    "no_suitable_worker", "worker_absent",
    "worker_left", "worker_sick",      "worker_moved",  "stage_elsewhere",    "reorganised",
    "on_leave",    "in_training",      "sick",          "no_worker",          "stretched",
    "within_year", "raised_threshold", "early_closure", "not_in_need",        "no_plan",
    "no_enquiry",  "no_conference"};

// Where a family is, in the log's words; see Place.
enum class LoggedPlace : std::uint8_t { front_door, waiting, duty, manager_held, held, with_others, nowhere };
constexpr std::array<std::string_view, 7> place_words = {
    "front_door", "waiting", "duty", "manager_held", "held", "with_others", "nowhere"};

// A worker's part, in the log's words; see Role.
constexpr std::array<std::string_view, 6> role_words = {"newly_qualified", "social_worker", "senior",
                                                        "agency",          "manager",       "other"};
constexpr std::array<std::string_view, severity_count> severity_words = {"low", "moderate", "high", "acute"};
constexpr std::array<std::string_view, 10> work_words = {
    "visit", "liaison", "review", "main", "enquiry", "court", "crisis", "record", "handover", "sign_off"};

constexpr std::int32_t no_one = -1;

// One entry. An entry of a family bears where it is: stage, place, team and, in `worker`, whom it is with, or
// in `reason` why it waits. Its place changes only with waits, waits_on, allocated and family_closed, which
// bear the new one; the loss of a worker bears whom it was with, and why it is not any more, and help refused
// bears how.
struct LogEntry {
    Minutes time = 0;
    EntryKind kind = EntryKind::day_counted;
    EntryReason reason = EntryReason::none;
    LoggedPlace place = LoggedPlace::nowhere;
    Stage stage = Stage::closed;
    std::int8_t work = no_one;     // which kind, of a task
    std::int16_t team = no_one;    // the family's or the worker's
    std::int32_t family = no_one;  // its place in EventLog::families
    std::int32_t worker = no_one;  // their place in EventLog::workers
    Minutes refers_to = 0;         // a task's due time, since when a family waited, until when an absence or
                                   // a notice lasts
    std::int32_t planned_minutes = 0;
    double unmet_hours = 0;

    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

// A family of the log: the same number is the same family under every policy, from a million on one that was
// closed before the run began and came back.
struct LoggedFamily {
    std::int32_t number;
    std::uint8_t children;
    Severity severity;

    friend bool operator==(const LoggedFamily&, const LoggedFamily&) = default;
};

// A worker of the log, as they came.
struct LoggedWorker {
    std::uint8_t role;
    float fte;
    std::int16_t team;

    friend bool operator==(const LoggedWorker&, const LoggedWorker&) = default;
};

// Everything that happened in one future under one policy, in order of time.
struct EventLog {
    std::uint32_t future = 0;
    std::vector<std::string> teams;  // names: "Safeguarding 2"
    std::vector<LoggedFamily> families;
    std::vector<LoggedWorker> workers;
    std::vector<LogEntry> entries;

    friend bool operator==(const EventLog&, const EventLog&) = default;
};

}  // namespace headroom
