#include "analysis/explanation/people.hpp"

#include <algorithm>
#include <map>

#include "analysis/explanation/moment.hpp"
#include "analysis/explanation/timeline.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr int most_teams = 2;        // told of one by one
constexpr int months_looked_at = 3;  // before the month, of a worker
constexpr int last_case_holder = 3;  // agency workers, the last of role_words to hold families

using Amounts = std::vector<std::pair<double, std::int32_t>>;

// Largest first, ties by number.
Amounts sorted(const std::map<std::int32_t, double>& amounts) {
    Amounts rows;
    for (const auto& [id, amount] : amounts) rows.emplace_back(amount, id);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    return rows;
}

std::string amount_words(double amount, const Causes& causes) {
    const int decimals = amount == static_cast<double>(whole_part<long>(amount)) ? 0 : 1;
    return number_words(amount, decimals) + " of the " + number_words(causes.total, 0) + " " + causes.unit;
}

std::string indented(const std::vector<std::string>& lines, std::size_t width) {
    std::string text;
    for (const std::string& line : lines) text += "    " + paragraph(line, width, 8);
    return text;
}

// Where a family was, and of which kind.
std::string family_words(const Story& story, std::int32_t family, const Moment& at_end) {
    const LogEntry* then = at_end.families[static_cast<std::size_t>(family)];
    std::string words = with_capital(story.family(family)) + ": " + counted_children(story.children(family)) +
                        ", " + story.severity(family) + " need";
    if (then == nullptr || then->place == LoggedPlace::nowhere) return words + ", closed by the month's end";
    words += ", " + stage_name(then->stage);
    if (then->place == LoggedPlace::front_door) return words + ", at the front door";
    if (is_waiting(then->place)) {
        return words + ", without a worker since " +
               story.day(at_end.waiting_since[static_cast<std::size_t>(family)]);
    }
    return words + ", with " + story.worker(then->worker) + " of " + story.team(then->team);
}

// Families whose need it is, of whom nobody is to blame, have none.
bool was_a_workers(const Cause& cause) {
    return cause.reason == EntryReason::stretched || cause.reason == EntryReason::sick ||
           cause.reason == EntryReason::on_leave;
}
bool was_a_teams(const Cause& cause) {
    return cause.reason >= EntryReason::awaiting_manager && cause.reason <= EntryReason::worker_absent;
}

// What the workers section is told from.
struct Backdrop {
    const Story& story;
    const Causes& causes;
    const WhyQuestion& question;
    Moment at_end;
    Stretch looked_at;
};

bool is_part_time(const Backdrop& back, std::size_t worker) {
    return back.story.log().workers[worker].fte < 0.99f;
}

std::string worker_words(const Backdrop& back, std::int32_t worker) {
    const WorkerThen& then = back.at_end.workers[static_cast<std::size_t>(worker)];
    std::string words = with_capital(back.story.worker(worker)) + ", " +
                        (is_part_time(back, static_cast<std::size_t>(worker)) ? "part-time " : "") +
                        role_name(then.role) + " in " + back.story.team(then.team);
    if (!then.employed) return words + ", gone by the month's end";
    words += ": " + counted_children(then.children) + " of " + std::to_string(then.families) +
             (then.families == 1 ? " family" : " families") + " at the month's end";
    const Minutes month_begins = back.story.begin_of(back.question.month);
    const std::string taken = families_taken(back.story, worker, {month_begins, back.looked_at.to});
    if (!taken.empty()) words += ", " + taken + " in the month";
    if (then.in_notice) words += ", under notice";
    if (then.away)
        words += std::string(then.reason == EntryReason::sick ? ", sick" : ", away") + " until " +
                 back.story.day(then.until);
    return words;
}

std::string worker_lines(const Backdrop& back, std::int32_t worker) {
    return indented(worker_timeline(back.story, worker, back.looked_at), back.question.width);
}

std::string those_with_the_work(const Backdrop& back) {
    std::map<std::int32_t, double> amounts;
    for (const Cause& cause : back.causes.parts) {
        if (was_a_workers(cause) && cause.worker != no_one) amounts[cause.worker] += cause.amount;
    }
    const Amounts rows = sorted(amounts);
    std::string text;
    for (std::size_t i = 0; i < rows.size() && i < static_cast<std::size_t>(back.question.limit); ++i) {
        text +=
            "  " +
            paragraph(worker_words(back, rows[i].second) + "; " + amount_words(rows[i].first, back.causes),
                      back.question.width, 4) +
            worker_lines(back, rows[i].second);
    }
    return text;
}

