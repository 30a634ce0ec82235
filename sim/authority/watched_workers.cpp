#include "sim/authority/watched_workers.hpp"

namespace headroom {

namespace {

EntryReason reason_of(Presence presence) {
    switch (presence) {
        case Presence::on_leave: return EntryReason::on_leave;
        case Presence::in_training: return EntryReason::in_training;
        case Presence::sick: return EntryReason::sick;
        case Presence::present:
        case Presence::gone: break;
    }
    return EntryReason::none;
}

}  // namespace

WatchedWorkers::WatchedWorkers(const World& world, EventLog& log) : world_(world), log_(log) {
    seen_.resize(world.state.workers.size());
    for (std::uint32_t row = 0; row < seen_.size(); ++row) {
        if (!world.state.workers[row].employed()) continue;
        note_arrival(row, EntryKind::worker_in_post);
        note_changes(row, {seen_[row].entity, seen_[row].person, seen_[row].team, seen_[row].role,
                           Presence::present, false});
    }
    before_ = seen_;
}

WatchedWorkers::Seen WatchedWorkers::look(std::uint32_t row) const {
    const Worker& worker = world_.state.workers[row];
    return {worker.entity, seen_[row].person, worker.team,
            worker.role,   worker.presence,   worker.in_notice() && worker.employed()};
}

// An agency worker, the odd row after a post's own, who has become its permanent worker.
bool WatchedWorkers::has_taken_post(std::uint32_t row) const {
    return row % 2 == 0 && row + 1 < before_.size() && before_[row + 1].presence != Presence::gone &&
           !world_.state.workers[row + 1].employed() &&
           world_.state.workers[row].joined_at == world_.state.now;
}

void WatchedWorkers::forget_changes() {
    for (const std::uint32_t row : changed_) before_[row] = seen_[row];
    changed_.clear();
}

bool WatchedWorkers::compare() {
    const std::uint32_t rows = static_cast<std::uint32_t>(world_.state.workers.size());
    seen_.resize(rows);
    before_.resize(rows);
    for (std::uint32_t row = 0; row < rows; ++row) {
        const Seen was = seen_[row];
        const Seen is = look(row);
        if (is == was) continue;
        changed_.push_back(row);
        const bool left = was.presence != Presence::gone && was.entity != is.entity;
        if (left && row % 2 == 1 && is.presence == Presence::gone && has_taken_post(row - 1)) {
            seen_[row] = is;
            continue;
        }
        if (left) note(row, EntryKind::worker_leaves, EntryReason::none, 0);
        seen_[row] = is;
        if (is.presence == Presence::gone) {
            if (!left) note(row, EntryKind::worker_leaves, EntryReason::none, 0);
        } else if (was.presence == Presence::gone || left) {
            const bool takes_post = has_taken_post(row);
            if (takes_post) seen_[row].person = before_[row + 1].person;
            takes_post ? note(row, EntryKind::becomes_permanent, EntryReason::none, 0)
                       : note_arrival(row, EntryKind::worker_joins);
        } else {
            note_changes(row, was);
        }
    }
    return !changed_.empty();
}

void WatchedWorkers::note_arrival(std::uint32_t row, EntryKind kind) {
    const Worker& worker = world_.state.workers[row];
    log_.workers.push_back(
        {static_cast<std::uint8_t>(worker.role), worker.fte, static_cast<std::int16_t>(worker.team)});
    seen_[row] = look(row);
    seen_[row].person = static_cast<std::int32_t>(log_.workers.size()) - 1;
    note(row, kind, EntryReason::none, worker.joined_at);
}

void WatchedWorkers::note_changes(std::uint32_t row, const Seen& was) {
    const Worker& worker = world_.state.workers[row];
    const Seen& is = seen_[row];
    if (is.team != was.team) note(row, EntryKind::moves_team, EntryReason::none, 0);
    if (was.role == Role::newly_qualified && is.role != Role::newly_qualified)
        note(row, EntryKind::first_year_ends, EntryReason::none, 0);
    if (is.in_notice && !was.in_notice)
        note(row, EntryKind::gives_notice, EntryReason::none, worker.leaves_at);
    if (is.presence == was.presence) return;
    if (is.presence == Presence::present) {
        note(row, EntryKind::back, EntryReason::none, 0);
    } else {
        note(row, EntryKind::absent, reason_of(is.presence), worker.presence_at);
    }
}

void WatchedWorkers::note(std::uint32_t row, EntryKind kind, EntryReason reason, Minutes refers_to) {
    LogEntry entry;
    entry.time = world_.state.now;
    entry.kind = kind;
    entry.reason = reason;
    entry.team = static_cast<std::int16_t>(kind == EntryKind::worker_leaves ? seen_[row].team
                                                                            : world_.state.workers[row].team);
    entry.worker = seen_[row].person;
    entry.refers_to = refers_to;
    log_.entries.push_back(entry);
}

EntryReason WatchedWorkers::reason_for_loss(std::uint32_t row, bool stage_changed) const {
    const Worker& worker = world_.state.workers[row];
    if (!worker.employed() || worker.entity != before_[row].entity) return EntryReason::worker_left;
    if (worker.team != before_[row].team) return EntryReason::worker_moved;
    if (stage_changed) return EntryReason::stage_elsewhere;
    return worker.presence == Presence::sick ? EntryReason::worker_sick : EntryReason::reorganised;
}

}  // namespace headroom
