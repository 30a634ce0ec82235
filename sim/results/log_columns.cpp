#include "sim/results/log_columns.hpp"

#include <array>

#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr double any = 1e9;  // so that the difference of two is still a number of minutes

template <class Code>
constexpr Code code(double number) {
    return static_cast<Code>(whole_part<int>(number));
}

template <std::size_t count>
constexpr double last_of(const std::array<std::string_view, count>&) {
    return static_cast<double>(count) - 1;
}

#define CODED(field, Type)                                                  \
    [](const LogEntry& entry) { return static_cast<double>(entry.field); }, \
        [](LogEntry& entry, double number) { entry.field = code<Type>(number); }

constexpr std::array<LogColumn, 12> columns = {{
    {"log_time", StoredAs::number, "minute", log_time_definition, {}, CODED(time, Minutes), -any, any},
    {"log_kind", StoredAs::byte, "1", "what the entry tells", entry_kind_words, CODED(kind, EntryKind), 0,
     last_of(entry_kind_words)},
    {"log_reason", StoredAs::byte, "1",
     "why: of a wait, of the loss of a worker, of an absence, of unmet work, of a referral, of help refused",
     entry_reason_words, CODED(reason, EntryReason), 0, last_of(entry_reason_words)},
    {"log_place", StoredAs::byte, "1", "where the family is after the entry", place_words,
     CODED(place, LoggedPlace), 0, last_of(place_words)},
    {"log_stage", StoredAs::byte, "1", "the family's stage after the entry", stage_words, CODED(stage, Stage),
     0, last_of(stage_words)},
    {"log_work", StoredAs::byte, "1", "the kind of work of a task; -1 for other entries", work_words,
     CODED(work, std::int8_t), no_one, last_of(work_words)},
    {"log_team",
     StoredAs::short_number,
     "1",
     "the family's or the worker's team, its place along the dimension team; -1 for none",
     {},
     CODED(team, std::int16_t),
     no_one,
     32767},
    {"log_family",
     StoredAs::number,
     "1",
     "the family, its place along the dimension family; -1 for none",
     {},
     CODED(family, std::int32_t),
     no_one,
     any},
    {"log_worker",
     StoredAs::number,
     "1",
     "whom the family is with after the entry, whom it lost, who did the task, or the worker whom the entry "
     "is about: the place along the dimension worker; -1 for none",
     {},
     CODED(worker, std::int32_t),
     no_one,
     any},
    {"log_refers_to",
     StoredAs::number,
     "minute",
     "the moment, as in log_time, that a task was due, that a family's wait began, that a family open at the "
     "start was referred, or that an absence or a notice ends",
     {},
     CODED(refers_to, Minutes),
     -any,
     any},
    {"log_planned_minutes",
     StoredAs::number,
     "minute",
     "planned minutes of a task",
     {},
     CODED(planned_minutes, std::int32_t),
     0,
     any},
    {"log_unmet_hours",
     StoredAs::real,
     "hour",
     "hours of the task left unmet, or hours that the need of a family turned away would have called for",
     {},
     [](const LogEntry& entry) { return entry.unmet_hours; },
     [](LogEntry& entry, double number) { entry.unmet_hours = number; },
     0,
     1e12},
}};

#undef CODED

}  // namespace

std::span<const LogColumn> log_columns() {
    return columns;
}

std::string in_one_line(std::span<const std::string_view> words) {
    std::string line;
    for (const std::string_view word : words) line.append(line.empty() ? "" : " ").append(word);
    return line;
}

}  // namespace headroom
