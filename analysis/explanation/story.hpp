// Who and when, in the words of people: names and dates of one future that was written down.
#pragma once

#include <string>
#include <vector>

#include "sim/engine/calendar.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// The log beside the calendar it happened in. The log must outlive it.
class Story {
public:
    Story(const StudyResults& results, const EventLog& log);

    const EventLog& log() const { return *log_; }
    int months() const { return months_; }
    // The month of the run, from 0; moments outside the run count to its first or last month.
    int month_of(Minutes time) const;
    // The first minute of a month, and the first after it.
    Minutes begin_of(int month) const;
    Minutes end_of(int month) const { return begin_of(month + 1); }

    std::string day(Minutes time) const;  // "12 May 2026"
    std::string family(std::int32_t family) const;
    std::string worker(std::int32_t worker) const;
    std::string team(std::int32_t team) const;
    int children(std::int32_t family) const;
    std::string severity(std::int32_t family) const;

private:
    const EventLog* log_;
    int months_;
    Calendar calendar_;
};

// "assessment", "child in need plan" and so on.
std::string stage_name(Stage stage);
// "senior social worker" and so on.
std::string role_name(std::uint8_t role);
// "no suitable worker had room under the limit": completes a table of reasons.
std::string reason_name(EntryReason reason);
// "visit", "writing up the record" and so on.
std::string work_name(int work, Stage stage);
bool is_waiting(LoggedPlace place);
bool is_task(EntryKind kind);

// "1 child", "3 children".
std::string counted_children(int children);

}  // namespace headroom
