#include "analysis/explanation/causes.hpp"

#include <array>
#include <map>
#include <tuple>

#include "analysis/explanation/moment.hpp"

namespace headroom {

namespace {

// Where the pieces of a measure are found in the log.
enum class Source {
    days_waited,
    unmet_work,
    late_visits,
    missed_visits,
    ended_waits,
    turned_away,
    re_referrals
};

// What the pieces are set against to make the number.
enum class Against {
    nothing,
    days,
    planned_hours,
    visits,
    visits_left,
    children_allocated,
    children_referred
};

// Which of them belong to the measure.
enum class Part {
    all,
    waiting,
    stretched,
    turned_away,
    screened_out,
    closed_early,
    over_limit,
    no_suitable_worker,
    worker_absent,
    awaiting_manager,
    on_duty,
    with_manager
};

// A measure that can be taken apart.
struct Recipe {
    Measure measure;
    Source source;
    Part part;
    Against against;
    const char* made_of;
    const char* unit;
};

constexpr const char* days_waited = "working days that children waited for a worker";
constexpr const char* hours_unmet = "hours of planned work that were not delivered when due";

constexpr std::array<Recipe, 24> recipes = {{
    {Measure::children_unallocated, Source::days_waited, Part::all, Against::days, days_waited, "child-days"},
    {Measure::unallocated_over_limit, Source::days_waited, Part::over_limit, Against::nothing, days_waited,
     "child-days"},
    {Measure::unallocated_no_suitable_worker, Source::days_waited, Part::no_suitable_worker, Against::nothing,
     days_waited, "child-days"},
    {Measure::unallocated_worker_absent, Source::days_waited, Part::worker_absent, Against::nothing,
     days_waited, "child-days"},
    {Measure::unallocated_awaiting_manager, Source::days_waited, Part::awaiting_manager, Against::nothing,
     days_waited, "child-days"},
    {Measure::unallocated_days_on_duty, Source::days_waited, Part::on_duty, Against::nothing, days_waited,
     "child-days"},
    {Measure::unallocated_days_held_by_manager, Source::days_waited, Part::with_manager, Against::nothing,
     days_waited, "child-days"},
    {Measure::unmet_per_100, Source::unmet_work, Part::all, Against::planned_hours, hours_unmet, "hours"},
    {Measure::unmet_per_100_waiting, Source::unmet_work, Part::waiting, Against::planned_hours, hours_unmet,
     "hours"},
    {Measure::unmet_per_100_stretched, Source::unmet_work, Part::stretched, Against::planned_hours,
     hours_unmet, "hours"},
    {Measure::unmet_per_100_turned_away, Source::unmet_work, Part::turned_away, Against::planned_hours,
     "hours that unmet need would have called for", "hours"},
    {Measure::unmet_hours, Source::unmet_work, Part::all, Against::nothing, hours_unmet, "hours"},
    {Measure::unmet_hours_waiting, Source::unmet_work, Part::waiting, Against::nothing, hours_unmet, "hours"},
    {Measure::unmet_hours_stretched, Source::unmet_work, Part::stretched, Against::nothing, hours_unmet,
     "hours"},
    {Measure::unmet_hours_turned_away, Source::unmet_work, Part::turned_away, Against::nothing,
     "hours that unmet need would have called for", "hours"},
    {Measure::visits_on_time, Source::late_visits, Part::all, Against::visits_left,
     "visits that were late or never made", "visits"},
    {Measure::visits_on_time_percent, Source::late_visits, Part::all, Against::visits,
     "visits that were late or never made", "visits"},
    {Measure::visits_missed, Source::missed_visits, Part::all, Against::nothing,
     "visits that were never made", "visits"},
    {Measure::visits_missed_percent, Source::missed_visits, Part::all, Against::visits,
     "visits that were never made", "visits"},
    {Measure::wait_days_mean, Source::ended_waits, Part::all, Against::children_allocated,
     "working days waited by the children whose wait ended in the month, told by its last reason",
     "child-days"},
    {Measure::early_closures, Source::turned_away, Part::closed_early, Against::nothing,
     "children whose plan was closed before their need was met", "children"},
    {Measure::screened_out_with_need, Source::turned_away, Part::screened_out, Against::nothing,
     "children screened out with a need", "children"},
    {Measure::rereferrals_within_12_months, Source::re_referrals, Part::all, Against::nothing,
     "children referred again within 12 months", "children"},
    {Measure::rereferrals_percent, Source::re_referrals, Part::all, Against::children_referred,
     "children referred again within 12 months", "children"},
}};

bool is_part(Part part, const LogEntry& entry) {
    switch (part) {
        case Part::all: return true;
        case Part::waiting: return is_task(entry.kind) && entry.reason == EntryReason::no_worker;
        case Part::stretched: return is_task(entry.kind) && entry.reason != EntryReason::no_worker;
        case Part::turned_away: return entry.kind == EntryKind::turned_away;
        case Part::screened_out: return entry.reason == EntryReason::raised_threshold;
        case Part::closed_early: return entry.reason == EntryReason::early_closure;
        case Part::over_limit: return entry.reason == EntryReason::over_limit;
        case Part::no_suitable_worker: return entry.reason == EntryReason::no_suitable_worker;
        case Part::worker_absent: return entry.reason == EntryReason::worker_absent;
        case Part::awaiting_manager: return entry.reason == EntryReason::awaiting_manager;
        case Part::on_duty: return entry.place == LoggedPlace::duty;
        case Part::with_manager: return entry.place == LoggedPlace::manager_held;
    }
    return false;
}

// A worker's time away.
struct Away {
    Minutes from, to;
    EntryReason reason;
};

// Goes through a log once and gathers the pieces of one measure in one month.
class Gatherer {
public:
    Gatherer(const Story& story, const Recipe& recipe, int month)
        : story_(story),
          recipe_(recipe),
          month_(month),
          then_(story.log()),
          away_(story.log().workers.size()) {}

