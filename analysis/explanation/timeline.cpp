#include "analysis/explanation/timeline.hpp"

#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

// "3 working days", or "half a day" where it is less than one.
std::string days_words(Minutes time) {
    const int days = time / minutes_per_working_day;
    if (days == 0) return "less than a working day";
    return std::to_string(days) + (days == 1 ? " working day" : " working days");
}

std::string why_waiting(const Story& story, const LogEntry& entry) {
    std::string where = "for a worker of " + story.team(entry.team);
    if (entry.place == LoggedPlace::duty) where = "on the duty desk of " + story.team(entry.team);
    if (entry.place == LoggedPlace::manager_held)
        where = "on the manager's own list in " + story.team(entry.team);
    if (entry.reason == EntryReason::awaiting_manager) return where + ": the manager has still to allocate";
    if (entry.reason == EntryReason::over_limit)
        return where + ": no suitable worker has room under the limit";
    if (entry.reason == EntryReason::no_suitable_worker)
        return where + ": no worker of the right kind is in post";
    return where + ": the suitable workers are away";
}

std::string why_lost(EntryReason reason) {
    if (reason == EntryReason::worker_left) return "who leaves";
    if (reason == EntryReason::worker_sick) return "who has been sick too long";
    if (reason == EntryReason::worker_moved) return "who moves to another team";
    if (reason == EntryReason::stage_elsewhere) return "as the next stage is another's work";
    return "as teams are reorganised";
}

std::string stage_sentence(Stage stage) {
    if (stage == Stage::looked_after) return "becomes looked after";
    return stage_name(stage) + " begins";
}

std::string unmet_words(const LogEntry& entry) {
    return number_words(entry.unmet_hours, 1) + " of " + number_words(entry.planned_minutes / 60.0, 1) +
           " hours unmet";
}

std::string task_sentence(const Story& story, const LogEntry& entry) {
    const std::string name = work_name(entry.work, entry.stage);
    const std::string due = story.day(entry.refers_to);
    if (entry.kind == EntryKind::task_done_before)
        return name + " due " + due + " was done before, cut short (" + unmet_words(entry) + ")";
    if (entry.kind == EntryKind::task_done && entry.time <= entry.refers_to)
        return name + " done in time but cut short by " + story.worker(entry.worker) + " (" +
               unmet_words(entry) + ")";
    if (entry.kind == EntryKind::task_done) {
        return name + " done " + days_words(entry.time - entry.refers_to) + " late by " +
               story.worker(entry.worker) + " (" + unmet_words(entry) + ")";
    }
    if (entry.kind == EntryKind::task_open) return name + " due " + due + " is still open as the run ends";
    return name + " due " + due + " is never done (" + unmet_words(entry) + ")";
}

std::string open_sentence(const Story& story, const LogEntry& entry) {
    std::string words = "open as the run begins: " + stage_name(entry.stage);
    if (entry.place == LoggedPlace::held)
        words += ", with " + story.worker(entry.worker) + " of " + story.team(entry.team);
    if (is_waiting(entry.place))
        words += ", without a worker since " + story.day(entry.refers_to) + ", " + why_waiting(story, entry);
    return words;
}

std::string turned_away_sentence(const LogEntry& entry) {
    const std::string hours = number_words(entry.unmet_hours, 1) + " hours of its need unmet";
    if (entry.reason == EntryReason::early_closure) return "to be closed early, " + hours;
    return reason_name(entry.reason) + ", " + hours;
}

std::string referred_sentence(const Story& story, const LogEntry& entry) {
    return "referred (" + counted_children(story.children(entry.family)) + ", " +
           story.severity(entry.family) + " need)" +
           (entry.reason == EntryReason::within_year ? ", again within 12 months" : "");
}

std::string allocated_sentence(const Story& story, const LogEntry& entry) {
    const Minutes waited = entry.time - entry.refers_to;
    return "given to " + story.worker(entry.worker) + " of " + story.team(entry.team) +
           (waited >= minutes_per_working_day ? " after " + days_words(waited) : "");
}

