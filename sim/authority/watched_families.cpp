#include "sim/authority/watched_families.hpp"

namespace headroom {

namespace {

constexpr std::uint16_t told_flags = enquiry_open | in_court | closing | closed_early;

std::uint16_t told(const Family& family) {
    return static_cast<std::uint16_t>(family.flags & told_flags);
}

bool is_unallocated(Place place) {
    return place == Place::waiting || place == Place::duty || place == Place::manager_held;
}

EntryReason reason_of(WaitReason reason) {
    switch (reason) {
        case WaitReason::awaiting_manager: return EntryReason::awaiting_manager;
        case WaitReason::over_limit: return EntryReason::over_limit;
        case WaitReason::no_suitable_worker: return EntryReason::no_suitable_worker;
        case WaitReason::worker_absent: return EntryReason::worker_absent;
    }
    return EntryReason::none;
}

EntryReason reason_of(TurnedAway how) {
    switch (how) {
        case TurnedAway::raised_threshold: return EntryReason::raised_threshold;
        case TurnedAway::early_closure: return EntryReason::early_closure;
        case TurnedAway::not_in_need: return EntryReason::not_in_need;
        case TurnedAway::no_plan: return EntryReason::no_plan;
        case TurnedAway::no_enquiry: return EntryReason::no_enquiry;
        case TurnedAway::no_conference: return EntryReason::no_conference;
    }
    return EntryReason::none;
}

void fill_task(LogEntry& entry, const TaskOutcome& task) {
    entry.work = static_cast<std::int8_t>(task.work);
    entry.refers_to = task.due;
    entry.planned_minutes = task.planned;
    entry.unmet_hours = task.unmet;
    entry.reason = task.waiting ? EntryReason::no_worker : EntryReason::stretched;
}

}  // namespace

WatchedFamilies::WatchedFamilies(const World& world, const WatchedWorkers& workers, EventLog& log)
    : world_(world), workers_(workers), log_(log), seen_(world.state.families.size()) {
    for (const SettledOutcome& outcome : world.settled_outcomes) note_settled(outcome);
    for (std::uint32_t row = 0; row < seen_.size(); ++row) {
        const Family& family = world.state.families[row];
        if (family.place == Place::nowhere) continue;
        seen_[row] = look(number_of(family.entity, family.children, family.severity), family);
        LogEntry entry = entry_of(row, EntryKind::family_open);
        entry.refers_to = family.unallocated() ? family.unallocated_since : family.referred_at;
        log.entries.push_back(entry);
    }
}

void WatchedFamilies::compare() {
    const std::uint32_t rows = static_cast<std::uint32_t>(world_.state.families.size());
    seen_.resize(rows);
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (has_changed(seen_[row], world_.state.families[row])) note_change(row);
    }
}

bool WatchedFamilies::compare(std::uint32_t row) {
    const Family& family = world_.state.families[row];
    if (row >= seen_.size() || !has_changed(seen_[row], family)) return row >= seen_.size();
    const Seen was = seen_[row];
    note_change(row);
    return family.place != was.place || family.worker != was.worker || family.team != was.team;
}

// A free row keeps what its last family was; only an open one is looked into. What stands in the second half
// of the row changes only while the family waits.
bool WatchedFamilies::has_changed(const Seen& was, const Family& family) const {
    if (family.place != was.place) return true;
    if (family.place == Place::nowhere) return false;
    if (family.worker != was.worker || family.stage != was.stage || family.team != was.team ||
        told(family) != was.flags || family.open_work.has(Work::crisis) != was.crisis)
        return true;
    return is_unallocated(family.place) &&
           (family.reason != was.reason || family.unallocated_since != was.unallocated_since);
}

WatchedFamilies::Seen WatchedFamilies::look(std::int32_t number, const Family& family) const {
    return {number,
            family.unallocated_since,
            family.worker,
            told(family),
            family.team,
            family.stage,
            family.place,
            family.reason,
            family.open_work.has(Work::crisis)};
}

// Those closed before the run began have keys of their own: they are numbered from a million.
std::int32_t WatchedFamilies::number_of(std::uint32_t entity, std::uint8_t children, Severity severity) {
    constexpr std::uint32_t million = 1000000;
    const auto [known, is_new] =
        numbers_.try_emplace(entity, static_cast<std::int32_t>(log_.families.size()));
    const std::uint32_t number = entity < closed_entity ? entity : entity - closed_entity + million;
    if (is_new) log_.families.push_back({static_cast<std::int32_t>(number), children, severity});
    return known->second;
}

