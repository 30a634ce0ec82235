#include "sim/authority/recorder.hpp"

#include "sim/authority/watched_families.hpp"
#include "sim/authority/watched_workers.hpp"
#include "sim/authority/world.hpp"

namespace headroom {

namespace {

static_assert(entry_kind_words.size() == static_cast<std::size_t>(EntryKind::day_counted) + 1);
static_assert(entry_reason_words.size() == static_cast<std::size_t>(EntryReason::within_year) + 1);
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
        const std::int32_t doer = kind == EventKind::task_done ? workers_.person(event.id()) : no_one;
        note_outcomes(doer);
        workers_.forget_changes();
        if (moves_workers(kind)) workers_.compare();
        families_.compare();
        if (kind == EventKind::day_begins) note_day();
    }
    void note_outcomes(std::int32_t doer) {
        for (const TaskOutcome& outcome : outcomes_) families_.note_outcome(outcome, doer);
        outcomes_.clear();
    }

private:
    // The day's counts are taken at the end of this event, before anything else in its minute.
    void note_day() {
        LogEntry entry;
        entry.time = world_.state.now;
        log_.entries.push_back(entry);
    }

    World& world_;
    EventLog& log_;
    std::vector<TaskOutcome> outcomes_;
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
