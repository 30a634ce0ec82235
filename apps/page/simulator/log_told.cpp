#include <algorithm>

#include "analysis/words/json.hpp"
#include "apps/page/simulator/told.hpp"
#include "sim/engine/calendar.hpp"
#include "sim/futures/recorded_future.hpp"

namespace headroom {

namespace {

// A family may have waited since long before the run, an absence or a notice may last beyond it.
constexpr int months_before = 24, months_after = 6;

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

// The date of every working day of [from, to).
std::string days_told(const Calendar& calendar, int from, int to) {
    Joined days('[');
    for (int day = from; day < to; ++day) days.add(json_quoted(calendar.date_of(day).to_iso()));
    return days.closed();
}

// A limit from one month on: its kind, what it counts, and the kind's own numbers by their keys.
std::string limit_told(const CaseloadLimit& limit, Minutes from) {
    Joined told('{'), numbers('{');
    told.add("from", static_cast<double>(from));
    std::visit(
        [&]<class Rule>(const Rule& rule) {
            told.add("kind", json_quoted(Rule::name)).add("meaning", json_quoted(Rule::meaning));
            for (const Field<Rule>& field : Rule::fields()) numbers.add(field.key, rule.*field.value);
        },
        limit.rule);
    Joined exempt('[');
    for (int stage = 0; stage < stage_count; ++stage) {
        if ((limit.exempt_stages >> stage & 1u) != 0) exempt.add(std::to_string(stage));
    }
    return told.add("unit", json_quoted(counted_unit_words[static_cast<std::size_t>(limit.unit)]))
        .add("overflow", json_quoted(overflow_words[static_cast<std::size_t>(limit.overflow)]))
        .add("ramp_weeks", limit.ramp_weeks)
        .add("exempt", exempt.closed())
        .add("numbers", numbers.closed())
        .closed();
}

// The limits in force, in order of time.
std::string limits_told(const Calendar& calendar, const Alternative& alternative) {
    Joined limits('[');
    for (const DatedPolicy& dated : alternative.policies) {
        const Minutes from = calendar.month_start(dated.from_month) * minutes_per_working_day;
        limits.add(limit_told(dated.policy.caseload_limit, from));
    }
    return limits.closed();
}

// The team with most children as the run begins; the first of these.
int busiest_team_of(const EventLog& log) {
    std::vector<int> children(log.teams.size());
    for (const LogEntry& entry : log.entries) {
        if (entry.kind != EntryKind::family_open || entry.team == no_one) continue;
        children[static_cast<std::size_t>(entry.team)] +=
            log.families[static_cast<std::size_t>(entry.family)].children;
    }
    return static_cast<int>(std::max_element(children.begin(), children.end()) - children.begin());
}

// What of the log belongs to a team: its workers, the families it had at any time, and all that befell them.
struct OfTeam {
    std::vector<char> families, workers;

    OfTeam(const EventLog& log, int team)
        : families(log.families.size(), team == every_team), workers(log.workers.size(), team == every_team) {
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

std::string families_told(const EventLog& log) {
    Joined families('[');
    for (const LoggedFamily& family : log.families) {
        families.add(Joined('[')
                         .add(json_number(family.number))
                         .add(json_number(family.children))
                         .add(json_number(static_cast<int>(family.severity)))
                         .closed());
    }
    return families.closed();
}

std::string workers_told(const EventLog& log) {
    Joined workers('[');
    for (const LoggedWorker& worker : log.workers) {
        workers.add(Joined('[')
                        .add(json_number(worker.role))
                        .add(json_number(worker.fte))
                        .add(json_number(worker.team))
                        .closed());
    }
    return workers.closed();
}

}  // namespace

std::string log_told(const Workshop& workshop, int alternative, std::uint32_t number, int team) {
    const Scenario& scenario = workshop.scenario();
    const Alternative& chosen = scenario.alternatives.at(static_cast<std::size_t>(alternative));
    const EventLog log = record_future(scenario, chosen, number).log;
    const Calendar calendar(scenario.start, months_before, scenario.months + months_after);
    const int end = calendar.month_start(scenario.months);
    const int told_team = team == busiest_team ? busiest_team_of(log) : team;
    return Joined('{')
        .add("alternative", json_quoted(chosen.name))
        .add("future", static_cast<double>(number))
        .add("minutes_per_day", minutes_per_working_day)
        .add("days", days_told(calendar, 0, end))
        .add("days_before", days_told(calendar, calendar.first_working_day(), 0))
        .add("days_after", days_told(calendar, end, calendar.last_working_day() + 1))
        .add("words", all_words_told())
        .add("limits", limits_told(calendar, chosen))
        .add("team", told_team)
        .add("teams", json_of_texts(log.teams))
        .add("families", families_told(log))
        .add("workers", workers_told(log))
        .add("entries", entries_told(log, OfTeam(log, told_team)))
        .closed();
}

}  // namespace headroom
