// The event log of one future: it changes nothing, loses nobody, and adds up to what was measured.
#include <algorithm>
#include <bit>
#include <map>

#include "tests/authority/recorded.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

std::vector<std::uint64_t> bits_of(const Series& series) {
    std::vector<std::uint64_t> bits;
    for (const double value : series.values()) bits.push_back(std::bit_cast<std::uint64_t>(value));
    return bits;
}

bool waits(const LogEntry& entry) {
    return entry.place == LoggedPlace::waiting || entry.place == LoggedPlace::duty ||
           entry.place == LoggedPlace::manager_held;
}

// Sums that the log holds for one month, counted as the model counts them.
struct MonthSums {
    double days = 0, open = 0, held = 0;
    double child_days = 0, over_limit = 0, awaiting_manager = 0, absent = 0, unsuitable = 0;
    double planned = 0, waiting = 0, stretched = 0, turned_away = 0;
    double visits = 0, on_time = 0, missed = 0, referred = 0, again = 0;
    double wait_days = 0, allocations = 0;
};

// Goes through the log once, with every family's last entry in hand.
std::vector<MonthSums> sums_of(const EventLog& log, const Calendar& calendar) {
    std::vector<MonthSums> sums(recorded_months);
    std::vector<const LogEntry*> last(log.families.size());
    for (const LogEntry& entry : log.entries) {
        const int month = calendar.month_of(working_day_at(entry.time));
        MonthSums& sum = sums[static_cast<std::size_t>(std::min(month, recorded_months - 1))];
        if (entry.kind == EntryKind::day_counted) {
            sum.days += 1;
            for (std::size_t id = 0; id < last.size(); ++id) {
                if (last[id] == nullptr || last[id]->place == LoggedPlace::nowhere) continue;
                const double children = log.families[id].children;
                sum.open += children;
                sum.held += last[id]->place == LoggedPlace::held ? children : 0;
                if (!waits(*last[id])) continue;
                sum.child_days += children;
                sum.over_limit += last[id]->reason == EntryReason::over_limit ? children : 0;
                sum.awaiting_manager += last[id]->reason == EntryReason::awaiting_manager ? children : 0;
                sum.absent += last[id]->reason == EntryReason::worker_absent ? children : 0;
                sum.unsuitable += last[id]->reason == EntryReason::no_suitable_worker ? children : 0;
            }
        }
        if (entry.family == no_one) continue;
        const double children = log.families[static_cast<std::size_t>(entry.family)].children;
        const bool is_task = entry.kind >= EntryKind::task_done_before && entry.kind <= EntryKind::task_open;
        if (is_task) {
            MonthSums& due =
                sums[static_cast<std::size_t>(calendar.month_of(working_day_at(entry.refers_to)))];
            due.planned += entry.planned_minutes / 60.0;
            (entry.reason == EntryReason::no_worker ? due.waiting : due.stretched) += entry.unmet_hours;
            if (entry.work != static_cast<int>(Work::visit) || entry.kind == EntryKind::task_open) continue;
            due.visits += 1;
            due.missed += entry.kind == EntryKind::task_given_up;
            due.on_time += entry.kind != EntryKind::task_given_up && entry.time <= entry.refers_to;
            continue;
        }
        if (entry.kind == EntryKind::turned_away) {
            sum.turned_away += entry.unmet_hours;
            sum.planned += entry.unmet_hours;
            continue;  // its reason is not that of a wait
        }
        if (entry.kind == EntryKind::referred) {
            sum.referred += children;
            sum.again += entry.reason == EntryReason::within_year ? children : 0;
        }
        if (entry.kind != EntryKind::loses_worker) last[static_cast<std::size_t>(entry.family)] = &entry;
    }
    return sums;
}

}  // namespace

TEST_CASE("a future that is written down is the same future, to the last bit") {
    for (const Way& way : eventful_ways()) {
        Recorded recorded(way);
        CHECK(bits_of(recorded.run.series) == bits_of(recorded.plain));
        CHECK(recorded.run.log.entries.size() > 1000);
    }
}

