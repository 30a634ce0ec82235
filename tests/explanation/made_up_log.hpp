// A log made up by hand: two months of three families and three workers, so that every number can be counted
// on fingers.
#pragma once

#include <algorithm>

#include "sim/futures/study_results.hpp"

namespace headroom {

// Writes entries one after the other; days are working days of the run, April 2025 has 20 of them, May too.
class LogByHand {
public:
    LogByHand() {
        log.future = 3;
        log.teams = {"Assessment", "Safeguarding"};
        log.families = {{7, 2, Severity::high}, {812, 3, Severity::moderate}, {1000045, 1, Severity::low}};
        log.workers = {{1, 1.0f, 1}, {0, 1.0f, 1}, {3, 0.6f, 0}};
    }

    LogEntry& add(double day, EntryKind kind) {
        LogEntry entry;
        entry.time = working_days(day);
        entry.kind = kind;
        log.entries.push_back(entry);
        return log.entries.back();
    }
    void worker(double day, EntryKind kind, std::int32_t worker, double until = 0,
                EntryReason reason = EntryReason::none) {
        LogEntry& entry = add(day, kind);
        entry.worker = worker;
        entry.team = log.workers[static_cast<std::size_t>(worker)].team;
        entry.reason = reason;
        entry.refers_to = working_days(until);
    }
    // A family with nobody, or with the worker named.
    LogEntry& family(double day, EntryKind kind, std::int32_t family, Stage stage) {
        LogEntry& entry = add(day, kind);
        entry.family = family;
        entry.stage = stage;
        entry.team = stage == Stage::assessment || stage == Stage::screening ? 0 : 1;
        entry.place = LoggedPlace::front_door;
        return entry;
    }
    LogEntry& waits(double day, EntryKind kind, std::int32_t id, EntryReason reason, double since) {
        LogEntry& entry = family(day, kind, id, Stage::child_in_need);
        entry.place = LoggedPlace::waiting;
        entry.reason = reason;
        entry.refers_to = working_days(since);
        return entry;
    }
    void held(double day, EntryKind kind, std::int32_t id, Stage stage, std::int32_t worker,
              double since = 0) {
        LogEntry& entry = family(day, kind, id, stage);
        entry.place = LoggedPlace::held;
        entry.worker = worker;
        entry.refers_to = working_days(since);
    }
    void visit(double day, EntryKind kind, std::int32_t id, double due, double unmet, std::int32_t worker) {
        LogEntry& entry = family(day, kind, id, Stage::child_in_need);
        entry.place = worker == no_one ? LoggedPlace::waiting : LoggedPlace::held;
        entry.worker = worker;
        entry.work = 0;
        entry.refers_to = working_days(due);
        entry.planned_minutes = 180;
        entry.unmet_hours = unmet;
        entry.reason = worker == no_one ? EntryReason::no_worker : EntryReason::stretched;
    }

    EventLog log;
};

inline EventLog made_up_log() {
    LogByHand hand;
    for (std::int32_t worker = 0; worker < 3; ++worker) hand.worker(0, EntryKind::worker_in_post, worker);
    hand.held(0, EntryKind::family_open, 0, Stage::child_in_need, 0);
    hand.family(5.5, EntryKind::referred, 1, Stage::screening);
    hand.family(6.5, EntryKind::stage_begins, 1, Stage::assessment);
    LogEntry& manager = hand.waits(6.5, EntryKind::waits, 1, EntryReason::awaiting_manager, 6.5);
    manager.stage = Stage::assessment;
    manager.team = 0;
    hand.held(7, EntryKind::allocated, 1, Stage::assessment, 2, 6.5);
    hand.visit(12.5, EntryKind::task_done, 1, 13, 0, 2);
    hand.worker(18.5, EntryKind::gives_notice, 1, 48.5);
    hand.held(19.5, EntryKind::loses_worker, 1, Stage::assessment, 2);
    hand.log.entries.back().reason = EntryReason::stage_elsewhere;
    hand.waits(19.5, EntryKind::waits, 1, EntryReason::awaiting_manager, 19.5);
    hand.waits(20, EntryKind::waits_on, 1, EntryReason::over_limit, 19.5);
    hand.worker(21.5, EntryKind::absent, 0, 30.5, EntryReason::sick);
    hand.family(23.5, EntryKind::referred, 2, Stage::screening).reason = EntryReason::within_year;
    LogEntry& away = hand.family(24.5, EntryKind::turned_away, 2, Stage::screening);
    away.reason = EntryReason::raised_threshold;
    away.unmet_hours = 6;
    hand.family(24.5, EntryKind::family_closed, 2, Stage::closed).place = LoggedPlace::nowhere;
    hand.worker(30.5, EntryKind::back, 0);
    hand.visit(31.5, EntryKind::task_done, 0, 25.5, 1.5, 0);
    hand.visit(33.5, EntryKind::task_given_up, 1, 28.5, 3, no_one);
    hand.visit(38.5, EntryKind::task_done, 0, 35.5, 0.5, 0);
    for (int day = 0; day < 40; ++day) hand.add(day, EntryKind::day_counted);
    std::stable_sort(hand.log.entries.begin(), hand.log.entries.end(),
                     [](const LogEntry& a, const LogEntry& b) { return a.time < b.time; });
    return hand.log;
}

// The future that the log tells, with the numbers of its second month counted by hand: family 812 waits on
// each of May's 20 working days; 3 hours were waiting, 2 stretched, 6 turned away, of 9 planned and those 6.
inline StudyResults made_up_future() {
    StudyResults results;
    results.point_names = {"Limit 15"};
    results.replications = 1;
    results.months = 2;
    results.teams = 2;
    results.start = {2025, 4, 1};
    results.question = "What would a limit of 15 do?";
    results.created_by = "headroom run limit.json --alternative 2 --only-future 3";
    results.headroom_version = "0.1.0";
    results.git_commit = "0123456789";
    Series series(2, 2);
    series.at(Measure::children_unallocated, 1) = 3;
    series.at(Measure::unmet_per_100, 1) = 100 * 11.0 / 15;
    series.at(Measure::visits_on_time_percent, 1) = 0;
    series.at(Measure::wait_days_mean, 0) = 0;
    results.series.push_back(series);
    results.log = made_up_log();
    return results;
}

}  // namespace headroom
