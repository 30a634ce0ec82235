// A family on its path, and the work its plan holds: one row each, in columns by place in the table.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include "sim/engine/working_time.hpp"
#include "sim/families/stage.hpp"
#include "sim/families/statutory_days.hpp"

namespace headroom {

constexpr Minutes never = std::numeric_limits<Minutes>::max() / 2;
constexpr std::uint16_t nobody = 0xFFFF;
constexpr std::uint32_t no_family = 0xFFFFFFFF;
// Families who were closed before a run began are numbered from here.
constexpr std::uint32_t closed_entity = 1u << 31;
// Where counts that are kept in one byte stop.
constexpr int most_in_a_byte = std::numeric_limits<std::uint8_t>::max();

// Brothers and sisters referred together: the largest families have no more (`children_per_family`).
constexpr int most_children = 6;

// Where a family stands at this instant: exactly one of these.
enum class Place : std::uint8_t {
    front_door,    // being screened
    waiting,       // needs a worker and has none: on the team's list
    duty,          // the same, and duty does its planned work (overflow "duty")
    manager_held,  // the same, on the manager's own list (overflow "manager_held")
    held,          // by a worker
    with_others,   // open, and held by people who are no case holders here: family support, disability teams
    nowhere,       // the row is free
};

// Why a family has no worker.
enum class WaitReason : std::uint8_t { awaiting_manager, over_limit, no_suitable_worker, worker_absent };

// Why a family comes to another worker.
enum class ChangeCause : std::uint8_t { worker_left, transfer, absence, shared_out };

// The kinds of work a plan may hold at one time: one lane each.
enum class Work : std::uint8_t {
    visit,
    liaison,
    review,
    main,
    enquiry,
    court,
    crisis,
    record,
    handover,
    sign_off
};
constexpr int lanes_per_family = 10;
// Lanes are numbered within an event's id with four bits.
constexpr int lane_bits = 4;

// Steps of the main lane.
enum MainStep : std::uint8_t { screen, first_visit, checks, second_visit, write_up, summary };
// Steps of the enquiry lane.
enum EnquiryStep : std::uint8_t { strategy, enquiries, report, conference_report, conference };

// One kind of work of one family: what is open and when it is, or the next will be, due. Minutes are kept in
// twos, so that a lane is eight bytes.
struct Lane {
    // Repeating work: the due time of the next task to be released (open ones fall before it by one interval
    // each). Other work: the due time of the open task.
    Minutes due = never;
    std::uint32_t planned_twos : 12 = 0;  // of the oldest open task
    std::uint32_t left_twos : 12 = 0;     // of it, still to be done
    std::uint32_t open : 2 = 0;           // tasks released and not done
    std::uint32_t step : 3 = 0;
    std::uint32_t waited : 2 = 0;  // bit k: the k-th oldest open task fell due while the family had no worker
    std::uint32_t in_work : 1 = 0;
    // The most that each of them holds.
    static constexpr std::uint32_t most_twos = 4095, most_open = 3, most_step = 7;

    void set_step(int to) { step = static_cast<std::uint32_t>(to) & most_step; }
    void open_one() { open = (open + 1u) & most_open; }
    // The oldest open task is done with.
    void drop_one() {
        open = (open - 1u) & most_open;
        waited = (waited >> 1) & most_open;
    }
    void mark_waited(std::uint32_t oldest) { waited = (waited | 1u << oldest) & most_open; }

    int planned() const { return static_cast<int>(planned_twos) * 2; }
    int left() const { return static_cast<int>(left_twos) * 2; }
    static std::uint32_t twos_of(int minutes) {
        constexpr int most = most_twos * 2;
        return static_cast<std::uint32_t>((minutes > most ? most : minutes) + 1) / 2;
    }
    void set_minutes(int minutes) {
        const std::uint32_t twos = twos_of(minutes);
        planned_twos = left_twos = (twos < 1 ? 1u : twos > most_twos ? most_twos : twos) & most_twos;
    }
    void add_minutes(int minutes) {
        const std::uint32_t more = twos_of(minutes);
        planned_twos = (planned_twos + more > most_twos ? most_twos : planned_twos + more) & most_twos;
        left_twos = (left_twos + more > most_twos ? most_twos : left_twos + more) & most_twos;
    }
};
static_assert(sizeof(Lane) == 8);

// Some of the kinds of work; a loop visits them in order, as they were when it began.
class WorkSet {
public:
    class Visit {
    public:
        explicit Visit(unsigned bits) : bits_(bits) {}
        Work operator*() const { return static_cast<Work>(std::countr_zero(bits_)); }
        void operator++() { bits_ &= bits_ - 1; }
        bool operator!=(Visit other) const { return bits_ != other.bits_; }