    Causes gather() {
        note_absences();
        for (const LogEntry& entry : story_.log().entries) {
            take(entry);
            then_.follow(entry);
        }
        Causes causes;
        for (auto& [key, cause] : parts_) causes.parts.push_back(cause);
        for (const Cause& cause : causes.parts) causes.total += cause.amount;
        causes.value = value_of(causes.total);
        return causes;
    }

private:
    void note_absences() {
        for (const LogEntry& entry : story_.log().entries) {
            if (entry.worker == no_one) continue;
            std::vector<Away>& spells = away_[static_cast<std::size_t>(entry.worker)];
            if (entry.kind == EntryKind::absent)
                spells.push_back({entry.time, entry.refers_to, entry.reason});
            if (entry.kind == EntryKind::back && !spells.empty()) spells.back().to = entry.time;
        }
    }

    // Away when the work was due, the worker was not merely short of time.
    EntryReason reason_of_unmet(const LogEntry& entry) const {
        if (entry.reason != EntryReason::stretched || entry.worker == no_one) return entry.reason;
        for (const Away& away : away_[static_cast<std::size_t>(entry.worker)]) {
            if (entry.refers_to >= away.from && entry.refers_to < away.to)
                return away.reason == EntryReason::sick ? EntryReason::sick : EntryReason::on_leave;
        }
        return entry.reason;
    }

    void add(const LogEntry& entry, EntryReason reason, double amount) {
        if (amount <= 0) return;
        const auto key = std::tuple(entry.family, reason, entry.team, entry.stage, entry.worker, entry.work);
        Cause& cause = parts_[key];
        cause = {entry.family, entry.worker, entry.team,           entry.stage,
                 reason,       entry.work,   cause.amount + amount};
    }

    void take(const LogEntry& entry) {
        switch (recipe_.source) {
            case Source::days_waited: take_day(entry); return;
            case Source::unmet_work: take_unmet(entry); return;
            case Source::late_visits:
            case Source::missed_visits: take_visit(entry); return;
            case Source::ended_waits: take_ended_wait(entry); return;
            case Source::turned_away: take_turned_away(entry); return;
            case Source::re_referrals: take_referral(entry); return;
        }
    }

    void take_day(const LogEntry& entry) {
        if (entry.kind != EntryKind::day_counted || story_.month_of(entry.time) != month_) return;
        against_ += 1;
        for (const LogEntry* family : then_.families) {
            if (family == nullptr || !is_waiting(family->place) || !is_part(recipe_.part, *family)) continue;
            LogEntry waiting = *family;
            waiting.worker = no_one;
            waiting.work = no_one;
            add(waiting, family->reason, story_.children(family->family));
        }
    }

