#include <algorithm>

#include "analysis/statistics/json.hpp"
#include "sim/engine/calendar.hpp"
#include "sim/study/recorded_future.hpp"
#include "sim/workshop/told.hpp"

namespace headroom {

namespace {

template <std::size_t Count>
std::string words_told(const std::array<std::string_view, Count>& words) {
    Joined all('[');
    for (const std::string_view word : words) all.add(json_quoted(word));
    return all.closed();
}

std::string all_words_told() {
    return Joined('{')
        .add("kinds", words_told(entry_kind_words))
        .add("reasons", words_told(entry_reason_words))
        .add("places", words_told(place_words))
        .add("stages", words_told(stage_words))
        .add("works", words_told(work_words))
        .add("roles", words_told(role_words))
        .add("severities", words_told(severity_words))
        .closed();
}

// The date of every working day from the first of the run to its last.
std::string days_told(const Scenario& scenario) {
    const Calendar calendar(scenario.start, 0, scenario.months);
    Joined days('[');
    for (int day = 0; day < calendar.month_start(scenario.months); ++day)
        days.add(json_quoted(calendar.date_of(day).to_iso()));
    return days.closed();
}

// What of the log belongs to a team: its workers, the families it had at any time, and all that befell them.
struct OfTeam {
    std::vector<char> families, workers;

    OfTeam(const EventLog& log, int team)
        : families(log.families.size(), team < 0), workers(log.workers.size(), team < 0) {
        for (const LogEntry& entry : log.entries) {
            if (entry.team != team) continue;
            if (entry.family != no_one)
                families[static_cast<std::size_t>(entry.family)] = 1;
            else if (entry.worker != no_one)
                workers[static_cast<std::size_t>(entry.worker)] = 1;
        }
    }
    bool holds(const LogEntry& entry) const {
        if (entry.family != no_one) return families[static_cast<std::size_t>(entry.family)] != 0;
        return entry.worker == no_one || workers[static_cast<std::size_t>(entry.worker)] != 0;
    }
};

std::string entries_told(const EventLog& log, const OfTeam& shown) {
    const auto column = [&](auto value) {
        Joined values('[');
        for (const LogEntry& entry : log.entries) {
            if (shown.holds(entry)) values.add(json_number(value(entry)));
        }
        return values.closed();
    };
    return Joined('{')
        .add("time", column([](const LogEntry& entry) { return entry.time; }))
        .add("kind", column([](const LogEntry& entry) { return static_cast<int>(entry.kind); }))
        .add("reason", column([](const LogEntry& entry) { return static_cast<int>(entry.reason); }))
        .add("place", column([](const LogEntry& entry) { return static_cast<int>(entry.place); }))
        .add("stage", column([](const LogEntry& entry) { return static_cast<int>(entry.stage); }))
        .add("work", column([](const LogEntry& entry) { return entry.work; }))
        .add("team", column([](const LogEntry& entry) { return entry.team; }))
        .add("family", column([](const LogEntry& entry) { return entry.family; }))
        .add("worker", column([](const LogEntry& entry) { return entry.worker; }))
        .add("refers_to", column([](const LogEntry& entry) { return entry.refers_to; }))
        .add("planned_minutes", column([](const LogEntry& entry) { return entry.planned_minutes; }))
        .add("unmet_hours", column([](const LogEntry& entry) { return entry.unmet_hours; }))
        .closed();
}

}  // namespace

std::string log_told(const Workshop& workshop, int alternative, std::uint32_t number, int team) {
    const Scenario& scenario = workshop.scenario();
    const Alternative& chosen = scenario.alternatives.at(static_cast<std::size_t>(alternative));
    const EventLog log = record_future(scenario, chosen, number).log;
    Joined families('['), workers('[');
    for (const LoggedFamily& family : log.families) {
        families.add(Joined('[')
                         .add(json_number(family.number))
                         .add(json_number(family.children))
                         .add(json_number(static_cast<int>(family.severity)))
                         .closed());
    }
    for (const LoggedWorker& worker : log.workers) {
        workers.add(Joined('[')
                        .add(json_number(worker.role))
                        .add(json_number(worker.fte))
                        .add(json_number(worker.team))
                        .closed());
    }
    return Joined('{')
        .add("alternative", json_quoted(chosen.name))
        .add("future", static_cast<double>(number))
        .add("minutes_per_day", minutes_per_working_day)
        .add("days", days_told(scenario))
        .add("words", all_words_told())
        .add("teams", json_of_texts(log.teams))
        .add("families", families.closed())
        .add("workers", workers.closed())
        .add("entries", entries_told(log, OfTeam(log, team)))
        .closed();
}

}  // namespace headroom
