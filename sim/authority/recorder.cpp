#include "sim/authority/recorder.hpp"

#include "sim/authority/watched_families.hpp"
#include "sim/authority/watched_workers.hpp"
#include "sim/authority/world.hpp"

namespace headroom {

namespace {

static_assert(entry_kind_words.size() == static_cast<std::size_t>(EntryKind::day_counted) + 1);
static_assert(entry_reason_words.size() == static_cast<std::size_t>(EntryReason::no_conference) + 1);
static_assert(place_words.size() == static_cast<std::size_t>(Place::nowhere) + 1);
static_assert(role_words.size() == static_cast<std::size_t>(Role::other) + 1);
static_assert(work_words.size() == lanes_per_family);

std::vector<std::string> names_of(const std::vector<Team>& teams) {
    constexpr std::string_view kinds[team_kind_count] = {"Front door", "Assessment", "Safeguarding",
                                                         "Looked after", "Patch"};
    std::vector<std::string> names;
    for (const Team& team : teams) {
        int of_kind = 0, before = 0;
        for (const Team& other : teams) {
            of_kind += other.home_kind == team.home_kind;
            before += other.home_kind == team.home_kind && &other <= &team;
        }
        names.emplace_back(kinds[static_cast<int>(team.home_kind)]);
        if (of_kind > 1) names.back() += " " + std::to_string(before);
    }
    return names;
}

// Whether an event of this kind can change a worker's presence, post or team.
bool moves_workers(EventKind kind) {
    switch (kind) {
        case EventKind::month_turns:
        case EventKind::day_begins:
        case EventKind::worker_leaves:
        case EventKind::presence_changes:
        case EventKind::post_step:
        case EventKind::worker_week: return true;
        case EventKind::referral:
        case EventKind::family_returns:
        case EventKind::family_tick:
        case EventKind::crisis:
        case EventKind::enquiry_timer:
        case EventKind::main_timer:
        case EventKind::work_falls_due:
        case EventKind::task_done:
        case EventKind::count: break;
    }
    return false;
}

// One run under record: the model lists what its work came to while this lives.
class Recorder {
public:
    Recorder(World& world, EventLog& log)
        : world_(world), log_(log), workers_(world, log), families_(world, workers_, log) {
        world.outcomes = &outcomes_;
    }
    ~Recorder() { world_.outcomes = nullptr; }
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    void note_what_came_of(Event event) {
        const EventKind kind = static_cast<EventKind>(event.kind());
        const bool alone = concerns_one_family(event) && !places_have_changed();
        note_outcomes(kind == EventKind::task_done ? workers_.person(event.id()) : no_one);
        const bool workers_changed = moves_workers(kind) && workers_.compare();
        const bool nobodys = kind == EventKind::presence_changes ||
                             (kind == EventKind::worker_week && !workers_changed && !places_have_changed());
        if (!nobodys && (!alone || families_.compare(family_))) families_.compare();
        workers_.forget_changes();
        note_totals();
        if (kind == EventKind::day_begins) note_day();
    }
    void note_outcomes(std::int32_t doer) {
        for (const TaskOutcome& task : outcomes_.tasks) families_.note_outcome(task, doer);
        for (const HelpRefused& refused : outcomes_.refused) families_.note_refused(refused);
        outcomes_.tasks.clear();
        outcomes_.refused.clear();
    }

private:
    // What changes whenever a family comes, goes or begins to wait.
    struct Totals {
        int open = 0, unallocated = 0;

        friend bool operator==(const Totals&, const Totals&) = default;
    };

    // Most events concern one family, and only it is looked at: through all of them after every event, a
    // county of 10,000 open families took minutes. All are looked through when the totals have changed, when
    // the one has changed places, which may have made room for another, and every morning.
    bool concerns_one_family(Event event) {
        const EventKind kind = static_cast<EventKind>(event.kind());
        if (kind == EventKind::task_done) {
            for (const TaskOutcome& outcome : outcomes_.tasks) {
                family_ = outcome.family;
                if (outcome.done) return true;
            }
            return false;
        }
        family_ = kind == EventKind::work_falls_due ? family_of(event.id()) : event.id();
        return kind >= EventKind::family_tick && kind <= EventKind::work_falls_due;
    }
    Totals totals() const { return {world_.state.families_open, world_.state.children_unallocated}; }
    bool places_have_changed() const { return totals() != totals_; }
    void note_totals() { totals_ = totals(); }

    // The day's counts are taken at the end of this event, before anything else in its minute.
    void note_day() {
        LogEntry entry;
        entry.time = world_.state.now;
        log_.entries.push_back(entry);
    }

    World& world_;
    EventLog& log_;
    Totals totals_ = totals();
    std::uint32_t family_ = 0;  // whom the event concerns
    Outcomes outcomes_;
    WatchedWorkers workers_;
    WatchedFamilies families_;
};

}  // namespace

RecordedRun record_run(Authority& authority, const Branch& branch, std::uint32_t future) {
    World& world = authority.world();
    authority.begin(branch);
    RecordedRun run;
    run.log.future = future;
    run.log.teams = names_of(world.state.teams);
    Recorder recorder(world, run.log);
    while (const std::optional<Event> event = authority.step()) recorder.note_what_came_of(*event);
    run.series = authority.finish();
    recorder.note_outcomes(no_one);
    return run;
}

}  // namespace headroom