// "6 case holders with 9*, 15, 15 children (* part-time); 1 of them away".
std::string team_words(const Backdrop& back, std::int32_t team) {
    std::vector<std::pair<int, bool>> loads;  // children, and whether part-time
    int away = 0, in_notice = 0;
    bool some_part_time = false;
    for (std::size_t id = 0; id < back.at_end.workers.size(); ++id) {
        const WorkerThen& worker = back.at_end.workers[id];
        if (!worker.employed || worker.team != team || worker.role > last_case_holder) continue;
        loads.emplace_back(worker.children, is_part_time(back, id));
        some_part_time = some_part_time || is_part_time(back, id);
        away += worker.away;
        in_notice += worker.in_notice;
    }
    std::sort(loads.begin(), loads.end());
    std::string words = std::to_string(loads.size()) + (loads.size() == 1 ? " case holder" : " case holders");
    for (std::size_t i = 0; i < loads.size(); ++i) {
        words += (i == 0 ? " with " : ", ") + std::to_string(loads[i].first);
        if (loads[i].second) words += "*";
    }
    if (!loads.empty()) words += " children";
    if (some_part_time) words += " (* part-time)";
    if (away > 0) words += "; " + std::to_string(away) + " of them away";
    if (in_notice > 0) words += "; " + std::to_string(in_notice) + " under notice";
    return words;
}

// Those to whom something happened first, then those with the most children.
std::vector<std::int32_t> workers_of(const Backdrop& back, std::int32_t team) {
    std::vector<std::pair<std::pair<bool, int>, std::int32_t>> rows;
    for (std::size_t id = 0; id < back.at_end.workers.size(); ++id) {
        const WorkerThen& worker = back.at_end.workers[id];
        if (worker.team != team || worker.role > last_case_holder) continue;
        const auto number = static_cast<std::int32_t>(id);
        const bool eventful = !worker_timeline(back.story, number, back.looked_at).empty();
        if (worker.employed || eventful) rows.push_back({{eventful, worker.children}, number});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::int32_t> workers;
    for (const auto& row : rows) workers.push_back(row.second);
    return workers;
}

std::string those_without_room(const Backdrop& back) {
    std::map<std::int32_t, double> amounts;
    for (const Cause& cause : back.causes.parts) {
        if (was_a_teams(cause) && cause.team != no_one) amounts[cause.team] += cause.amount;
    }
    const Amounts teams = sorted(amounts);
    std::string text;
    for (std::size_t i = 0; i < teams.size() && i < most_teams; ++i) {
        text += "  " + paragraph(back.story.team(teams[i].second) + " (" +
                                     percent_words(teams[i].first / back.causes.total) +
                                     "): at the month's end " + team_words(back, teams[i].second),
                                 back.question.width, 4);
        const std::vector<std::int32_t> workers = workers_of(back, teams[i].second);
        for (std::size_t k = 0; k < workers.size() && k < static_cast<std::size_t>(back.question.limit);
             ++k) {
            text += "  " + paragraph(worker_words(back, workers[k]), back.question.width, 4) +
                    worker_lines(back, workers[k]);
        }
    }
    return text;
}

}  // namespace

std::string families_behind(const Story& story, const Causes& causes, const WhyQuestion& question) {
    std::map<std::int32_t, double> amounts;
    for (const Cause& cause : causes.parts) amounts[cause.family] += cause.amount;
    const Amounts rows = sorted(amounts);
    const std::size_t told = std::min(rows.size(), static_cast<std::size_t>(question.limit));
    const Minutes end = story.end_of(question.month);
    const Moment at_end = Moment::before(story.log(), end);
    const auto singly = [&](const LogEntry& entry) {
        return causes.of_work && entry.unmet_hours > 0 && story.month_of(entry.refers_to) == question.month;
    };
    const char* const heading =
        told == rows.size() ? "The families behind it" : "The families with most of it";
    std::string text = std::string("\n") + heading + " (" + std::to_string(told) + " of " +
                       std::to_string(rows.size()) + ")\n";
    for (std::size_t i = 0; i < told; ++i) {
        const auto [amount, family] = rows[i];
        text += "  " + paragraph(family_words(story, family, at_end) + "; " + amount_words(amount, causes),
                                 question.width, 4);
        text += indented(family_timeline(story, family, end, singly), question.width);
    }
    return text;
}

std::string workers_behind(const Story& story, const Causes& causes, const WhyQuestion& question) {
    const Minutes end = story.end_of(question.month);
    const Minutes from = story.begin_of(std::max(0, question.month - months_looked_at));
    const Backdrop back{story, causes, question, Moment::before(story.log(), end), {from, end}};
    std::string text = those_with_the_work(back);
    if (text.empty()) text = those_without_room(back);
    return text.empty()
               ? ""
               : "\nThe workers behind it, and what befell them since " + story.day(from) + "\n" + text;
}

}  // namespace headroom