std::string family_sentence(const Story& story, const LogEntry& entry) {
    switch (entry.kind) {
        case EntryKind::family_open: return open_sentence(story, entry);
        case EntryKind::referred: return referred_sentence(story, entry);
        case EntryKind::stage_begins: return stage_sentence(entry.stage);
        case EntryKind::enquiry_begins: return "section 47 enquiry begins";
        case EntryKind::enquiry_ends: return "section 47 enquiry ends";
        case EntryKind::court_begins: return "care proceedings begin";
        case EntryKind::court_ends: return "care proceedings end";
        case EntryKind::crisis: return "a crisis";
        case EntryKind::loses_worker:
            return "loses " + story.worker(entry.worker) + ", " + why_lost(entry.reason);
        case EntryKind::waits: return "waits " + why_waiting(story, entry);
        case EntryKind::waits_on: return "still waits, " + why_waiting(story, entry);
        case EntryKind::allocated: return allocated_sentence(story, entry);
        case EntryKind::turned_away: return turned_away_sentence(entry);
        case EntryKind::closing: return "only the closing summary is left";
        case EntryKind::family_closed: return "closed";
        case EntryKind::task_done_before:
        case EntryKind::task_done:
        case EntryKind::task_given_up:
        case EntryKind::task_open: return task_sentence(story, entry);
        case EntryKind::worker_in_post:
        case EntryKind::worker_joins:
        case EntryKind::becomes_permanent:
        case EntryKind::gives_notice:
        case EntryKind::absent:
        case EntryKind::back:
        case EntryKind::moves_team:
        case EntryKind::first_year_ends:
        case EntryKind::worker_leaves:
        case EntryKind::day_counted: break;
    }
    return "";
}

// Work that is counted together.
struct Tally {
    int on_time = 0, late = 0, short_of_time = 0, never = 0, open = 0;
    double unmet = 0;  // hours
    Minutes last = 0;

    int all() const { return on_time + late + short_of_time + never + open; }
    void take(const LogEntry& entry) {
        const bool is_done = entry.kind == EntryKind::task_done_before || entry.kind == EntryKind::task_done;
        if (is_done && entry.time > entry.refers_to)
            ++late;
        else if (is_done)
            ++(entry.unmet_hours > 0 ? short_of_time : on_time);
        if (entry.kind == EntryKind::task_given_up) ++(entry.unmet_hours > 0 ? never : on_time);
        if (entry.kind == EntryKind::task_open) ++open;
        unmet += entry.unmet_hours;
        last = entry.time;
    }
    std::string words() const {
        const std::string pieces = all() == 1 ? "1 piece of work" : std::to_string(all()) + " pieces of work";
        std::string parts;
        const auto add = [&](int count, const char* word) {
            if (count == 0) return;
            parts += parts.empty() ? "" : ", ";
            parts += count == all() ? word : std::to_string(count) + " " + word;
        };
        add(on_time, "on time");
        add(late, "late");
        add(short_of_time, "in time but cut short");
        add(never, "never done");
        add(open, "still open");
        return pieces + ": " + parts + (unmet > 0 ? " (" + number_words(unmet, 1) + " hours unmet)" : "");
    }
};

// Gathers lines; work that is not told piece by piece is counted.
class Lines {
public:
    Lines(const Story& story, const ToldSingly& singly) : story_(story), singly_(singly) {}

    void take(const LogEntry& entry) {
        if (is_task(entry.kind) && !singly_(entry)) {
            tally_.take(entry);
            return;
        }
        tell_tally();
        lines_.push_back(story_.day(entry.time) + "  " + family_sentence(story_, entry));
    }

