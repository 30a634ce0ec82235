#include "analysis/explanation/story.hpp"

#include <algorithm>

#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

constexpr int months_before = 24;

std::size_t place(std::int32_t id) {
    return static_cast<std::size_t>(id);
}

}  // namespace

Story::Story(const StudyResults& results, const EventLog& log)
    : log_(&log), months_(results.months), calendar_(results.start, months_before, results.months + 1) {}

int Story::month_of(Minutes time) const {
    const int day = std::clamp(working_day_at(time), 0, calendar_.last_working_day());
    return std::min(calendar_.month_of(day), months_ - 1);
}

Minutes Story::begin_of(int month) const {
    return calendar_.month_start(std::min(month, months_)) * minutes_per_working_day;
}

std::string Story::day(Minutes time) const {
    const int day = working_day_at(time);
    if (day < calendar_.first_working_day())
        return "before " + date_words(calendar_.date_of(calendar_.first_working_day()));
    return date_words(calendar_.date_of(std::min(day, calendar_.last_working_day())));
}

std::string Story::family(std::int32_t family) const {
    return "family " + std::to_string(log_->families[place(family)].number);
}

std::string Story::worker(std::int32_t worker) const {
    return worker == no_one ? "nobody" : "worker " + std::to_string(worker + 1);
}

std::string Story::team(std::int32_t team) const {
    return team == no_one ? "no team" : log_->teams[place(team)];
}

int Story::children(std::int32_t family) const {
    return log_->families[place(family)].children;
}

std::string Story::severity(std::int32_t family) const {
    return std::string(severity_words[static_cast<std::size_t>(log_->families[place(family)].severity)]);
}

std::string stage_name(Stage stage) {
    switch (stage) {
        case Stage::screening: return "screening";
        case Stage::assessment: return "assessment";
        case Stage::brief_help: return "brief help";
        case Stage::child_in_need: return "child in need plan";
        case Stage::child_protection: return "child protection plan";
        case Stage::looked_after: return "looked after";
        case Stage::closed: break;
    }
    return "closed";
}

std::string role_name(std::uint8_t role) {
    constexpr std::array<const char*, role_words.size()> names = {"newly qualified",      "social worker",
                                                                  "senior social worker", "agency worker",
                                                                  "team manager",         "without cases"};
    return names[std::min<std::size_t>(role, names.size() - 1)];
}

std::string reason_name(EntryReason reason) {
    switch (reason) {
        case EntryReason::awaiting_manager: return "waiting for a manager to allocate";
        case EntryReason::over_limit: return "no suitable worker had room under the limit";
        case EntryReason::no_suitable_worker: return "no worker of the right kind was in post";
        case EntryReason::worker_absent: return "the suitable workers were away";
        case EntryReason::no_worker: return "the family had no worker when it was due";
        case EntryReason::stretched: return "the worker was there, with too little time";
        case EntryReason::sick: return "the worker was sick when it was due";
        case EntryReason::on_leave:
        case EntryReason::in_training: return "the worker was on leave or training when it was due";
        case EntryReason::within_year: return "referred again within 12 months";
        case EntryReason::worker_left: return "the worker had left";
        case EntryReason::worker_sick: return "the worker was sick";
        case EntryReason::worker_moved: return "the worker moved to another team";
        case EntryReason::stage_elsewhere: return "the new stage was another team's";
        case EntryReason::reorganised: return "teams were reorganised";
        case EntryReason::raised_threshold: return "screened out by a raised threshold";
        case EntryReason::early_closure: return "closed before the need was met";
        case EntryReason::not_in_need: return "found not in need, with more on than usual";
        case EntryReason::no_plan: return "given brief help for a plan, with more on than usual";
        case EntryReason::no_enquiry: return "no enquiry called, with more on than usual";
        case EntryReason::no_conference: return "no conference called, with more on than usual";
        case EntryReason::none: break;
    }
    return "turned away";
}

std::string work_name(int work, Stage stage) {
    constexpr std::array<const char*, work_words.size()> names = {
        "visit",      "liaison",          "review report", "assessment", "section 47 enquiry",
        "court work", "work in a crisis", "recording",     "handover",   "sign-off"};
    if (work < 0) return "need turned away";
    const std::size_t kind = std::min<std::size_t>(static_cast<std::size_t>(work), names.size() - 1);
    if (work_words[kind] == "main" && stage != Stage::assessment)
        return stage == Stage::screening ? "screening" : "closing summary or update of the assessment";
    return names[kind];
}

bool is_waiting(LoggedPlace place) {
    return place == LoggedPlace::waiting || place == LoggedPlace::duty || place == LoggedPlace::manager_held;
}

bool is_task(EntryKind kind) {
    return kind == EntryKind::task_done_before || kind == EntryKind::task_done ||
           kind == EntryKind::task_given_up || kind == EntryKind::task_open;
}

std::string counted_children(int children) {
    return std::to_string(children) + (children == 1 ? " child" : " children");
}

}  // namespace headroom