TEST_CASE("every month's numbers are the sums of the log's entries") {
    for (const Way& way : eventful_ways()) {
        Recorded recorded(way);
        const Series& series = recorded.plain;
        const std::vector<MonthSums> sums = sums_of(recorded.run.log, recorded.calendar());
        for (int month = 0; month < recorded_months; ++month) {
            CAPTURE(month);
            const MonthSums& sum = sums[static_cast<std::size_t>(month)];
            const auto equals = [&](Measure measure, double value) {
                CAPTURE(row_of(measure).name);
                CHECK(series.at(measure, month) == Approx(value).epsilon(1e-9).margin(1e-9));
            };
            equals(Measure::children_open, sum.open / sum.days);
            equals(Measure::children_held, sum.held / sum.days);
            equals(Measure::children_unallocated, sum.child_days / sum.days);
            equals(Measure::unallocated_over_limit, sum.over_limit);
            equals(Measure::unallocated_awaiting_manager, sum.awaiting_manager);
            equals(Measure::unallocated_worker_absent, sum.absent);
            equals(Measure::unallocated_no_suitable_worker, sum.unsuitable);
            equals(Measure::planned_hours, sum.planned);
            equals(Measure::unmet_hours_waiting, sum.waiting);
            equals(Measure::unmet_hours_stretched, sum.stretched);
            equals(Measure::unmet_hours_turned_away, sum.turned_away);
            equals(Measure::visits_due, sum.visits);
            equals(Measure::visits_on_time, sum.on_time);
            equals(Measure::visits_missed, sum.missed);
            equals(Measure::referrals, sum.referred);
            equals(Measure::rereferrals_within_12_months, sum.again);
        }
    }
}

TEST_CASE("as a future ends, every family and every worker is where the log last saw them") {
    for (const Way& way : eventful_ways()) {
        Recorded recorded(way);
        const EventLog& log = recorded.run.log;
        const State& state = recorded.authority.world().state;
        std::map<std::uint32_t, const LogEntry*> last;
        std::map<std::int32_t, EntryKind> workers;
        for (const LogEntry& entry : log.entries) {
            if (entry.family != no_one && entry.kind != EntryKind::task_open)
                last[static_cast<std::uint32_t>(
                    log.families[static_cast<std::size_t>(entry.family)].number)] = &entry;
            if (entry.family == no_one && entry.worker != no_one) workers[entry.worker] = entry.kind;
        }
        int open = 0;
        for (const auto& [number, entry] : last) open += entry->place != LoggedPlace::nowhere;
        CHECK(open == state.families_open);
        for (const Family& family : state.families) {
            if (family.place == Place::nowhere) continue;
            const std::uint32_t closed_before = 1u << 31;
            const std::uint32_t number =
                family.entity < closed_before ? family.entity : family.entity - closed_before + 1000000;
            REQUIRE(last.count(number) == 1);
            const LogEntry& entry = *last[number];
            CHECK(static_cast<int>(entry.place) == static_cast<int>(family.place));
            CHECK(entry.stage == family.stage);
            CHECK(entry.team == family.team);
            const bool done_by_another = entry.kind == EntryKind::task_done;
            CHECK((family.place == Place::held || entry.worker == no_one || done_by_another));
        }
        const auto left = std::count_if(workers.begin(), workers.end(), [](const auto& worker) {
            return worker.second == EntryKind::worker_leaves;
        });
        const auto employed = std::count_if(state.workers.begin(), state.workers.end(),
                                            [](const Worker& worker) { return worker.employed(); });
        CHECK(static_cast<long>(log.workers.size()) - left == employed);
    }
}

TEST_CASE("whoever an entry names is in the log's tables, and time never runs back") {
    for (const Way& way : eventful_ways()) {
        const EventLog log = Recorded(way).run.log;
        Minutes before = log.entries.front().time;
        for (const LogEntry& entry : log.entries) {
            const bool stands = entry.time >= before && entry.team < static_cast<int>(log.teams.size()) &&
                                entry.family < static_cast<int>(log.families.size()) &&
                                entry.worker < static_cast<int>(log.workers.size()) &&
                                entry.family >= no_one && entry.worker >= no_one &&
                                entry.work < lanes_per_family;
            if (!stands) FAIL("an entry at minute " << entry.time << " names nobody we know");
            before = entry.time;
        }
    }
}

TEST_CASE("nobody has a worker whom the log does not see come, and nobody keeps one who left") {
    for (const Way& way : eventful_ways()) {
        const EventLog log = Recorded(way).run.log;
        std::vector<bool> here(log.workers.size());
        std::vector<int> holder(log.families.size(), no_one);
        for (const LogEntry& entry : log.entries) {
            const std::size_t worker = static_cast<std::size_t>(entry.worker);
            if (entry.kind == EntryKind::worker_in_post || entry.kind == EntryKind::worker_joins)
                here[worker] = true;
            if (entry.kind == EntryKind::worker_leaves) {
                CHECK(here[worker]);
                here[worker] = false;
            }
            if (entry.family == no_one || entry.kind == EntryKind::task_done) continue;
            int& held_by = holder[static_cast<std::size_t>(entry.family)];
            if (entry.kind == EntryKind::loses_worker) {
                CHECK(held_by == entry.worker);
                held_by = no_one;
                continue;
            }
            if (entry.kind == EntryKind::allocated) {
                CHECK(held_by == no_one);
                CHECK(here[worker]);
            }
            if (entry.kind == EntryKind::family_open || entry.kind == EntryKind::allocated ||
                entry.kind == EntryKind::family_closed)
                held_by = entry.place == LoggedPlace::held ? entry.worker : no_one;
        }
    }
}