    private:
        unsigned bits_;
    };

    Visit begin() const { return Visit(bits_); }
    Visit end() const { return Visit(0); }
    bool has(Work work) const { return (bits_ >> static_cast<int>(work) & 1u) != 0; }
    void add(Work work) { bits_ = static_cast<std::uint16_t>(bits_ | 1u << static_cast<int>(work)); }
    void remove(Work work) { bits_ = static_cast<std::uint16_t>(bits_ & ~(1u << static_cast<int>(work))); }

private:
    std::uint16_t bits_ = 0;
};

// What is true of a family besides its stage.
enum FamilyFlag : std::uint16_t {
    enquiry_open = 1,       // a section 47 enquiry runs
    in_court = 2,           // care proceedings run
    had_plan = 4,           // a protection plan before this one
    closing = 8,            // only the closing summary is left
    reassessing = 16,       // an open family's update assessment runs
    outcome_plan = 32,      // the conference decided for a plan
    enquired = 64,          // an enquiry has been made in this episode's assessment
    in_need_episode = 128,  // counts as an episode of need
    closed_early = 256,
    adult_at_exit = 512,
    review_prepared = 1024,  // the report is ready, the review is on its day
    overdue_visit = 2048,
    unallocated_spell = 4096,  // has waited for a worker in this episode
    light_help = 8192,         // brief help that is not brief: few visits for a long time
};

// The brothers and sisters referred together, as the service sees them now. What every task looks at comes
// first, in half a cache line.
struct alignas(32) Family {
    std::uint32_t entity = 0;  // the same under every policy: keys its draws
    Minutes last_touched = 0;
    Minutes referred_at = 0;
    float progress = 0;                 // effective visits made towards the plan's need
    std::uint32_t planned_minutes = 0;  // over the run, for the worst-served children
    std::uint16_t worker = nobody;
    std::uint16_t flags = 0;
    WorkSet open_work;  // the lanes with a task open
    std::uint8_t team = 0;
    std::uint8_t children = 1;
    Severity severity = Severity::low;
    Stage stage = Stage::closed;
    Place place = Place::nowhere;
    std::uint8_t contacts = 0;  // visits by the present worker

    Minutes stage_since = 0;
    Minutes unallocated_since = 0;
    Minutes next_tick = never;
    Minutes main_timer = never;
    Minutes enquiry_timer = never;
    Minutes exit_at = never;  // looked after: when the need for care ends; brief help: unused
    std::uint32_t unmet_minutes = 0;
    std::uint16_t tick = 0;  // ordinal of the family tick
    std::uint16_t previous_worker = nobody;

    Minutes previous_referral_at = -never;
    Minutes enquiry_since = never;
    Minutes reassessed_from = never;
    Minutes last_change = -never;    // latest time another worker took over
    Minutes change_before = -never;  // the one before
    float need = 0;
    WaitReason reason : 4 = WaitReason::awaiting_manager;
    ChangeCause change : 4 = ChangeCause::worker_left;  // of the last change of worker, or the one to come
    std::uint8_t episode = 0;                           // ordinal of the referral
    std::uint8_t plan = 0;                              // ordinal of the plan, over all episodes
    std::uint8_t review = 0;                            // ordinal of the review within the plan
    std::uint8_t workers_had = 0;
    std::uint8_t target_days = assessment_days;
    std::uint16_t last_seen = 0;  // working day, counted from the calendar's first; 0: not yet

    bool is(FamilyFlag flag) const { return (flags & flag) != 0; }
    void mark(FamilyFlag flag) { flags = static_cast<std::uint16_t>(flags | flag); }
    void unmark(FamilyFlag flag) { flags = static_cast<std::uint16_t>(flags & ~flag); }
    bool unallocated() const {
        return place == Place::waiting || place == Place::duty || place == Place::manager_held;
    }
};

static_assert(sizeof(Family) == 96);

// What is kept of a closed family that will come back: 20 bytes.
struct ClosedFamily {
    std::uint32_t entity;
    Minutes referred_at;
    Minutes returns_at;
    std::uint8_t children;
    Severity severity;
    std::uint8_t episode;
    std::uint8_t plan;
    std::uint16_t previous_worker;
    std::uint16_t had_plan;
};

}  // namespace headroom