    void take_unmet(const LogEntry& entry) {
        const bool turned_away = entry.kind == EntryKind::turned_away;
        if (!turned_away && !is_task(entry.kind)) return;
        if (story_.month_of(turned_away ? entry.time : entry.refers_to) != month_) return;
        against_ += turned_away ? entry.unmet_hours : entry.planned_minutes / 60.0;
        if (is_part(recipe_.part, entry)) add(entry, reason_of_unmet(entry), entry.unmet_hours);
    }

    void take_visit(const LogEntry& entry) {
        if (entry.work != 0 || !is_task(entry.kind) || entry.kind == EntryKind::task_open) return;
        if (story_.month_of(entry.refers_to) != month_) return;
        against_ += 1;
        const bool missed = entry.kind == EntryKind::task_given_up;
        const bool counts =
            recipe_.source == Source::missed_visits ? missed : missed || entry.time > entry.refers_to;
        if (counts) add(entry, reason_of_unmet(entry), 1);
    }

    // A wait ends with a worker, on another list, or with the family's leaving.
    void take_ended_wait(const LogEntry& entry) {
        if (entry.family == no_one || is_task(entry.kind) || entry.kind == EntryKind::loses_worker) return;
        const LogEntry* before = then_.families[static_cast<std::size_t>(entry.family)];
        const bool waited = before != nullptr && is_waiting(before->place);
        const bool in_month = story_.month_of(entry.time) == month_ && entry.time >= 0;
        const Minutes since = then_.waiting_since[static_cast<std::size_t>(entry.family)];
        const bool ends = waited && (entry.kind == EntryKind::waits || !is_waiting(entry.place));
        if (in_month && (ends || entry.kind == EntryKind::allocated)) {
            const int children = story_.children(entry.family);
            against_ += children;
            const int days = ends ? (entry.time - since) / minutes_per_working_day : 0;
            if (ends) add(ended_wait(*before, entry), before->reason, static_cast<double>(days) * children);
        }
    }

    static LogEntry ended_wait(const LogEntry& wait, const LogEntry& end) {
        LogEntry ended = wait;
        ended.worker = end.place == LoggedPlace::held ? end.worker : no_one;
        ended.work = no_one;
        return ended;
    }

    void take_turned_away(const LogEntry& entry) {
        if (entry.kind != EntryKind::turned_away || story_.month_of(entry.time) != month_) return;
        if (is_part(recipe_.part, entry)) add(entry, entry.reason, story_.children(entry.family));
    }

    void take_referral(const LogEntry& entry) {
        if (entry.kind != EntryKind::referred || story_.month_of(entry.time) != month_) return;
        const int children = story_.children(entry.family);
        against_ += children;
        if (entry.reason == EntryReason::within_year) add(entry, entry.reason, children);
    }

    double value_of(double total) const {
        const double each = against_ > 0 ? total / against_ : 0;
        switch (recipe_.against) {
            case Against::nothing: return total;
            case Against::days:
            case Against::children_allocated: return each;
            case Against::planned_hours:
            case Against::children_referred: return 100 * each;
            case Against::visits:
                return recipe_.source == Source::late_visits ? 100 - 100 * each : 100 * each;
            case Against::visits_left: return against_ - total;
        }
        return total;
    }

    const Story& story_;
    const Recipe& recipe_;
    int month_;
    Moment then_;
    std::vector<std::vector<Away>> away_;  // by worker
    std::map<std::tuple<std::int32_t, EntryReason, std::int32_t, Stage, std::int32_t, int>, Cause> parts_;
    double against_ = 0;
};

}  // namespace

std::vector<Measure> explainable_measures() {
    std::vector<Measure> measures;
    for (const Recipe& recipe : recipes) measures.push_back(recipe.measure);
    return measures;
}

std::optional<Causes> causes_of(const Story& story, Measure measure, int month) {
    for (const Recipe& recipe : recipes) {
        if (recipe.measure != measure) continue;
        Causes causes = Gatherer(story, recipe, month).gather();
        causes.made_of = recipe.made_of;
        causes.unit = recipe.unit;
        causes.of_work = recipe.source == Source::unmet_work || recipe.source == Source::late_visits ||
                         recipe.source == Source::missed_visits;
        return causes;
    }
    return std::nullopt;
}

}  // namespace headroom
