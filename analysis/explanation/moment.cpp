#include "analysis/explanation/moment.hpp"

#include "analysis/explanation/story.hpp"

namespace headroom {

namespace {

constexpr int plain_social_worker = 1;  // among role_words

}  // namespace

Moment Moment::before(const EventLog& log, Minutes time) {
    Moment moment(log);
    for (const LogEntry& entry : log.entries) {
        if (entry.time >= time) break;
        moment.follow(entry);
    }
    return moment;
}

void Moment::follow(const LogEntry& entry) {
    if (entry.kind > EntryKind::task_open) {
        if (entry.worker != no_one) follow_worker(entry);
        return;
    }
    // Work done by duty bears who did it, not whom the family is with.
    if (is_task(entry.kind) || entry.kind == EntryKind::loses_worker) return;
    if (entry.kind == EntryKind::turned_away) return;  // bears why, and not why the family waits
    const LogEntry*& last = families[static_cast<std::size_t>(entry.family)];
    if (last != nullptr) count_held(*last, -1);
    count_held(entry, +1);
    last = &entry;
    const bool tells_since = entry.kind == EntryKind::family_open || entry.kind == EntryKind::waits ||
                             entry.kind == EntryKind::waits_on;
    if (tells_since) waiting_since[static_cast<std::size_t>(entry.family)] = entry.refers_to;
}

void Moment::count_held(const LogEntry& entry, int sign) {
    if (entry.place != LoggedPlace::held || entry.worker == no_one) return;
    WorkerThen& worker = workers[static_cast<std::size_t>(entry.worker)];
    worker.children += sign * log_->families[static_cast<std::size_t>(entry.family)].children;
    worker.families += sign;
}

void Moment::follow_worker(const LogEntry& entry) {
    WorkerThen& worker = workers[static_cast<std::size_t>(entry.worker)];
    if (entry.team != no_one) worker.team = entry.team;
    const EntryKind kind = entry.kind;
    if (kind == EntryKind::worker_in_post || kind == EntryKind::worker_joins) {
        worker.employed = true;
        worker.role = log_->workers[static_cast<std::size_t>(entry.worker)].role;
    } else if (kind == EntryKind::becomes_permanent || kind == EntryKind::first_year_ends) {
        worker.role = static_cast<std::uint8_t>(plain_social_worker);
    } else if (kind == EntryKind::gives_notice) {
        worker.in_notice = true;
    } else if (kind == EntryKind::absent) {
        worker.away = true;
        worker.reason = entry.reason;
        worker.until = entry.refers_to;
    } else if (kind == EntryKind::back) {
        worker.away = false;
    } else if (kind == EntryKind::worker_leaves) {
        worker.employed = worker.away = false;
    }
}

}  // namespace headroom
