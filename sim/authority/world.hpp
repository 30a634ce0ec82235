// Everything one authority owns: the rules in force, the state that a branch changes, and what is measured.
// The handlers below are plain functions over it, one file for each story; happen.cpp says who handles what.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "sim/authority/authority.hpp"
#include "sim/authority/events.hpp"
#include "sim/authority/outcomes.hpp"
#include "sim/authority/rules.hpp"
#include "sim/authority/surroundings.hpp"
#include "sim/engine/calendar.hpp"
#include "sim/engine/draws.hpp"
#include "sim/engine/ensure.hpp"
#ifdef HEADROOM_PLAIN_QUEUE
#include "sim/engine/event_queue.hpp"
#endif
#include "sim/engine/calendar_queue.hpp"
#include "sim/families/chance.hpp"
#include "sim/families/family.hpp"
#include "sim/measures/series.hpp"
#include "sim/policy/policy.hpp"
#include "sim/referrals/season.hpp"
#include "sim/settings/setting.hpp"
#include "sim/workforce/worker.hpp"

namespace headroom {

// A week's notice and two of fieldwork.
constexpr int inspection_days = 15;

// More than there are before the first of a run: working days counted with it are never below 0.
constexpr int days_before_any_start = 4096;

// Minutes of work, for the balance: released = delivered + missed + withdrawn + still open.
struct WorkBooks {
    std::int64_t released = 0, delivered = 0, missed = 0, withdrawn = 0;
};

// A second queue stands in for the first in a test: the results must be the same bits.
#ifdef HEADROOM_PLAIN_QUEUE
using ModelQueue = PlainQueue;
#else
using ModelQueue = CalendarQueue;
#endif

// Everything that a branch changes; copied whole from the settled state.
struct State {
    RandomStreams streams{0, 0};
    Minutes now = 0;
    int month = 0;
    bool settling = true;
    ModelQueue queue;
    Minutes near_until = 0;                   // the start of the next month; not beyond the end
    std::vector<std::vector<Event>> drawers;  // by month from the first of settling
    std::vector<Family> families;
    std::vector<Lane> lanes;
    std::vector<std::uint32_t> free_families;
    std::vector<ClosedFamily> closed;
    std::vector<std::uint32_t> free_closed;
    std::vector<Worker> workers;
    std::vector<Diary> diaries;                    // by worker
    std::vector<std::vector<std::uint32_t>> held;  // by worker: families
    std::vector<Post> posts;
    std::vector<Team> teams;
    Usual pressure;     // of the whole authority, as of a team
    double load = 0;    // log of it against its usual, averaged over some months
    Usual supervision;  // share of sessions held
    std::uint32_t next_entity = 0;
    std::uint32_t next_arrival = 0;
    double arrival_reading = 0;
    Surroundings surroundings;
    WorkBooks books;
    int children_unallocated = 0;
    int children_by_stage[stage_count] = {};  // open and not closing
    int children_open = 0;
    int families_open = 0;
    double agency_spent_this_year = 0;
    int posts_added = 0;
    int posts_for_load = 0;  // of these, beside the number decided
    int other_posts_added = 0;
    int managers_added = 0;
    double support_workers = 0;          // full-time equivalents in post
    double agency_before_phase_out = 0;  // full-time equivalents
    int phase_out_since = 0;             // month in which agency cover began to be phased out
    std::vector<Minutes> agency_pool;    // leavers to agencies: when the cool-off is over
    std::vector<std::uint32_t> scratch;  // families, for the inspector's sample
    int days_this_month = 0;
};

struct World {
    Settings today_settings;
    Policy today;
    Calendar calendar;
    int settling_months;  // a first part-month counts as one, before the start and after
    int months;
    int first_day;    // of settling
    Minutes end;      // of the run
    Minutes outlook;  // how far ahead families are kept who will come back

    std::optional<Rules> rules;
    std::vector<Season> settled_seasons;  // by severity: by which returns were timed before the branch
    std::vector<DatedPolicy> today_only;
    std::span<const DatedPolicy> policies;
    std::span<const Shock> shocks;
    const Policy* policy = nullptr;
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
    std::function<bool()> is_over;  // whether to stop in the middle; may be empty