    std::vector<std::string> finish() {
        constexpr std::size_t most = 12;
        tell_tally();
        if (lines_.size() <= most) return std::move(lines_);
        const std::size_t left_out = lines_.size() - (most - 1);
        std::vector<std::string> kept = {lines_.front(), "(" + std::to_string(left_out) + " lines left out)"};
        kept.insert(kept.end(), lines_.end() - static_cast<std::ptrdiff_t>(most - 2), lines_.end());
        return kept;
    }

private:
    void tell_tally() {
        if (tally_.all() > 0) lines_.push_back(story_.day(tally_.last) + "  by now " + tally_.words());
        tally_ = {};
    }

    const Story& story_;
    const ToldSingly& singly_;
    std::vector<std::string> lines_;
    Tally tally_;
};

// What the log says of a worker, or nothing that matters here.
std::string worker_sentence(const Story& story, const LogEntry& entry) {
    const bool long_enough = entry.refers_to - entry.time >= working_days(3);
    if (entry.kind == EntryKind::worker_joins) return "joins " + story.team(entry.team);
    if (entry.kind == EntryKind::becomes_permanent) return "takes the post as a permanent worker";
    if (entry.kind == EntryKind::gives_notice)
        return "gives notice, to leave on " + story.day(entry.refers_to);
    if (entry.kind == EntryKind::moves_team) return "moves to " + story.team(entry.team);
    if (entry.kind == EntryKind::first_year_ends) return "ends the first year in practice";
    if (entry.kind == EntryKind::worker_leaves) return "leaves";
    if (entry.kind != EntryKind::absent || !long_enough) return "";
    return (entry.reason == EntryReason::sick ? "is sick until " : "is away until ") +
           story.day(entry.refers_to);
}

}  // namespace

std::vector<std::string> family_timeline(const Story& story, std::int32_t family, Minutes end,
                                         const ToldSingly& singly) {
    const std::vector<LogEntry>& entries = story.log().entries;
    std::size_t begins = entries.size();
    for (std::size_t i = 0; i < entries.size() && entries[i].time < end; ++i) {
        const bool first =
            entries[i].kind == EntryKind::referred || entries[i].kind == EntryKind::family_open;
        if (entries[i].family == family && first) begins = i;
    }
    Lines lines(story, singly);
    std::string later;
    for (std::size_t i = begins; i < entries.size(); ++i) {
        const LogEntry& entry = entries[i];
        if (entry.family != family) continue;
        const bool changes_hands =
            entry.kind == EntryKind::allocated || entry.kind == EntryKind::family_closed;
        if (entry.time < end || (is_task(entry.kind) && singly(entry))) {
            lines.take(entry);
        } else if (changes_hands && later.empty()) {
            later = story.day(entry.time) + "  later: " + family_sentence(story, entry);
        }
    }
    std::vector<std::string> told = lines.finish();
    if (!later.empty()) told.push_back(later);
    return told;
}

std::vector<std::string> worker_timeline(const Story& story, std::int32_t worker, Stretch stretch) {
    std::vector<std::string> lines;
    for (const LogEntry& entry : story.log().entries) {
        if (entry.worker != worker || entry.family != no_one) continue;
        if (entry.time < stretch.from || entry.time >= stretch.to) continue;
        const std::string words = worker_sentence(story, entry);
        if (!words.empty()) lines.push_back(story.day(entry.time) + "  " + words);
    }
    return lines;
}

std::string families_taken(const Story& story, std::int32_t worker, Stretch stretch) {
    int taken = 0, given_up = 0;
    for (const LogEntry& entry : story.log().entries) {
        if (entry.worker != worker || entry.time < stretch.from || entry.time >= stretch.to) continue;
        taken += entry.kind == EntryKind::allocated;
        given_up += entry.kind == EntryKind::loses_worker;
    }
    if (taken + given_up == 0) return "";
    const std::string families = taken == 1 ? " family" : " families";
    if (taken == 0)
        return "passed on " + std::to_string(given_up) + (given_up == 1 ? " family" : " families");
    return "took on " + std::to_string(taken) + families +
           (given_up > 0 ? ", passed on " + std::to_string(given_up) : "");
}

}  // namespace headroom