void WatchedFamilies::note_change(std::uint32_t row) {
    const Family& family = world_.state.families[row];
    Seen was = seen_[row];
    if (was.place == Place::nowhere) {
        was = Seen{};
        was.family = number_of(family.entity, family.children, family.severity);
        was.team = family.team;
        was.stage = Stage::screening;
        was.place = Place::front_door;
        seen_[row] = was;
        LogEntry entry = entry_of(row, EntryKind::referred);
        const Minutes year = working_days(world_.calendar.working_days_per_year());
        if (family.referred_at - family.previous_referral_at <= year) entry.reason = EntryReason::within_year;
        log_.entries.push_back(entry);
    }
    // What changes besides its place is told from where it was.
    if (family.place == Place::nowhere) {
        seen_[row] = look(was.family, family);
        note(row, EntryKind::family_closed);
        return;
    }
    seen_[row].stage = family.stage;
    // What begins with another service is told when the family is there.
    const bool goes_to_others = family.place == Place::with_others && was.place != Place::with_others;
    if (family.stage != was.stage && !goes_to_others) note(row, EntryKind::stage_begins);
    note_flags(row, was);
    note_loss(row, was);
    seen_[row] = look(was.family, family);
    if (goes_to_others) note(row, EntryKind::stage_begins);
    note_place(row, was);
}

void WatchedFamilies::note_flags(std::uint32_t row, const Seen& was) {
    const Seen is = look(was.family, world_.state.families[row]);
    const auto turned = [&](FamilyFlag flag) { return (is.flags & flag) != 0 && (was.flags & flag) == 0; };
    const auto ended = [&](FamilyFlag flag) { return (is.flags & flag) == 0 && (was.flags & flag) != 0; };
    if (turned(enquiry_open)) note(row, EntryKind::enquiry_begins);
    if (ended(enquiry_open)) note(row, EntryKind::enquiry_ends);
    if (turned(in_court)) note(row, EntryKind::court_begins);
    if (ended(in_court)) note(row, EntryKind::court_ends);
    if (is.crisis && !was.crisis) note(row, EntryKind::crisis);
    if (turned(closing)) note(row, EntryKind::closing);
}

void WatchedFamilies::note_loss(std::uint32_t row, const Seen& was) {
    if (was.place != Place::held) return;
    const Family& family = world_.state.families[row];
    const std::int32_t former = workers_.person_before(was.worker);
    if (family.place == Place::held && workers_.person(family.worker) == former) return;
    LogEntry entry = entry_of(row, EntryKind::loses_worker);
    entry.worker = former;
    entry.reason = workers_.reason_for_loss(was.worker, family.stage != was.stage);
    log_.entries.push_back(entry);
}

void WatchedFamilies::note_place(std::uint32_t row, const Seen& was) {
    const Family& family = world_.state.families[row];
    const bool is_held = family.place == Place::held;
    const std::int32_t former = was.place == Place::held ? workers_.person_before(was.worker) : no_one;
    const std::int32_t present = is_held ? workers_.person(family.worker) : no_one;
    if (is_held && former != present) {
        LogEntry entry = entry_of(row, EntryKind::allocated);
        entry.refers_to = is_unallocated(was.place) ? was.unallocated_since : world_.state.now;
        log_.entries.push_back(entry);
    } else if (family.unallocated()) {
        const bool anew = !is_unallocated(was.place) || family.unallocated_since != was.unallocated_since;
        const bool otherwise =
            anew || family.reason != was.reason || family.place != was.place || family.team != was.team;
        if (!otherwise) return;
        LogEntry entry = entry_of(row, anew ? EntryKind::waits : EntryKind::waits_on);
        entry.refers_to = family.unallocated_since;
        log_.entries.push_back(entry);
    }
}

void WatchedFamilies::note_refused(const HelpRefused& refused) {
    LogEntry entry = entry_of(refused.family, EntryKind::turned_away);
    entry.reason = reason_of(refused.how);
    entry.unmet_hours = refused.hours;
    log_.entries.push_back(entry);
}

// Before all else, and of no place: the family may be closed by now. Who did it is not told.
void WatchedFamilies::note_settled(const SettledOutcome& outcome) {
    LogEntry entry;
    entry.time = world_.state.now;
    entry.kind = EntryKind::task_done_before;
    entry.stage = outcome.stage;
    entry.team = outcome.team;
    entry.family = number_of(outcome.entity, outcome.children, outcome.severity);
    fill_task(entry, outcome.task);
    log_.entries.push_back(entry);
}

void WatchedFamilies::note_outcome(const TaskOutcome& outcome, std::int32_t doer) {
    const bool at_end = world_.state.now >= world_.end;
    LogEntry entry = entry_of(outcome.family, outcome.done ? EntryKind::task_done
                                              : at_end     ? EntryKind::task_open
                                                           : EntryKind::task_given_up);
    fill_task(entry, outcome);
    entry.worker = outcome.done ? doer : entry.worker;
    log_.entries.push_back(entry);
}

// As the row was last seen, so that work done before a change bears where the family was.
LogEntry WatchedFamilies::entry_of(std::uint32_t row, EntryKind kind) const {
    const Seen& seen = seen_[row];
    LogEntry entry;
    entry.time = world_.state.now;
    entry.kind = kind;
    entry.place = static_cast<LoggedPlace>(seen.place);
    entry.stage = seen.stage;
    entry.team = seen.team;
    entry.family = seen.family;
    entry.worker = seen.place == Place::held ? workers_.person(seen.worker) : no_one;
    if (is_unallocated(seen.place)) entry.reason = reason_of(seen.reason);
    return entry;
}

}  // namespace headroom