    State state;
    State settled;
    std::vector<Team> former_teams;  // of the future before, last first: for the room in their rows
    Series series;
    Series settled_series;                         // what was done while settling and falls due after
    std::vector<SettledOutcome> settled_outcomes;  // the same, one by one
    Outcomes* outcomes = nullptr;
    std::uint64_t events = 0;
    std::uint64_t events_before_month = 0;
    std::uint64_t events_checked = 0;
    std::size_t most_bytes_per_family = 0;

    World(const Settings& settings, const Policy& policy, Date start, int settling_months, int months);

    const Settings& settings() const { return rules->settings; }
    // In one place: inlined at thirty, the ten rounds pushed the rest of the model out of the instruction
    // cache (4.0 simulated misses an event instead of 2.8).
    [[gnu::noinline]] Draw draw(std::uint32_t entity, Purpose purpose, std::uint32_t ordinal) const {
        return state.streams.draw(entity, purpose, ordinal);
    }
    Lane& lane(std::uint32_t family, Work work) {
        return state.lanes[family * lanes_per_family + static_cast<std::uint32_t>(work)];
    }
    const Lane& lane(std::uint32_t family, Work work) const {
        return state.lanes[family * lanes_per_family + static_cast<std::uint32_t>(work)];
    }
    // Events of a later month lie in that month's drawer until it begins: the queue stays small, its order
    // the same (2,500 returning families and 900 reviews lay in it before; 21 ns an event less).
    void schedule(Minutes time, EventKind kind, std::uint32_t id) {
        const Event event = make_event(time, static_cast<unsigned>(kind), id);
        if (time < state.near_until) {
            state.queue.push(event);
        } else if (time < end) {
            put_into_drawer(event);
        }
    }
    [[gnu::noinline]] void put_into_drawer(Event event) {
        const int month = calendar.month_of(working_day_at(event.time()));
        state.drawers[static_cast<std::size_t>(month + settling_months)].push_back(event);
    }
    // A return this far ahead is kept: for a year beyond the outlook, as long as a surge may yet bring it
    // forward.
    bool may_return_by(Minutes time) const {
        return time < (state.settling ? outlook + working_days(calendar.working_days_per_year()) : outlook);
    }
    // The place of the present month in what is kept by month of the calendar.
    std::size_t month_index() const { return static_cast<std::size_t>(state.month - calendar.first_month()); }
    // The present working day, counted from 1 at the start of settling.
    std::uint16_t day_number() const {
        return static_cast<std::uint16_t>(1 + working_day_at(state.now) - first_day);
    }
    // Called wherever a loop may be long: no loop of set-up goes on for as much as a second without it.
    void stop_if_asked() const {
        if (is_over && is_over()) [[unlikely]]
            throw Stopped{};
    }
    bool measuring() const { return state.month >= 0 && !state.settling; }
    // Adds to a measure in the present month; what happens while settling is not measured.
    void count(Measure measure, double amount) {
        if (measuring()) series.at(measure, state.month) += amount;
    }
};

// --- the loop (happen.cpp)
void run_before(World& world, Event limit);  // every event that comes before `limit`
void run_until(World& world, Minutes end);
void check_books(World& world);  // books.cpp: throws ModelFault when something is in two places or in none

// --- set-up (set_up.cpp, starting_families.cpp)
void set_up(World& world);
void place_starting_families(World& world);
void place_past_closures(World& world);

// --- who asks for help (referral_desk.cpp)
void schedule_next_referral(World& world);
void referral_arrives(World& world);
void family_returns(World& world, std::uint32_t closed);
void screening_done(World& world, std::uint32_t family);
std::uint32_t open_family(World& world);
std::uint8_t draw_children(const World& world, double uniform);

// --- a family's path (path.cpp, closing.cpp, enquiries.cpp, reviews.cpp)
void begin_stage(World& world, std::uint32_t family, Stage stage);
void start_assessment(World& world, std::uint32_t family);
void assessment_step_done(World& world, std::uint32_t family, int step);
void assessment_signed_off(World& world, std::uint32_t family);
void decide_assessment(World& world, std::uint32_t family);
void begin_closing(World& world, std::uint32_t family);
void close_family(World& world, std::uint32_t family);
void turn_away(World& world, std::uint32_t family, TurnedAway how, double hours);
double hours_of_enquiry(const World& world, const Family& family);
double hours_of_brief_help(const World& world, const Family& family);
double hours_of_plan(const World& world, const Family& family, Stage stage);
void brief_visit_done(World& world, std::uint32_t family);
bool enquiry_is_called_for(World& world, std::uint32_t family, double uniform, double usual);
void start_enquiry(World& world, std::uint32_t family);
void update_assessment(World& world, std::uint32_t family, double uniform);  // of an open family
void end_enquiry(World& world, std::uint32_t family);
void enquiry_step_done(World& world, std::uint32_t family, int step);
void enquiry_timer(World& world, std::uint32_t family);
void main_timer(World& world, std::uint32_t family);
void start_court(World& world, std::uint32_t family);
void schedule_review(World& world, std::uint32_t family, Minutes due);
void schedule_first_review(World& world, std::uint32_t family);
void review_falls_due(World& world, std::uint32_t family);
void review_report_ready(World& world, std::uint32_t family);
constexpr Minutes tick_interval = working_days(working_days_in_four_weeks);
void family_tick(World& world, std::uint32_t family);
void crisis_breaks_out(World& world, std::uint32_t family);
void count_stage(World& world, const Family& family, int sign);
void draw_need(World& world, Family& family);
double hours_to_meet_need(const World& world, const Family& family);

// --- work (tasks.cpp, casework.cpp)
// When the oldest open task of a lane is, or was, due. (Work that does not repeat has no interval.)
inline Minutes oldest_due(const World& world, std::uint32_t family, Work work) {
    const Lane& lane = world.lane(family, work);
    const Minutes interval = world.rules->work.of(world.state.families[family].stage, work).interval;
    return lane.due - static_cast<Minutes>(lane.open) * interval;
}
void start_repeating(World& world, std::uint32_t family, Work work, Minutes first_due);
void repeating_falls_due(World& world, std::uint32_t family, Work work);
void release(World& world, std::uint32_t family, Work work, Minutes due, int minutes);
void lengthen(World& world, Lane& lane, int minutes);
void route(World& world, std::uint32_t family, Work work);
void withdraw(World& world, std::uint32_t family, Work work);
void withdraw_all(World& world, std::uint32_t family);
int task_minutes(const World& world, std::uint32_t family, Work work, double one_child, Minutes due);
void miss(World& world, std::uint32_t family, Work work);
void count_open_at_end(World& world);
void choose_next(World& world, std::uint32_t worker);
// Takes up the next task, if the worker is here and has nothing in hand.
inline void start_next(World& world, std::uint32_t worker_id) {
    const Worker& worker = world.state.workers[worker_id];
    if (worker.present() && worker.finish_at == never && !worker.choosing) choose_next(world, worker_id);
}
void suspend(World& world, std::uint32_t worker);
void task_done(World& world, std::uint32_t worker);
float time_for(const World& world, const Worker& worker, std::uint32_t task, float given);
inline bool is_urgent(Work work) {
    return work == Work::crisis || work == Work::enquiry;
}
// Enquiries and crises are never cut short, nor what a manager signs or a family is handed over with.
inline bool keeps_its_hours(Work work) {
    constexpr unsigned kept = 1u << static_cast<int>(Work::enquiry) | 1u << static_cast<int>(Work::crisis) |
                              1u << static_cast<int>(Work::sign_off) | 1u << static_cast<int>(Work::handover);
    return (kept >> static_cast<int>(work) & 1u) != 0;
}
// Of the planned hours of the task in hand.
inline float share_given(const Worker& worker) {
    return static_cast<float>(worker.given) / 100.0f;
}

// --- allocation (allocation.cpp, choice.cpp)
TeamKind team_kind_for(const World& world, Stage stage);
void seek_worker(World& world, std::uint32_t family, WaitReason reason);
void join_list(World& world, std::uint32_t family, std::uint32_t team, WaitReason reason);
void wait_anew(World& world, std::uint32_t family);
void allocate_team(World& world, std::uint32_t team);
void give_to(World& world, std::uint32_t family, std::uint32_t worker);
void leave_place(World& world, std::uint32_t family);
void add_load(World& world, std::uint32_t family, int sign);
std::uint32_t manager_of(const World& world, std::uint32_t team);
bool manager_is_here(const World& world, std::uint32_t team);
bool manager_decides(const World& world, std::uint32_t team);
void hand_on_managers_work(World& world);
bool stands_over_limit(const World& world, std::uint32_t worker);
bool counts_as_protected(const World& world, const Worker& worker);

// With more duties outstanding a manager is overspread: supervision lapses and decisions are put off.
inline bool has_time(const World& world, const Worker& manager) {
    return manager.present() && manager.owed <= world.rules->due.manager_overspread;
}

// --- how load stands against the usual (standing.cpp)
void note_standing(World& world);
void begin_usual(World& world);
void note_wait(World& world, const Family& family);
void average_load(World& world);
// How ready the family's team is to go on helping, as of its last look at its load.
inline const Readiness& readiness(const World& world, const Family& family) {
    return world.state.teams[family.team].standing.ready;
}
std::uint8_t hours_given(const World& world, const Worker& worker, double ratio, double overdue_minutes);

// --- load is shared (sharing.cpp)
void share_load(World& world);
void move_posts(World& world);
void keep_place(World& world, std::uint32_t team);

// --- where the work presses (pressure.cpp)
double team_pressure(const World& world, std::uint32_t team);
std::uint32_t neediest_team(const World& world);
int children_over_limit(const World& world, const Team& team);
bool has_waiting_list(const World& world, const Team& team);

// --- workers come and go (staffing.cpp, hiring.cpp, agency.cpp)
void fill_post(World& world, std::uint32_t post, Role role, bool permanent);
void post_falls_vacant(World& world, std::uint32_t post);
void seek_cover(World& world, std::uint32_t post);
void end_agency_stays(World& world);
void post_step(World& world, std::uint32_t post);
void worker_leaves(World& world, std::uint32_t worker);
void give_notice(World& world, std::uint32_t worker);
void newly_qualified_arrive(World& world, int number);
void adjust_posts(World& world);
void adjust_managers(World& world);
void hire_support_workers(World& world);
double weeks_to_hire(const World& world);
void adjust_temporary_cover(World& world);
// Workers are numbered by 16 bits, two to a post, and those of no worker are taken.
inline bool has_room_for_posts(const State& state) {
    constexpr std::size_t most_posts = 32000;
    return state.posts.size() < most_posts;
}
std::uint32_t add_post(World& world, PostKind kind, std::uint32_t team, Minutes temporary_until = never);
void set_rate(World& world, std::uint32_t worker);
void keep_new_promises(World& world);
void let_go_of_families(World& world, std::uint32_t worker, ChangeCause cause);

// --- a worker's weeks (weeks.cpp)
void worker_week(World& world, std::uint32_t worker);
void presence_changes(World& world, std::uint32_t worker);
void schedule_leave(World& world, std::uint32_t worker);
void fall_sick(World& world, std::uint32_t worker, Minutes until);

// --- days, months and shocks (day.cpp, month_end.cpp, shocks.cpp)
void day_begins(World& world);
void month_turns(World& world);
void close_month(World& world, int month);
void open_drawer(World& world, int month);
void finish_series(World& world);
void begin_branch(World& world);
void feel_shocks(World& world);
Demand demand_by_month(const World& world, const Settings& settings, std::span<const Shock> shocks);
void feel_the_year(const World& world, Surroundings& around);  // weather.cpp

}  // namespace headroom
